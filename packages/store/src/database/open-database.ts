import { StoreError } from '../store-error.ts';
import type { Database } from './database.ts';
import { openPostgres, type PostgresOptions } from './postgres.ts';
import { type Durability, openSqlite, openSqliteToRead } from './sqlite.ts';

/** Options of both dialects. */
export interface DatabaseOptions extends PostgresOptions {
  /**
   * For tests only: `off` makes SQLite commits return before they are on the disk, so that a power failure can lose or
   * corrupt them. PostgreSQL ignores it. Defaults to `full`.
   */
  readonly durability?: Durability;
}

/** Whether a location is a PostgreSQL URL, and not a file. */
function isPostgres(location: string): boolean {
  if (/^postgres(ql)?:\/\//.test(location)) {
    if (!URL.canParse(location))
      throw new StoreError('location.invalid', 'The PostgreSQL location is not a valid URL.');
    return true;
  }
  if (location === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
    throw new StoreError('location.invalid', 'The location must be a file path, ":memory:" or a "postgres://" URL.');
  }
  return false;
}

/**
 * Opens the database at a location; a missing file is created.
 * @throws StoreError `location.invalid`
 */
export async function openDatabase(location: string, options: DatabaseOptions): Promise<Database> {
  return isPostgres(location) ? openPostgres(location, options) : await openSqlite(location, options.durability);
}

/**
 * Opens the database at a location read-only. Creates nothing.
 * @throws StoreError `location.invalid`, also when the file does not exist
 */
export async function openDatabaseToRead(location: string, options: PostgresOptions): Promise<Database> {
  return isPostgres(location) ? openPostgres(location, options) : await openSqliteToRead(location);
}
