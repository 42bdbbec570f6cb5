import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openRawPostgres, openRawSqlite, type RawConnection } from '../../test/raw-connection.ts';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore, type Stores } from '../index.ts';
import { addTenant, addUser, anEvent, DAY, NOW, type Tenant } from '../testing/contract/fixtures.ts';
import { createDatabase } from '../testing/index.ts';
import { chainHeadMac, SHARDS } from './chain.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);
const auditKey = new Uint8Array(32).fill(7);

describe.each([
  ['SQLite', async () => join(folder, 'shards.db'), openRawSqlite],
  ['PostgreSQL', () => createDatabase(inject('postgres'), inject('migrated')), openRawPostgres],
])('the audit chains of a client on %s', (_, createLocation, openRaw) => {
  let stores: Stores;
  let raw: RawConnection;
  beforeAll(async () => {
    const location = await createLocation();
    stores = await openStore(location, { auditKey, durability: 'off' });
    raw = await openRaw(location);
  });
  afterAll(async () => {
    await raw.close();
    await stores.close();
  });

  /** Appends an event of the client and one of each user from 1 to 20. */
  async function append(clientId: string, at = NOW): Promise<void> {
    for (const userId of [null, ...Array.from({ length: 20 }, (_, index) => index + 1)]) {
      await stores.engine.transaction({ clientId }, (tx) => tx.audit.append({ ...anEvent(clientId), userId, at }));
    }
  }

  async function withEvents(): Promise<string> {
    const { clientId } = await addTenant(stores);
    await append(clientId);
    return clientId;
  }

  /** Makes the client one of a version that knew one chain: events of its users are in it too. */
  async function withOneChain(): Promise<string> {
    const { clientId } = await addTenant(stores);
    for (let index = 0; index < 3; index += 1) {
      await stores.engine.transaction({ clientId }, (tx) => tx.audit.append(anEvent(clientId, { index })));
    }
    const [entry] = await stores.auditLog.list(clientId, '0:2', 1);
    const { shard, sequence, hash } = entry ?? { shard: 0, sequence: 0, hash: '' };
    await raw.executeFor('delete from audit_chain_heads where client_id = $1 and shard > 0', clientId);
    const mac = chainHeadMac(auditKey, { clientId, shard, sequence, hash }, 1);
    await raw.executeFor(`update audit_chain_heads set mac = '${mac}' where client_id = $1`, clientId);
    return clientId;
  }

  it('have the events of a user in one chain, and list all of them', async () => {
    const clientId = await withEvents();
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: true, count: 21, pruned: 0 });
    const all = await stores.auditLog.list(clientId, '0', 100);
    expect(new Set(all.map(({ shard }) => shard)).size).toBe(SHARDS);
    for (const { event, shard, sequence } of all) {
      expect(shard).toBe((event.userId ?? 0) % SHARDS);
      expect(sequence).toBeLessThanOrEqual(2);
    }
  });

  it('are listed from any position without gaps and repetitions, also while events are appended', async () => {
    const clientId = await withEvents();
    const read: string[] = [];
    let position = '0';
    for (let page = 0; page < 20; page += 1) {
      const entries = await stores.auditLog.list(clientId, position, 5);
      position = entries.at(-1)?.position ?? position;
      read.push(...entries.map(({ shard, sequence }) => `${shard}:${sequence}`));
      if (page === 2) await append(clientId, NOW - DAY);
    }
    expect(read).toHaveLength(42);
    expect(new Set(read).size).toBe(42);
    expect(await stores.auditLog.lastPosition(clientId)).toBe(position);
  });

  it.each([
    ['a chain', 3],
    ['the first chain', 0],
  ])('fail verification after %s was deleted with its head, also after more events', async (_, shard) => {
    const clientId = await withEvents();
    for (const table of ['audit_chain_heads', 'audit_events']) {
      await raw.executeFor(`delete from ${table} where client_id = $1 and shard = ${shard}`, clientId);
    }
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, shard, firstBreak: 1, reason: 'chain-head' });
    await append(clientId);
    await stores.auditLog.prune(NOW + DAY);
    expect(await stores.auditLog.verify(clientId)).toMatchObject({ ok: false, shard });
  });

  it('fail verification when all but the first were deleted, because its head says that there were more', async () => {
    const clientId = await withEvents();
    for (const table of ['audit_events', 'audit_chain_heads']) {
      await raw.executeFor(`delete from ${table} where client_id = $1 and shard > 0`, clientId);
    }
    expect(await stores.auditLog.verify(clientId)).toMatchObject({ ok: false, shard: 1, reason: 'chain-head' });
    await append(clientId);
    expect(await stores.auditLog.verify(clientId)).toMatchObject({ ok: false, shard: 1 });
  });

  it('fail verification after the head of a chain was deleted', async () => {
    const clientId = await withEvents();
    await raw.executeFor('delete from audit_chain_heads where client_id = $1 and shard = 4', clientId);
    expect(await stores.auditLog.verify(clientId)).toMatchObject({ ok: false, shard: 4, reason: 'chain-head' });
  });

  it('fail verification when an event was moved to another chain', async () => {
    const clientId = await withEvents();
    await raw.executeFor(
      'update audit_events set shard = 6, sequence = 2 where client_id = $1 and shard = 5',
      clientId,
    );
    expect(await stores.auditLog.verify(clientId)).toMatchObject({ ok: false });
  });

  it('are added to a client that had one chain by the first event of a user', async () => {
    const clientId = await withOneChain();
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: true, count: 3, pruned: 0 });
    await Promise.all([append(clientId), append(clientId)]);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: true, count: 45, pruned: 0 });
    await raw.executeFor('delete from audit_chain_heads where client_id = $1 and shard > 0', clientId);
    expect(await stores.auditLog.verify(clientId)).toMatchObject({ ok: false, shard: 1 });
  });
});

it('a user of a client writes while the chain of another user is locked', async () => {
  const location = await createDatabase(inject('postgres'), inject('migrated'));
  const stores = await openStore(location, { auditKey });
  const one = await addTenant(stores);
  const two = await addUser(stores, one.clientId, 2);
  const done: number[] = [];
  const write = async ({ profile }: Tenant): Promise<void> => {
    const event = { ...anEvent(profile.clientId), userId: profile.userId };
    await stores.engine.transaction(profile, (tx) => tx.audit.append(event));
    done.push(profile.userId);
  };
  const other = await openRawPostgres(location);
  await other.execute('begin');
  await other.executeFor('select 1 from audit_chain_heads where client_id = $1 and shard = 1 for update', one.clientId);
  const waiting = write(one);
  await write(two);
  await write(two);
  expect(done).toEqual([2, 2]);
  await other.execute('commit');
  await waiting;
  expect(await stores.auditLog.verify(one.clientId)).toEqual({ ok: true, count: 3, pruned: 0 });
  await other.close();
  await stores.close();
});
