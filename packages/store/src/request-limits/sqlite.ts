import { rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { withRetries } from '../database/database.ts';
import { createFile, decideRetry } from '../database/sqlite.ts';
import { retryWhileBusy, SQLITE_CORRUPT, SQLITE_NOTADB, sqliteCode } from '../database/sqlite-connection.ts';
import { arrivalAt, deleteEmptyBuckets, emptyAt, moveTat, type RequestLimitTable, retryAfter } from './gcra.ts';

/** Without an index on the TAT: each request would take longer, and the sweep finds nearly all rows empty anyway. */
const SCHEMA = `create table if not exists request_limits (
  client_id text not null, bucket text not null, tat integer not null, primary key (client_id, bucket)
) strict, without rowid`;

const CONSUME = moveTat({
  clientId: ':clientId',
  bucket: ':bucket',
  now: ':now',
  interval: ':interval',
  limit: ':limit',
  latest: ':latest',
});

interface LimitFile {
  readonly database: DatabaseSync;
  readonly consume: StatementSync;
  readonly find: StatementSync;
  readonly deleteEmpty: StatementSync;
}

async function openFile(path: string): Promise<LimitFile> {
  if (path !== ':memory:') createFile(path);
  const database = new DatabaseSync(path, { timeout: 0, defensive: true });
  try {
    return await retryWhileBusy(() => {
      database.exec(`pragma journal_mode = wal; pragma synchronous = off; ${SCHEMA}`);
      const damage = database.prepare('pragma quick_check(1)').get()?.quick_check;
      if (damage !== 'ok') throw Object.assign(new Error('The file is damaged.'), { errcode: SQLITE_CORRUPT });
      return {
        database,
        consume: database.prepare(CONSUME),
        find: database.prepare('select tat from request_limits where client_id = :clientId and bucket = :bucket'),
        deleteEmpty: database.prepare(deleteEmptyBuckets(':tat', ':limit')),
      };
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function isDamaged(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** Opens the file, and a new one if it is damaged: the counts of a few minutes are not worth a server that does not start. */
async function openOrReplace(path: string): Promise<LimitFile> {
  try {
    return await openFile(path);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return await openFile(path);
  }
}

/**
 * The request limits in a file of their own beside the database, which the operating system writes to the disk when it likes.
 * Processes that share the database share it.
 * @throws StoreError `location.invalid`
 */
export async function openSqliteRequestLimits(location: string): Promise<RequestLimitTable> {
  const path = location === ':memory:' ? location : `${location}-limits`;
  let file = await openOrReplace(path);
  let replacing: Promise<void> | undefined;

  async function replace(damaged: LimitFile): Promise<void> {
    if (damaged !== file) return;
    damaged.database.close();
    file = await openOrReplace(path);
  }

  async function attempt<T>(work: (file: LimitFile) => T): Promise<T> {
    const current = file;
    try {
      return await retryWhileBusy(() => work(current));
    } catch (error) {
      if (!isDamaged(error)) throw error;
      replacing ??= replace(current).finally(() => {
        replacing = undefined;
      });
      await replacing;
      return await retryWhileBusy(() => work(file));
    }
  }
  const execute = <T>(work: (file: LimitFile) => T) => withRetries(() => attempt(work), decideRetry);

  return {
    async consume(clientId, buckets, at) {
      for (const bucket of buckets) {
        const arrival = arrivalAt(at, bucket);
        const key = { clientId, bucket: bucket.name };
        const moved = await execute(({ consume }) => consume.all({ ...key, ...arrival }).length > 0);
        if (moved) continue;
        const row = await execute(({ find }) => find.get(key));
        return { bucket, retryAfter: retryAfter(row?.tat as number | undefined, arrival) };
      }
      return undefined;
    },
    deleteEmpty: (now, limit) =>
      execute(({ deleteEmpty }) => Number(deleteEmpty.run({ tat: emptyAt(now), limit }).changes)),
    async close() {
      if (file.database.isOpen) file.database.close();
    },
  };
}
