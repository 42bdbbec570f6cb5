import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore } from '../index.ts';
import { addTenant, NOW, within } from '../testing/contract/fixtures.ts';
import { openSqlite } from './sqlite.ts';
import { BusyTimeout, retryWhileBusy } from './sqlite-connection.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);
const location = join(folder, 'made', 'for', 'it', 'store.db');
const stores = await openStore(location, { auditKey: new Uint8Array(32), durability: 'off' });
const rival = new DatabaseSync(location);
afterAll(async () => {
  rival.close();
  await stores.close();
});

const busy = (): never => {
  throw Object.assign(new Error('database is locked'), { errcode: 5 });
};

describe('an SQLite file', () => {
  it('is readable by its owner alone, journals included', async () => {
    for (const suffix of ['', '-wal', '-shm']) expect((await stat(location + suffix)).mode & 0o777).toBe(0o600);
  });

  it('is written ahead', async () => {
    expect(rival.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });

  it.each([
    ['on the disk before it returns', undefined, 2],
    ['not waited for in tests that ask for no durability', 'off', 0],
  ] as const)('has each commit %s', async (_, durability, synchronous) => {
    const database = await openSqlite(location, durability);
    const { rows } = await database.write((db) => sql<{ synchronous: number }>`pragma synchronous`.execute(db));
    expect(rows).toEqual([{ synchronous }]);
    await database.close();
  });

  it('lets the event loop go on while another process writes, and takes its turn afterwards', async () => {
    const tenant = await addTenant(stores);
    const pin = { ...tenant.profile, factor: 'PIN', secret: 's', createdAt: NOW } as const;
    rival.exec('begin immediate');
    let done = false;
    const write = within(stores, tenant, (tx) => tx.storedSecrets.insert(pin)).then((inserted) => {
      done = true;
      return inserted;
    });
    // A write that waited inside SQLite would hold the event loop until SQLite gives up, and be done by then.
    for (let turns = 0; turns < 2000; turns += 1) await nextTurn();
    expect(done).toBe(false);
    rival.exec('commit');
    expect(await write).toBe(true);
  });

  it('is read while another process writes, without what that did not commit', async () => {
    const tenant = await addTenant(stores);
    rival.exec('begin immediate');
    rival.prepare('update clients set clock_offset = 5 where client_id = ?').run(tenant.clientId);
    expect(await stores.engine.read(tenant.user, async (tx) => tx.clockOffset)).toBe(0);
    rival.exec('commit');
    expect(await stores.engine.read(tenant.user, async (tx) => tx.clockOffset)).toBe(5);
  });

  it('is read as one snapshot', async () => {
    const tenant = await addTenant(stores);
    await stores.engine.read(tenant.user, async (tx) => {
      expect(tx.clockOffset).toBe(0);
      await stores.engine.transaction(tenant.user, (it) => it.clients.advanceClock(tenant.clientId, 7));
      expect((await tx.clients.find(tenant.clientId))?.clockOffset).toBe(0);
    });
  });

  it('is given up on when it stays busy', async () => {
    await expect(retryWhileBusy(busy, 0)).rejects.toBeInstanceOf(BusyTimeout);
    const failure = new Error('syntax');
    await expect(
      retryWhileBusy(() => {
        throw failure;
      }),
    ).rejects.toBe(failure);
  });
});
