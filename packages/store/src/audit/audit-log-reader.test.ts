import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openSqlite } from '../database/sqlite.ts';
import { openStore } from '../index.ts';
import { addTenant, anEvent, DAY, NOW, within } from '../testing/contract/fixtures.ts';
import { auditLogReader } from './audit-log-reader.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);
const location = join(folder, 'tampered.db');
const stores = await openStore(location, { auditKey: new Uint8Array(32).fill(7), durability: 'off' });
const intruder = new DatabaseSync(location);
afterAll(async () => {
  intruder.close();
  await stores.close();
});

/** A chain of 1200 events, over more than one page. */
async function aChain(): Promise<string> {
  const tenant = await addTenant(stores);
  await within(stores, tenant, async (tx) => {
    for (let index = 1; index <= 1200; index += 1) {
      await tx.audit.append({ ...anEvent(tenant.clientId, { index, challenge: 'PIN' }), at: NOW + index });
    }
  });
  return tenant.clientId;
}

const on = (sequence: number, change: string): string =>
  `update audit_events set ${change} where client_id = ? and sequence = ${sequence}`;

describe('checking an audit chain', () => {
  it.each([
    ['a changed result', on(700, "result = 'failure'"), 700, 'changed'],
    ['a changed time', on(1, 'at = at + 1'), 1, 'changed'],
    ['a changed fact', on(1200, `data = '{"challenge":"SMS","index":1200}'`), 1200, 'changed'],
    ['facts that are no JSON', on(701, `data = 'x'`), 701, 'changed'],
    ['a changed hash', on(3, "hash = 'AAAA'"), 3, 'changed'],
    ['another user', on(4, 'user_id = 2'), 4, 'changed'],
    ['a deleted event', 'delete from audit_events where client_id = ? and sequence = 500', 500, 'missing'],
    ['deleted first events', 'delete from audit_events where client_id = ? and sequence <= 10', 1, 'missing'],
    ['deleted last events', 'delete from audit_events where client_id = ? and sequence > 1190', 1191, 'missing'],
    ['all events deleted', 'delete from audit_events where client_id = ?', 1, 'missing'],
    ['a deleted head', 'delete from audit_chain_heads where client_id = ?', 1200, 'chain-head'],
    ['a head moved back', 'update audit_chain_heads set sequence = 1199 where client_id = ?', 1200, 'chain-head'],
    [
      'an anchor set by hand',
      "update audit_chain_heads set checkpoint_sequence = 9, checkpoint_hash = 'x' where client_id = ?",
      9,
      'checkpoint',
    ],
  ])('names %s', async (_, tampering, firstBreak, reason) => {
    const clientId = await aChain();
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: true, count: 1200, pruned: 0 });
    intruder.prepare(tampering).run(clientId);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, firstBreak, reason });
  });

  it('names the first of two breaks, also before one that cannot be read', async () => {
    const clientId = await aChain();
    intruder.prepare(on(620, "data = 'x'")).run(clientId);
    intruder.prepare(on(610, "actor = 'system'")).run(clientId);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, firstBreak: 610, reason: 'changed' });
  });

  it('names events that were exchanged', async () => {
    const clientId = await aChain();
    const move = intruder.prepare('update audit_events set sequence = ? where client_id = ? and sequence = ?');
    move.run(-1, clientId, 5);
    move.run(5, clientId, 6);
    move.run(6, clientId, -1);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, firstBreak: 5, reason: 'changed' });
  });

  it('sees a forged anchor that hides deleted events', async () => {
    const clientId = await aChain();
    const [entry] = await stores.auditLog.list(clientId, 99, 1);
    intruder.prepare('delete from audit_events where client_id = ? and sequence <= 100').run(clientId);
    intruder
      .prepare('update audit_chain_heads set checkpoint_sequence = 100, checkpoint_hash = ? where client_id = ?')
      .run(entry?.hash ?? '', clientId);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, firstBreak: 100, reason: 'checkpoint' });
  });

  it('holds only under the key that made it', async () => {
    const clientId = await aChain();
    const database = await openSqlite(location);
    const other = auditLogReader(database, new Uint8Array(32).fill(8));
    expect(await other.verify(clientId)).toEqual({ ok: false, firstBreak: 1, reason: 'changed' });
    await database.close();
  });

  it('finds a break after the anchor of retention', async () => {
    const clientId = await aChain();
    await stores.auditLog.prune(NOW + 601);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: true, count: 600, pruned: 600 });
    intruder.prepare(on(601, "type = 'x'")).run(clientId);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, firstBreak: 601, reason: 'changed' });
    expect(await stores.auditLog.prune(NOW - DAY)).toEqual({ pruned: 0, broken: [] });
  });
});
