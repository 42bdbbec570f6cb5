import cluster from 'node:cluster';
import { Hono } from 'hono';
import pg from 'pg';
import { decryptKey, hash } from './primitives.ts';
import { serveBare } from './serve-bare.ts';

// Routes that do nothing but round trips to PostgreSQL, some of which commit, and the cryptography that their path names.
// Usage: bare-postgres.ts PROCESSES, with the URL of an empty database in BENCH_DATABASE.

const ROWS = 1000;
const POOL = 10;

async function createTables(pool: pg.Pool): Promise<void> {
  await pool.query(`create table reads (id int primary key, body text); create table writes (id uuid primary key, body text);
    insert into reads select n, repeat('x', 400) from generate_series(0, ${ROWS - 1}) n`);
}

function serve(pool: pg.Pool): void {
  const read = (): Promise<unknown> =>
    pool.query({ name: 'read', text: 'select * from reads where id = $1', values: [Math.floor(Math.random() * ROWS)] });
  const commit = (): Promise<unknown> =>
    pool.query({ name: 'commit', text: `insert into writes values (gen_random_uuid(), repeat('x', 400))` });
  const app = new Hono();
  app.all('/:reads/:commits/:argon2/:rsa/:status', async ({ req, json }) => {
    const count = (name: string): number => Number(req.param(name));
    for (let done = 0; done < count('rsa'); done += 1) decryptKey();
    for (let done = 0; done < count('reads'); done += 1) await read();
    for (let done = 0; done < count('argon2'); done += 1) await hash();
    for (let done = 0; done < count('commits'); done += 1) await commit();
    return json({}, count('status') as 200 | 403);
  });
  serveBare(app);
}

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: POOL });
if (cluster.isPrimary) {
  await createTables(pool);
  await pool.end();
  for (let worker = 0; worker < Number(process.argv[2]); worker += 1) cluster.fork();
} else serve(pool);
