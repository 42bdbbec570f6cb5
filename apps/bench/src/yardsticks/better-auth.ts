import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import { peers } from '../peers.ts';
import { serveBare } from './serve-bare.ts';

// better-auth with its emailOTP plugin on SQLite, with the durability of sca-kit's store, its rate limits off and a code
// that the load generator knows. Usage: better-auth.ts FOLDER

/** What is used of better-auth, which is not installed where types are checked. */
type CreateAuth = (options: object) => {
  readonly handler: (request: Request) => Promise<Response>;
  readonly $context: Promise<{ runMigrations(): Promise<void> }>;
};
const { betterAuth } = peers('better-auth') as { readonly betterAuth: CreateAuth };
const { emailOTP } = peers('better-auth/plugins') as { readonly emailOTP: (options: object) => unknown };

const database = new DatabaseSync(join(process.argv[2] ?? '', 'better-auth.sqlite'));
database.exec('pragma journal_mode = wal; pragma synchronous = full');
const auth = betterAuth({
  baseURL: 'http://127.0.0.1',
  secret: 'a secret of the benchmark alone, 32 bytes or more',
  database,
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
  plugins: [emailOTP({ generateOTP: () => '111111', sendVerificationOTP: async () => {} })],
});
await (await auth.$context).runMigrations();

const app = new Hono();
app.on(['GET', 'POST'], '/api/auth/*', ({ req }) => auth.handler(req.raw));
serveBare(app);
