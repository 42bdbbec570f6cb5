import {
  AbortedTransactionError,
  type CompiledQuery,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { Connection } from './connection.ts';

/** Thrown when the connection broke or none was available. `started`: the transaction may have changed something. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly started: boolean;

  constructor(started: boolean, cause: unknown) {
    super('The database connection was lost.', { cause });
    this.started = started;
  }
}

/** Errors that the server did not report mean that the connection is lost. */
function isConnectionLoss(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(08|57P)/.test(error.code ?? '');
  return !(error instanceof TypeError);
}

/** PostgreSQL text cannot contain NUL. Replaces it, because the error would look like a lost connection. */
function withoutNul(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

class PostgresConnection extends Connection {
  readonly client: pg.PoolClient;
  broken = false;

  constructor(client: pg.PoolClient) {
    super();
    this.client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.run(query.sql, query.parameters.map(withoutNul), true);
    return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }

  async run(text: string, values: unknown[], started: boolean): Promise<pg.QueryResult> {
    try {
      return await this.client.query(text, values);
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      this.broken = true;
      throw new ConnectionLost(started, error);
    }
  }
}

class PostgresDriver implements Driver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    try {
      return new PostgresConnection(await this.#pool.connect());
    } catch (error) {
      throw new ConnectionLost(true, error);
    }
  }

  async releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.client.release(connection.broken);
  }

  async beginTransaction(connection: PostgresConnection, settings: TransactionSettings): Promise<void> {
    const isolation = settings.isolationLevel ?? 'read committed';
    const access = settings.accessMode ?? 'read write';
    await connection.run(`start transaction isolation level ${isolation} ${access}`, [], false);
  }

  async commitTransaction(connection: PostgresConnection): Promise<void> {
    const { command } = await connection.run('commit', [], true);
    // PostgreSQL responds so to COMMIT if a statement of the transaction failed.
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  async rollbackTransaction(connection: PostgresConnection): Promise<void> {
    // The server rolls back when the connection is gone.
    if (connection.broken) return;
    try {
      await connection.run('rollback', [], true);
    } catch {
      // Closes the connection, so that the server rolls back. The original error is more useful than this one.
      connection.broken = true;
    }
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

/** Kysely on a `pg` pool. */
export function postgresDialect(pool: pg.Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver(pool),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
