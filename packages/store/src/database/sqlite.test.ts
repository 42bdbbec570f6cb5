import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore } from '../index.ts';
import { addTenant, NOW, within } from '../testing/contract/fixtures.ts';
import { openSqlite } from './sqlite.ts';
import { BusyTimeout, retryWhileBusy, SqliteConnection } from './sqlite-connection.ts';
import { MAX_GROUP } from './sqlite-group-commit.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);
const location = join(folder, 'made', 'for', 'it', 'store.db');
const stores = await openStore(location, { auditKey: new Uint8Array(32), durability: 'off' });
const otherConnection = new DatabaseSync(location);
afterAll(async () => {
  otherConnection.close();
  await stores.close();
});

const busy = (): never => {
  throw Object.assign(new Error('database is locked'), { errcode: 5 });
};

describe('an SQLite file', () => {
  it('is readable by its owner only, journals included', async () => {
    for (const suffix of ['', '-wal', '-shm']) expect((await stat(location + suffix)).mode & 0o777).toBe(0o600);
  });

  it('uses a write-ahead log', async () => {
    expect(otherConnection.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });

  it.each([
    ['synchronous=FULL by default', undefined, 2],
    ['synchronous=OFF when durability is off', 'off', 0],
  ] as const)('commits with %s', async (_, durability, synchronous) => {
    const database = await openSqlite(location, durability);
    const { rows } = await database.write((db) => sql<{ synchronous: number }>`pragma synchronous`.execute(db));
    expect(rows).toEqual([{ synchronous }]);
    await database.close();
  });

  it('waits for another writer without blocking the event loop', async () => {
    const tenant = await addTenant(stores);
    const pin = { ...tenant.profile, factor: 'PIN', secret: 's', createdAt: NOW } as const;
    otherConnection.exec('begin immediate');
    let done = false;
    const write = within(stores, tenant, (tx) => tx.storedSecrets.insert(pin)).then((inserted) => {
      done = true;
      return inserted;
    });
    // A write that waited inside SQLite would hold the event loop until SQLite gives up, and be done by then.
    for (let turns = 0; turns < 2000; turns += 1) await nextTurn();
    expect(done).toBe(false);
    otherConnection.exec('commit');
    expect(await write).toBe(true);
  });

  it('lets the event loop turn between groups of queued write transactions, and runs them in order', async () => {
    const database = await openSqlite(location, 'off');
    let turn = 0;
    let counting = true;
    const count = () => {
      turn += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    const ran: { index: number; turn: number }[] = [];
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        database.write(async (db) => {
          await sql`select 1`.execute(db);
          ran.push({ index, turn });
        }),
      ),
    );
    counting = false;
    await database.close();
    expect(ran.map(({ index }) => index)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(new Set(ran.map(({ turn }) => turn)).size).toBe(Math.ceil(50 / MAX_GROUP));
  });

  it('is unhealthy while its disk is full', async () => {
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
    const commit = vi.spyOn(SqliteConnection.prototype, 'commit').mockRejectedValueOnce(full);
    expect(await stores.health()).toEqual({ reachable: false, migrated: false });
    commit.mockRestore();
    expect(await stores.health()).toEqual({ reachable: true, migrated: true });
  });

  it('reads only committed rows while another connection writes', async () => {
    const tenant = await addTenant(stores);
    otherConnection.exec('begin immediate');
    otherConnection.prepare('update clients set clock_offset = 5 where client_id = ?').run(tenant.clientId);
    expect(await stores.engine.read(tenant.user, async (tx) => tx.clockOffset)).toBe(0);
    otherConnection.exec('commit');
    expect(await stores.engine.read(tenant.user, async (tx) => tx.clockOffset)).toBe(5);
  });

  it('runs a read on one snapshot', async () => {
    const tenant = await addTenant(stores);
    await stores.engine.read(tenant.user, async (tx) => {
      expect(tx.clockOffset).toBe(0);
      await stores.engine.transaction(tenant.user, (tx) => tx.clients.advanceClock(tenant.clientId, 7));
      expect((await tx.clients.find(tenant.clientId))?.clockOffset).toBe(0);
    });
  });

  it('is unavailable when a page of it is damaged', async () => {
    const damaged = join(folder, 'damaged.db');
    const database = await openSqlite(damaged, 'off');
    await database.write((db) => sql`create table notes (text text)`.execute(db));
    await database.close();
    const file = await open(damaged, 'r+');
    await file.write(new Uint8Array(4096).fill(255), 0, 4096, 4096);
    await file.close();
    const reopened = await openSqlite(damaged, 'off');
    const read = reopened.read((db) => sql`select * from notes`.execute(db));
    await expect(read).rejects.toMatchObject({ code: 'service.unavailable' });
    await reopened.close();
  });

  it('rejects with BusyTimeout when the file stays locked', async () => {
    await expect(retryWhileBusy(busy, 0)).rejects.toBeInstanceOf(BusyTimeout);
    const failure = new Error('syntax');
    await expect(
      retryWhileBusy(() => {
        throw failure;
      }),
    ).rejects.toBe(failure);
  });
});
