import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openRawPostgres, openRawSqlite, type RawConnection } from '../../test/raw-connection.ts';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore, type Stores } from '../index.ts';
import { addTenant, anEvent, DAY, NOW, type Tenant, within } from '../testing/contract/fixtures.ts';
import { createDatabase } from '../testing/index.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);

const AGE_EVENTS = 'update audit_events set at = 1 where client_id = $1';
const AGE_HEAD = 'update audit_chain_heads set oldest_at = 1 where client_id = $1';
const DELETE_ONE = 'delete from audit_events where client_id = $1 and sequence = 3';
const DELETE_LAST = 'delete from audit_events where client_id = $1 and sequence > 7';
const HEAD_TO_LAST = `update audit_chain_heads set (sequence, hash) =
  (select sequence, hash from audit_events where client_id = $1 order by sequence desc limit 1) where client_id = $1 and shard = 0`;

describe.each([
  ['SQLite', async () => join(folder, 'retention.db'), openRawSqlite],
  ['PostgreSQL', () => createDatabase(inject('postgres'), inject('migrated')), openRawPostgres],
])('retention on %s', (_, createLocation, openRaw) => {
  let stores: Stores;
  let raw: RawConnection;
  beforeAll(async () => {
    const location = await createLocation();
    stores = await openStore(location, { auditKey: new Uint8Array(32).fill(7), durability: 'off' });
    raw = await openRaw(location);
  });
  afterAll(async () => {
    await raw.close();
    await stores.close();
  });

  /** A client with ten events. */
  async function withEvents(at: number): Promise<Tenant> {
    const tenant = await addTenant(stores);
    await within(stores, tenant, async (tx) => {
      for (let index = 0; index < 10; index += 1) {
        await tx.audit.append({ ...anEvent(tenant.clientId, { index }), at: at + index });
      }
    });
    return tenant;
  }

  const eventsOf = async ({ clientId }: Tenant) => (await stores.auditLog.list(clientId, '0', 100)).length;

  it.each([
    ['the events were backdated', NOW, [AGE_EVENTS, AGE_HEAD], { firstBreak: 1, reason: 'changed' }],
    [
      'the data of the events is not valid JSON',
      NOW,
      [`update audit_events set data = 'x' where client_id = $1`, AGE_HEAD],
      {},
    ],
    [
      'the data of the events has a number out of range',
      NOW - DAY,
      [`update audit_events set data = '{"index":1e999}' where client_id = $1`],
      { firstBreak: 1, reason: 'changed' },
    ],
    ['an old event is missing', NOW - DAY, [DELETE_ONE], { firstBreak: 3, reason: 'missing' }],
    [
      'the last events were deleted and the chain head was moved back',
      NOW - DAY,
      [DELETE_LAST, HEAD_TO_LAST],
      { firstBreak: 7, reason: 'chain-head' },
    ],
    ['all events were deleted', NOW - DAY, ['delete from audit_events where client_id = $1'], { firstBreak: 1 }],
    [
      'the checkpoint was forged',
      NOW - DAY,
      ['update audit_chain_heads set checkpoint_sequence = 2 where client_id = $1'],
      { firstBreak: 2, reason: 'checkpoint' },
    ],
  ])('deletes and signs nothing and reports the client once when %s', async (_, at, statements, found) => {
    const [tenant, sound] = [await withEvents(at), await withEvents(NOW - DAY)];
    for (const statement of statements) await raw.executeFor(statement, tenant.clientId);
    const left = await eventsOf(tenant).catch(() => 'unreadable');
    const first = await stores.auditLog.prune(NOW - DAY / 2);
    expect(first).toEqual({ pruned: 10, broken: [tenant.clientId] });
    expect(await eventsOf(tenant).catch(() => 'unreadable')).toBe(left);
    expect(await stores.auditLog.verify(tenant.clientId)).toMatchObject({ ok: false, ...found });
    expect(await stores.auditLog.verify(sound.clientId)).toEqual({ ok: true, count: 0, pruned: 10 });
    expect(await stores.auditLog.prune(NOW - DAY / 2)).toEqual({ pruned: 0, broken: [] });
  });

  it.each([500 * DAY, -500 * DAY])(
    'deletes no event early when the clock of its client is moved by %d ms',
    async (offset) => {
      const tenant = await withEvents(NOW);
      await raw.executeFor(`update clients set clock_offset = ${offset} where client_id = $1`, tenant.clientId);
      await within(stores, tenant, async (tx) => {
        expect(tx.clockOffset).toBe(Math.max(0, offset));
      });
      expect(await stores.auditLog.prune(NOW - DAY)).toEqual({ pruned: 0, broken: [] });
      expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 10, pruned: 0 });
      await stores.auditLog.prune(NOW + DAY);
    },
  );
});
