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
const raw = new DatabaseSync(location);
afterAll(async () => {
  raw.close();
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

describe('verifying an audit log', () => {
  it.each([
    ['the result of an event was changed', on(700, "result = 'failure'"), 700, 'changed'],
    ['the time of an event was changed', on(1, 'at = at + 1'), 1, 'changed'],
    ['the data of an event was changed', on(1200, `data = '{"challenge":"SMS","index":1200}'`), 1200, 'changed'],
    ['the data of an event is not valid JSON', on(701, `data = 'x'`), 701, 'changed'],
    ['the data of an event has a number out of range', on(702, `data = '{"index":1e999}'`), 702, 'changed'],
    ['the hash of an event was changed', on(3, "hash = 'AAAA'"), 3, 'changed'],
    ['the user of an event was changed', on(4, 'user_id = 2'), 4, 'changed'],
    ['an event was deleted', 'delete from audit_events where client_id = ? and sequence = 500', 500, 'missing'],
    ['the first events were deleted', 'delete from audit_events where client_id = ? and sequence <= 10', 1, 'missing'],
    [
      'the last events were deleted',
      'delete from audit_events where client_id = ? and sequence > 1190',
      1191,
      'missing',
    ],
    ['all events were deleted', 'delete from audit_events where client_id = ?', 1, 'missing'],
    ['the chain head was deleted', 'delete from audit_chain_heads where client_id = ?', 1200, 'chain-head'],
    [
      'the chain head was moved back',
      'update audit_chain_heads set sequence = 1199 where client_id = ? and shard = 0',
      1200,
      'chain-head',
    ],
    [
      'the checkpoint was forged',
      "update audit_chain_heads set checkpoint_sequence = 9, checkpoint_hash = 'x' where client_id = ?",
      9,
      'checkpoint',
    ],
  ])('reports the first invalid event when %s', async (_, tampering, firstBreak, reason) => {
    const clientId = await aChain();
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: true, count: 1200, pruned: 0 });
    raw.prepare(tampering).run(clientId);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, shard: 0, firstBreak, reason });
  });

  it('reports the first of two breaks when the second is not valid JSON', async () => {
    const clientId = await aChain();
    raw.prepare(on(620, "data = 'x'")).run(clientId);
    raw.prepare(on(610, "actor = 'system'")).run(clientId);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, shard: 0, firstBreak: 610, reason: 'changed' });
  });

  it('reports a break when two events were swapped', async () => {
    const clientId = await aChain();
    const move = raw.prepare('update audit_events set sequence = ? where client_id = ? and sequence = ?');
    move.run(-1, clientId, 5);
    move.run(5, clientId, 6);
    move.run(6, clientId, -1);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, shard: 0, firstBreak: 5, reason: 'changed' });
  });

  it('reports a forged checkpoint that hides deleted events', async () => {
    const clientId = await aChain();
    const [entry] = await stores.auditLog.list(clientId, '0:99', 1);
    raw.prepare('delete from audit_events where client_id = ? and sequence <= 100').run(clientId);
    raw
      .prepare('update audit_chain_heads set checkpoint_sequence = 100, checkpoint_hash = ? where client_id = ?')
      .run(entry?.hash ?? '', clientId);
    expect(await stores.auditLog.verify(clientId)).toEqual({
      ok: false,
      shard: 0,
      firstBreak: 100,
      reason: 'checkpoint',
    });
  });

  it('reports the first event as changed when the audit key is another', async () => {
    const clientId = await aChain();
    const database = await openSqlite(location);
    const other = auditLogReader(database, new Uint8Array(32).fill(8));
    expect(await other.verify(clientId)).toEqual({ ok: false, shard: 0, firstBreak: 1, reason: 'changed' });
    await database.close();
  });

  it('reports a break after the checkpoint of retention', async () => {
    const clientId = await aChain();
    await stores.auditLog.prune(NOW + 601);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: true, count: 600, pruned: 600 });
    raw.prepare(on(601, "type = 'x'")).run(clientId);
    expect(await stores.auditLog.verify(clientId)).toEqual({ ok: false, shard: 0, firstBreak: 601, reason: 'changed' });
    expect(await stores.auditLog.prune(NOW - DAY)).toEqual({ pruned: 0, broken: [] });
  });
});
