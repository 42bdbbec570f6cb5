import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';
import {
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import { SqliteConnection } from './sqlite-connection.ts';
import { GroupCommitDriver } from './sqlite-group-commit.ts';

/** A fixed number of connections to one database; callers wait in order when none is free. */
class SqliteDriver implements Driver {
  readonly #open: () => DatabaseSync;
  readonly #size: number;
  readonly #all: SqliteConnection[] = [];
  readonly #free: SqliteConnection[] = [];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];

  constructor(open: () => DatabaseSync, size: number) {
    this.#open = open;
    this.#size = size;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#all.length < this.#size) {
      const connection = new SqliteConnection(this.#open());
      this.#all.push(connection);
      return connection;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    const next = this.#waiting.shift();
    // SQLite is synchronous: without a turn of the event loop, a queue of transactions would keep all I/O waiting.
    if (next) setImmediate(next, connection);
    else this.#free.push(connection);
  }

  async beginTransaction(connection: SqliteConnection, settings: TransactionSettings): Promise<void> {
    await connection.begin(settings.accessMode === 'read only');
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    connection.rollback();
  }

  async destroy(): Promise<void> {
    for (const connection of this.#all) connection.close();
  }
}

/** Schema changes of SQLite are transactional, and a write transaction locks the file for the migrator. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function dialect(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver,
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Kysely on `node:sqlite`.
 * @param open makes a connection
 * @param size how many of them at most
 */
export function sqliteDialect(open: () => DatabaseSync, size: number): Dialect {
  return dialect(() => new SqliteDriver(open, size));
}

/** Kysely on one connection whose write transactions share commits. */
export function groupCommitDialect(open: () => DatabaseSync): Dialect {
  return dialect(() => new GroupCommitDriver(open));
}
