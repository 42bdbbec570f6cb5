import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openRawPostgres, openRawSqlite, type RawConnection } from '../../test/raw-connection.ts';
import { REVERT_TO_STEP_2 } from '../../test/revert-schema.ts';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore, type Stores } from '../index.ts';
import { addTenant, anEvent, DAY, NOW, type Tenant, within } from '../testing/contract/fixtures.ts';
import { createDatabase } from '../testing/index.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);

const DELETE_ALL = 'delete from audit_events where client_id = $1';
const DELETE_HEAD = 'delete from audit_chain_heads where client_id = $1';
const DELETE_LAST = 'delete from audit_events where client_id = $1 and sequence > 7';
const HEAD_TO_LAST = `update audit_chain_heads set (sequence, hash) =
  (select sequence, hash from audit_events where client_id = $1 order by sequence desc limit 1) where client_id = $1 and shard = 0`;
const EMPTY_HEAD = `update audit_chain_heads set sequence = 0, hash = '' where client_id = $1 and shard = 0`;
const REMOVE_MAC = `update audit_chain_heads set mac = '' where client_id = $1 and shard = 0`;

const TRUNCATE = [DELETE_LAST, HEAD_TO_LAST];

const TAMPERINGS: readonly [string, readonly string[], number][] = [
  ['truncated', TRUNCATE, 7],
  ['emptied, with its chain head reset', [DELETE_ALL, EMPTY_HEAD], 1],
  ['emptied, with its chain head deleted', [DELETE_ALL, DELETE_HEAD], 1],
];

describe.each([
  ['SQLite', async () => join(folder, 'cut.db'), openRawSqlite],
  ['PostgreSQL', () => createDatabase(inject('postgres'), inject('migrated')), openRawPostgres],
])('an audit log on %s', (_, createLocation, openRaw) => {
  const options = { auditKey: new Uint8Array(32).fill(7), durability: 'off' } as const;
  let location: string;
  let stores: Stores;
  let raw: RawConnection;
  beforeAll(async () => {
    location = await createLocation();
    stores = await openStore(location, options);
    raw = await openRaw(location);
  });
  afterAll(async () => {
    await raw.close();
    await stores.close();
  });

  async function append(tenant: Tenant, count: number): Promise<void> {
    await within(stores, tenant, async (tx) => {
      for (let index = 0; index < count; index += 1) await tx.audit.append(anEvent(tenant.clientId, { index }));
    });
  }

  it.each(TAMPERINGS)('fails verification at its chain head after it was %s', async (_, statements, firstBreak) => {
    const tenant = await addTenant(stores);
    await append(tenant, 10);
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 10, pruned: 0 });
    for (const statement of statements) await raw.executeFor(statement, tenant.clientId);
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({
      ok: false,
      shard: 0,
      firstBreak,
      reason: 'chain-head',
    });
    expect(await stores.auditLog.clients()).toContain(tenant.clientId);
  });

  it.each(TAMPERINGS)(
    'still fails verification after more events and retention when it was %s',
    async (_, statements) => {
      const tenant = await addTenant(stores);
      await append(tenant, 10);
      for (const statement of statements) await raw.executeFor(statement, tenant.clientId);
      const broken = { ok: false, reason: expect.stringMatching(/^(chain-head|chain-head-unsigned)$/) };
      await append(tenant, 3);
      expect(await stores.auditLog.verify(tenant.clientId)).toMatchObject(broken);
      await stores.auditLog.prune(NOW + DAY);
      await append(tenant, 1);
      expect(await stores.auditLog.verify(tenant.clientId)).toMatchObject(broken);
    },
  );

  it('fails verification as unsigned, also after more events, when it was truncated and the HMAC removed', async () => {
    const tenant = await addTenant(stores);
    await append(tenant, 10);
    for (const statement of [...TRUNCATE, REMOVE_MAC]) await raw.executeFor(statement, tenant.clientId);
    const unsigned = { ok: false, shard: 0, reason: 'chain-head-unsigned' };
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ...unsigned, firstBreak: 7 });
    await append(tenant, 3);
    await stores.auditLog.prune(NOW + DAY);
    await append(tenant, 1);
    expect(await stores.auditLog.verify(tenant.clientId)).toMatchObject(unsigned);
  });

  it('is not signed by the migration when it was truncated and the schema reverted', async () => {
    const tenant = await addTenant(stores);
    await append(tenant, 10);
    for (const statement of TRUNCATE) await raw.executeFor(statement, tenant.clientId);
    await stores.close();
    for (const statement of REVERT_TO_STEP_2) await raw.execute(statement);
    stores = await openStore(location, options);
    const unsigned = { ok: false, shard: 0, firstBreak: 7, reason: 'chain-head-unsigned' };
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual(unsigned);
    await append(tenant, 1);
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ...unsigned, firstBreak: 8 });
  });
});
