import { CamelCasePlugin, Kysely } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import { type Database, type RetryDecision, withRetries } from './database.ts';
import { ConnectionLost, postgresDialect } from './postgres-driver.ts';

/** Serialization failure, deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);

/** Lock or statement timeout, insufficient resources, or a read-only standby. */
const UNAVAILABLE = /^(53...|55P03|57014|25006)$/;

const INT8 = 20;

const QUERY_TIMEOUT = 15_000;

export function decideRetry(error: unknown): RetryDecision {
  if (error instanceof ConnectionLost) return error.started ? 'unavailable' : 'retry';
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return undefined;
  if (RETRYABLE.has(error.code)) return 'retry';
  return UNAVAILABLE.test(error.code) ? 'unavailable' : undefined;
}

/** A write on a read-only snapshot (25006) is a bug of the caller. */
function decideReadRetry(error: unknown): RetryDecision {
  return error instanceof pg.DatabaseError && error.code === '25006' ? undefined : decideRetry(error);
}

export interface PostgresOptions {
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
  /**
   * Milliseconds without a response after which a connection is closed; 15000 by default. A statement ends after four
   * fifths of it, waiting for a lock or for a connection after two thirds.
   */
  readonly queryTimeout?: number;
  /** Called when an idle connection breaks; the pool replaces it. */
  readonly onConnectionError?: (error: Error) => void;
}

/** Opens a PostgreSQL database with a connection pool. */
export function openPostgres(url: string, options: PostgresOptions): Database {
  const { queryTimeout = QUERY_TIMEOUT } = options;
  const part = (share: number): number => Math.round(share * queryTimeout);
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: 'sca-kit',
    connectionTimeoutMillis: part(2 / 3),
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    lock_timeout: part(2 / 3),
    statement_timeout: part(4 / 5),
    // The server's own timeouts do not help when its machine stalls or the network drops packets.
    query_timeout: queryTimeout,
    idle_in_transaction_session_timeout: 30_000,
    // Ids and times are below 2^53: 64-bit integers are read as numbers, as on SQLite.
    types: {
      getTypeParser: (oid, format) =>
        oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  pool.on('error', (error) => options.onConnectionError?.(error));
  // The pool listens to idle connections only. The next query reports a connection that breaks in use; without a
  // listener the event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<Tables>({ dialect: postgresDialect(pool), plugins: [new CamelCasePlugin()] });
  return {
    dialect: 'postgres',
    schema: kysely.withoutPlugins() as Kysely<unknown>,
    // Read committed: after locking the row of its scope a transaction reads what the previous holder committed.
    write: (work) => withRetries(() => kysely.transaction().execute(work), decideRetry),
    select: (statement) => withRetries(() => statement(kysely), decideReadRetry),
    read: (work) =>
      withRetries(
        () => kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
        decideReadRetry,
      ),
    close: () => kysely.destroy(),
  };
}
