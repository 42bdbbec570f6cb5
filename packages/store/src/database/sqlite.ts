import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CamelCasePlugin, Kysely } from 'kysely';
import { StoreError } from '../store-error.ts';
import type { Tables } from '../tables.ts';
import { type Database, type RetryDecision, withRetries } from './database.ts';
import { BusyTimeout, isBusy, retryWhileBusy, SQLITE_CORRUPT, SQLITE_NOTADB, sqliteCode } from './sqlite-connection.ts';
import { groupCommitDialect, sqliteDialect } from './sqlite-driver.ts';

/** I/O error, damaged file, full disk, cannot open, not a database. */
const UNAVAILABLE = new Set([10, SQLITE_CORRUPT, 13, 14, SQLITE_NOTADB]);

/** Concurrent readers; each has a page cache. */
const READERS = 4;

export function decideRetry(error: unknown): RetryDecision {
  if (error instanceof BusyTimeout) return 'unavailable';
  if (isBusy(error)) return 'retry';
  const code = sqliteCode(error);
  return code !== undefined && UNAVAILABLE.has(code) ? 'unavailable' : undefined;
}

/** `full`: a commit is on the disk before it returns. `off`: the operating system writes it later. */
export type Durability = 'full' | 'off';

const options = { timeout: 0, enableForeignKeyConstraints: false, defensive: true } as const;

function openWriter(location: string, durability: Durability): DatabaseSync {
  const database = new DatabaseSync(location, options);
  database.exec(`pragma synchronous = ${durability}`);
  // Deleted face templates and phone numbers do not remain in free pages.
  database.exec('pragma secure_delete = fast; pragma temp_store = memory');
  // Frequent small checkpoints of the write-ahead log, because the commit that runs one takes longer.
  database.exec('pragma wal_autocheckpoint = 400; pragma journal_size_limit = 67108864; pragma cache_size = -16000');
  return database;
}

function openReader(location: string): DatabaseSync {
  const database = new DatabaseSync(location, { ...options, readOnly: true });
  database.exec('pragma temp_store = memory; pragma cache_size = -8000');
  return database;
}

/**
 * Creates the file readable by its owner only; SQLite gives its journals the same mode.
 * @throws StoreError `location.invalid`
 */
export function createFile(location: string): void {
  try {
    mkdirSync(dirname(location), { recursive: true, mode: 0o700 });
    closeSync(openSync(location, 'a', 0o600));
  } catch (cause) {
    throw new StoreError('location.invalid', 'The database file cannot be created or written.', { cause });
  }
}

async function prepareFile(location: string): Promise<void> {
  createFile(location);
  const database = new DatabaseSync(location, options);
  try {
    await retryWhileBusy(() => database.exec('pragma journal_mode = wal'));
  } catch (cause) {
    if (sqliteCode(cause) !== SQLITE_NOTADB) throw cause;
    throw new StoreError('location.invalid', 'The file is not an SQLite database.', { cause });
  } finally {
    database.close();
  }
}

function createDatabase(writer: Kysely<Tables>, reader: Kysely<Tables>): Database {
  return {
    dialect: 'sqlite',
    schema: writer.withoutPlugins() as Kysely<unknown>,
    write: (work) => withRetries(() => writer.transaction().execute(work), decideRetry),
    select: (statement) => withRetries(() => statement(reader), decideRetry),
    read: (work) => withRetries(() => reader.transaction().setAccessMode('read only').execute(work), decideRetry),
    async close() {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

/**
 * Opens an SQLite database: one connection writes, and for a file a few others read, so that readers do not wait for the
 * writer. A database in memory has one connection for both.
 */
export async function openSqlite(location: string, durability: Durability = 'full'): Promise<Database> {
  const plugins = [new CamelCasePlugin()];
  if (location === ':memory:') {
    const both = new Kysely<Tables>({ dialect: sqliteDialect(() => openWriter(location, durability), 1), plugins });
    return createDatabase(both, both);
  }
  await prepareFile(location);
  return createDatabase(
    new Kysely<Tables>({ dialect: groupCommitDialect(() => openWriter(location, durability)), plugins }),
    new Kysely<Tables>({ dialect: sqliteDialect(() => openReader(location), READERS), plugins }),
  );
}

/** Not read-only, so that closing the last connection removes the journals; its transactions are read-only. */
function openUnprepared(location: string): DatabaseSync {
  const database = new DatabaseSync(location, options);
  try {
    database.exec('pragma temp_store = memory; pragma cache_size = -8000; pragma schema_version');
  } catch (cause) {
    database.close();
    if (sqliteCode(cause) !== SQLITE_NOTADB) throw cause;
    throw new StoreError('location.invalid', 'The file is not an SQLite database.', { cause });
  }
  return database;
}

/**
 * Opens an existing SQLite file for reading, without preparing it.
 * @throws StoreError `location.invalid`
 */
export async function openSqliteToRead(location: string): Promise<Database> {
  if (!existsSync(location)) throw new StoreError('location.invalid', 'The database file does not exist.');
  const plugins = [new CamelCasePlugin()];
  const reader = new Kysely<Tables>({ dialect: sqliteDialect(() => openUnprepared(location), 1), plugins });
  return createDatabase(reader, reader);
}
