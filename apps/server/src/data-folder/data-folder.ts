import { closeSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Config } from '../config/config.ts';
import { StartError } from '../start-error.ts';

/** Marks a folder that a sandbox created or found empty. It is an empty SQLite file, for the locks that SQLite gives. */
const MARKER = '.sca-kit-sandbox';

const SQLITE_BUSY = 5;

/** A data folder in use. */
export interface DataFolder {
  /** Whether the folder is marked as a sandbox's own, so that {@link resetDataFolder} deletes what is in it. */
  readonly isMarked: boolean;
  /** Ends the use. */
  close(): void;
}

/**
 * Opens the data folder. Creates and marks it if it does not exist or is empty. While a marked folder is open, in any process,
 * it cannot be reset.
 * @throws StartError when the folder cannot be created or read, or is being reset
 */
export function openDataFolder(data: string): DataFolder {
  if (data === ':memory:') return { isMarked: false, close() {} };
  const entries = entriesOf(data);
  if (entries.length === 0) mark(data);
  else if (!entries.includes(MARKER)) return { isMarked: false, close() {} };
  // The kernel releases the lock when the process ends, however it ends.
  const lock = lockMarker(data, 'begin', `${data} is being reset. Start the server again when that is done.`);
  return { isMarked: true, close: () => lock.close() };
}

/**
 * Deletes what is in the data folder of a sandbox. Does nothing if there is no folder.
 * @throws StartError when the folder is not marked as a sandbox's own, a server uses it, or the database is elsewhere
 */
export function resetDataFolder({ data, database }: Pick<Config, 'data' | 'database'>): void {
  if (data === ':memory:') return;
  const entries = entriesOf(data);
  if (entries.length === 0) return;
  if (!entries.includes(MARKER)) {
    throw new StartError(
      `${data} is not reset, because no sandbox has marked it as its own (${MARKER} is missing). Delete the folder yourself, or choose another one with SCA_DATA.`,
    );
  }
  if (!isInside(data, database)) {
    throw new StartError(
      `${data} is not reset, because the database is elsewhere and needs the keys in it. Remove SCA_DATABASE, or delete both yourself.`,
    );
  }
  const lock = lockMarker(data, 'begin exclusive', `${data} is not reset, because a server uses it. Stop it first.`);
  try {
    // The marker last, so that an interrupted reset can be repeated.
    for (const entry of entries.filter((name) => name !== MARKER)) {
      access(data, () => rmSync(join(data, entry), { recursive: true, force: true }));
    }
  } finally {
    lock.close();
  }
  access(data, () => rmSync(join(data, MARKER), { force: true }));
}

function isInside(folder: string, database: string): boolean {
  const path = relative(folder, database);
  return database === ':memory:' || !(path.startsWith('..') || isAbsolute(path) || database.includes('://'));
}

function entriesOf(data: string): readonly string[] {
  return access(data, () => {
    try {
      return readdirSync(data);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });
}

function mark(data: string): void {
  access(data, () => {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    closeSync(openSync(join(data, MARKER), 'a', 0o600));
  });
}

function lockMarker(data: string, begin: string, busy: string): DatabaseSync {
  const lock = new DatabaseSync(join(data, MARKER), { timeout: 0 });
  try {
    lock.exec(begin);
    lock.prepare('select 1 from sqlite_master').all();
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { readonly errcode?: number }).errcode === SQLITE_BUSY) throw new StartError(busy);
    throw new StartError(`${join(data, MARKER)} cannot be locked. Choose another folder with SCA_DATA.`, {
      cause: error,
    });
  }
}

function access<Result>(data: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartError(
      `The data folder ${data} cannot be used (${code}). Choose another one, for example SCA_DATA=.sca-kit.`,
      { cause },
    );
  }
}
