import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Intruder, intruderInFile, intruderInPostgres } from '../../test/intruder.ts';
import { BACK_TO_STEP_2 } from '../../test/older-schema.ts';
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
  (select sequence, hash from audit_events where client_id = $1 order by sequence desc limit 1) where client_id = $1`;
const EMPTY_HEAD = `update audit_chain_heads set sequence = 0, hash = '' where client_id = $1`;
const UNSEAL = `update audit_chain_heads set mac = '' where client_id = $1`;

const CUT_OFF = [DELETE_LAST, HEAD_TO_LAST];

const TAMPERINGS: readonly [string, readonly string[], number][] = [
  ['cut off at its end', CUT_OFF, 7],
  ['emptied', [DELETE_ALL, EMPTY_HEAD], 1],
  ['wiped', [DELETE_ALL, DELETE_HEAD], 1],
];

describe.each([
  ['SQLite', async () => join(folder, 'cut.db'), intruderInFile],
  ['PostgreSQL', () => createDatabase(inject('postgres'), inject('migrated')), intruderInPostgres],
])('a trail on %s', (_, locate, intrude) => {
  const options = { auditKey: new Uint8Array(32).fill(7), durability: 'off' } as const;
  let location: string;
  let stores: Stores;
  let intruder: Intruder;
  beforeAll(async () => {
    location = await locate();
    stores = await openStore(location, options);
    intruder = await intrude(location);
  });
  afterAll(async () => {
    await intruder.close();
    await stores.close();
  });

  async function append(tenant: Tenant, count: number): Promise<void> {
    await within(stores, tenant, async (tx) => {
      for (let index = 0; index < count; index += 1) await tx.audit.append(anEvent(tenant.clientId, { index }));
    });
  }

  it.each(TAMPERINGS)('that was %s is broken at its head', async (_, statements, firstBreak) => {
    const tenant = await addTenant(stores);
    await append(tenant, 10);
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 10, pruned: 0 });
    for (const statement of statements) await intruder.run(statement, tenant.clientId);
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ok: false, firstBreak, reason: 'chain-head' });
    expect(await stores.auditLog.clients()).toContain(tenant.clientId);
  });

  it.each(TAMPERINGS)('that was %s is not healed by more events, nor by retention', async (_, statements) => {
    const tenant = await addTenant(stores);
    await append(tenant, 10);
    for (const statement of statements) await intruder.run(statement, tenant.clientId);
    const broken = { ok: false, reason: expect.stringMatching(/^(chain-head|chain-head-unsigned)$/) };
    await append(tenant, 3);
    expect(await stores.auditLog.verify(tenant.clientId)).toMatchObject(broken);
    await stores.auditLog.prune(NOW + DAY);
    await append(tenant, 1);
    expect(await stores.auditLog.verify(tenant.clientId)).toMatchObject(broken);
  });

  it('that was cut off, and its head left without a seal, is broken for want of it and stays so', async () => {
    const tenant = await addTenant(stores);
    await append(tenant, 10);
    for (const statement of [...CUT_OFF, UNSEAL]) await intruder.run(statement, tenant.clientId);
    const unsealed = { ok: false, reason: 'chain-head-unsigned' };
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ...unsealed, firstBreak: 7 });
    await append(tenant, 3);
    await stores.auditLog.prune(NOW + DAY);
    await append(tenant, 1);
    expect(await stores.auditLog.verify(tenant.clientId)).toMatchObject(unsealed);
  });

  it('that was cut off, and the schema put back to a time before seals, is not sealed by the way forward', async () => {
    const tenant = await addTenant(stores);
    await append(tenant, 10);
    for (const statement of CUT_OFF) await intruder.run(statement, tenant.clientId);
    await stores.close();
    for (const statement of BACK_TO_STEP_2) await intruder.change(statement);
    stores = await openStore(location, options);
    const unsealed = { ok: false, firstBreak: 7, reason: 'chain-head-unsigned' };
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual(unsealed);
    await append(tenant, 1);
    expect(await stores.auditLog.verify(tenant.clientId)).toEqual({ ...unsealed, firstBreak: 8 });
  });
});
