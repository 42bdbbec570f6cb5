import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AuditEvent } from '@sca-kit/engine';
import { addTenant, createDatabase, NOW } from '@sca-kit/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStores, type ServerStores } from '../src/open-stores.ts';
import { temporaryFolder } from './support/server-process.ts';

describe.each([
  ['an SQLite file', async () => join(temporaryFolder(), 'sca.db')],
  ['PostgreSQL', () => createDatabase(inject('postgres'))],
])('the stores of the demo resources of %s', (_, locate) => {
  let stores: ServerStores;
  beforeAll(async () => {
    stores = await openStores(await locate(), { auditKey: new Uint8Array(32), durability: 'off' });
  });
  afterAll(() => stores.close());

  describe('transfers', () => {
    it('are found as inserted, and funded once', async () => {
      const tenant = await addTenant(stores);
      const transfer = {
        ...{ ...tenant.profile, transferId: 5, amount: '10.00', currency: 'EUR', payee: 'GB1', fundedAt: null },
        details: { reference: 'rent', nested: { a: [1] } },
        createdAt: NOW,
      };
      expect(await stores.transfers.insert(transfer)).toBe(true);
      expect(await stores.transfers.insert(transfer)).toBe(false);
      expect(await stores.transfers.find(tenant.clientId, 5)).toEqual(transfer);
      const funded = await Promise.all([1, 2, 3].map((at) => stores.transfers.fund(tenant.clientId, 5, NOW + at)));
      expect(funded.filter(Boolean)).toHaveLength(1);
      expect(await stores.transfers.fund(tenant.clientId, 6, NOW)).toBe(false);
      expect((await stores.transfers.find(tenant.clientId, 5))?.fundedAt).toBeGreaterThan(NOW);
    });
  });

  describe('changes with an event', () => {
    it('write it when something happened, and not when nothing did', async () => {
      const tenant = await addTenant(stores);
      const { clientId, userId, profileId } = tenant.profile;
      const transfer = {
        ...{ ...tenant.profile, transferId: 8, amount: '1', currency: 'EUR', payee: 'GB1', fundedAt: null },
        details: {},
        createdAt: NOW,
      };
      const event = (type: string): AuditEvent => ({
        ...{ clientId, userId, profileId, actor: 'application', type, result: 'success', at: NOW, traceId: null },
        data: {},
      });
      const before = await stores.auditLog.lastPosition(clientId);
      for (const _ of [1, 2]) await stores.transfers.insert(transfer, event('transfer.created'));
      for (const _ of [1, 2]) await stores.transfers.fund(clientId, 8, NOW, event('transfer.funded'));
      const entries = await stores.auditLog.list(clientId, before, 10);
      expect(entries.map((entry) => entry.event.type)).toEqual(['transfer.created', 'transfer.funded']);
      expect(await stores.auditLog.verify(clientId)).toMatchObject({ ok: true });
    });
  });

  describe('balances', () => {
    it('are found by id and listed by profile', async () => {
      const tenant = await addTenant(stores);
      const balance = { ...tenant.profile, balanceId: 7, currency: 'EUR', amount: '100.00', createdAt: NOW };
      expect(await stores.balances.insert(balance)).toBe(true);
      expect(await stores.balances.insert(balance)).toBe(false);
      expect(await stores.balances.insert({ ...balance, balanceId: 3, currency: 'GBP' })).toBe(true);
      expect(await stores.balances.find(tenant.clientId, 7)).toEqual(balance);
      expect((await stores.balances.list(tenant.profile)).map(({ balanceId }) => balanceId)).toEqual([3, 7]);
      expect(await stores.balances.list({ ...tenant.profile, profileId: 1 })).toEqual([]);
    });
  });

  it('deletes transfers and balances with their user', async () => {
    const { clientId, user, profile } = await addTenant(stores);
    const facts = { ...profile, currency: 'EUR', amount: '1', createdAt: NOW };
    await stores.balances.insert({ ...facts, balanceId: 1 });
    await stores.transfers.insert({ ...facts, transferId: 1, payee: 'GB1', fundedAt: null, details: {} });
    await stores.engine.transaction(user, (tx) => tx.users.delete(user));
    expect(await stores.balances.find(clientId, 1)).toBeUndefined();
    expect(await stores.transfers.find(clientId, 1)).toBeUndefined();
  });
});

it('keeps the transfers of a database in which the store created the tables', async () => {
  const location = join(temporaryFolder(), 'older.db');
  const options = { auditKey: new Uint8Array(32) };
  const first = await openStores(location, options);
  const { clientId, profile } = await addTenant(first);
  const transfer = { ...profile, transferId: 1, amount: '1', currency: 'EUR', payee: 'GB1', details: {} };
  await first.transfers.insert({ ...transfer, createdAt: NOW, fundedAt: null });
  await first.close();
  const file = new DatabaseSync(location);
  for (const extension of ['demo', 'sandbox']) file.exec(`drop table ${extension}_migration`);
  file.exec('drop table simulated_responses; create table outcomes (client_id text)');
  file.close();
  const second = await openStores(location, options);
  expect(await second.health()).toEqual({ reachable: true, migrated: true });
  expect(await second.transfers.find(clientId, 1)).toMatchObject(transfer);
  await second.close();
});
