import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import type { Database, Queries } from './database.ts';
import { openSqlite } from './sqlite.ts';
import { BusyTimeout, SqliteConnection } from './sqlite-connection.ts';
import { MAX_GROUP } from './sqlite-group-commit.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);
let files = 0;
let database: Database;
let other: DatabaseSync;
const commits = vi.spyOn(SqliteConnection.prototype, 'commit');
const begins = vi.spyOn(SqliteConnection.prototype, 'begin');

beforeEach(async () => {
  files += 1;
  const location = join(folder, `${files}.db`);
  database = await openSqlite(location, 'off');
  await database.write((db) => sql`create table notes (id integer primary key)`.execute(db));
  other = new DatabaseSync(location);
  commits.mockClear();
  begins.mockClear();
});
afterEach(async () => {
  other.close();
  await database.close();
});

const insert = (db: Queries, id: number) => sql`insert into notes (id) values (${id})`.execute(db);
const write = (id: number) =>
  database.write(async (db) => {
    await insert(db, id);
    // No other group may run meanwhile.
    await nextTurn();
  });
const writeAll = (count: number) => Promise.allSettled(Array.from({ length: count }, (_, index) => write(index + 1)));
const failures = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []));
/** What another process sees. */
const committed = () =>
  other
    .prepare('select id from notes order by id')
    .all()
    .map((row) => row.id);

it('commits 100 waiting writers in groups, and none returns before its commit', async () => {
  const seen = await Promise.all(
    Array.from({ length: 100 }, async (_, id) => {
      await write(id);
      return committed().includes(id);
    }),
  );
  expect(seen).not.toContain(false);
  expect(committed()).toHaveLength(100);
  expect(commits.mock.calls).toHaveLength(Math.ceil(100 / MAX_GROUP));
});

it('rolls back a writer that fails alone, and rejects it after the commit', async () => {
  const failure = new Error('no');
  const seen: unknown[] = [];
  const failing = database.write(async (db) => {
    await insert(db, 2);
    throw failure;
  });
  await Promise.all([
    write(1),
    failing.catch((error) => seen.push(error, committed())),
    database.write(async (db) => seen.push((await sql`select id from notes`.execute(db)).rows)),
    write(3),
  ]);
  expect(seen).toEqual([[{ id: 1 }], failure, [1, 3]]);
  expect(commits.mock.calls).toHaveLength(1);
});

it('rejects all writers of a group whose commit fails, stores nothing of them, and commits later groups', async () => {
  commits.mockRejectedValueOnce(Object.assign(new Error('disk I/O error'), { errcode: 10 }));
  const errors = failures(await writeAll(3 * MAX_GROUP));
  expect(errors.map((it) => it.code)).toEqual(Array(MAX_GROUP).fill('service.unavailable'));
  expect(committed()).toEqual(Array.from({ length: 2 * MAX_GROUP }, (_, index) => MAX_GROUP + 1 + index));
  expect(commits.mock.calls).toHaveLength(3);
});

it('repeats all writers of a group whose commit finds a busy file', async () => {
  commits.mockRejectedValueOnce(Object.assign(new Error('database is locked'), { errcode: 5 }));
  expect(failures(await writeAll(5))).toEqual([]);
  expect(committed()).toEqual([1, 2, 3, 4, 5]);
});

it('rejects all writers of a group when SQLite itself rolls its transaction back', async () => {
  const first = write(1);
  const second = database.write(async (db) => {
    await sql`insert or rollback into notes (id) values (1)`.execute(db).catch(() => {});
    await insert(db, 2);
  });
  const errors = failures(await Promise.allSettled([first, second, write(3)]));
  expect(errors).toHaveLength(2);
  expect(committed()).toEqual([3]);
});

it('commits the writers that waited for another process together', async () => {
  other.exec('begin immediate');
  const writing = writeAll(MAX_GROUP);
  for (let turns = 0; turns < 100; turns += 1) await nextTurn();
  other.exec('insert into notes (id) values (100); commit');
  expect(failures(await writing)).toEqual([]);
  expect(committed()).toHaveLength(MAX_GROUP + 1);
  expect(commits.mock.calls).toHaveLength(1);
});

it('rejects all waiting writers at once when the file stays locked', async () => {
  begins.mockRejectedValueOnce(new BusyTimeout());
  const errors = failures(await writeAll(40));
  expect(errors.map((it) => it.code)).toEqual(Array(40).fill('service.unavailable'));
  expect(begins.mock.calls).toHaveLength(1);
  await write(1);
  expect(committed()).toEqual([1]);
});

it('completes the writers that wait when it is closed, and rejects later ones', async () => {
  const writing = writeAll(40);
  await nextTurn();
  await database.close();
  await expect(write(41)).rejects.toThrow('destroyed');
  expect(failures(await writing)).toEqual([]);
  expect(committed()).toHaveLength(40);
});

it('rejects statements of a writer whose turn is over', async () => {
  let leaked: Queries | undefined;
  const [first, second] = await Promise.allSettled([
    database.write(async (db) => {
      leaked = db;
      throw new Error('no');
    }),
    database.write(async () => await insert(leaked as Queries, 1)),
  ]);
  expect([first?.status, second?.status]).toEqual(['rejected', 'rejected']);
  expect(committed()).toEqual([]);
});

it('commits a statement outside a transaction before it returns', async () => {
  const seen: unknown[] = [];
  await Promise.all([
    write(1),
    sql`insert into notes (id) values (2)`.execute(database.schema).then(() => seen.push(...committed())),
    write(3),
  ]);
  expect(seen).toEqual([1, 2]);
});
