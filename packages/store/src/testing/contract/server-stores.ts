import { randomUUID } from 'node:crypto';
import type { AuditEvent } from '@sca-kit/engine';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores/stores.ts';
import { addTenant, aPublicKey, DAY, HOUR, NOW } from './fixtures.ts';

export function serverStoreContract(stores: () => Stores): void {
  describe('transfers', () => {
    it('are found as inserted, and funded once', async () => {
      const tenant = await addTenant(stores());
      const transfer = {
        ...{ ...tenant.profile, transferId: 5, amount: '10.00', currency: 'EUR', payee: 'GB1', fundedAt: null },
        details: { reference: 'rent', nested: { a: [1] } },
        createdAt: NOW,
      };
      expect(await stores().transfers.insert(transfer)).toBe(true);
      expect(await stores().transfers.insert(transfer)).toBe(false);
      expect(await stores().transfers.find(tenant.clientId, 5)).toEqual(transfer);
      const funded = await Promise.all([1, 2, 3].map((at) => stores().transfers.fund(tenant.clientId, 5, NOW + at)));
      expect(funded.filter(Boolean)).toHaveLength(1);
      expect(await stores().transfers.fund(tenant.clientId, 6, NOW)).toBe(false);
      expect((await stores().transfers.find(tenant.clientId, 5))?.fundedAt).toBeGreaterThan(NOW);
    });
  });

  describe('changes with an event', () => {
    it('write it when something happened, and not when nothing did', async () => {
      const tenant = await addTenant(stores());
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
      const before = await stores().auditLog.lastSequence(clientId);
      for (const _ of [1, 2]) await stores().transfers.insert(transfer, event('transfer.created'));
      for (const _ of [1, 2]) await stores().transfers.fund(clientId, 8, NOW, event('transfer.funded'));
      const entries = await stores().auditLog.list(clientId, before, 10);
      expect(entries.map((entry) => entry.event.type)).toEqual(['transfer.created', 'transfer.funded']);
      expect(await stores().auditLog.verify(clientId)).toMatchObject({ ok: true });
    });
  });

  describe('balances', () => {
    it('are found by id and listed by profile', async () => {
      const tenant = await addTenant(stores());
      const balance = { ...tenant.profile, balanceId: 7, currency: 'EUR', amount: '100.00', createdAt: NOW };
      expect(await stores().balances.insert(balance)).toBe(true);
      expect(await stores().balances.insert(balance)).toBe(false);
      expect(await stores().balances.insert({ ...balance, balanceId: 3, currency: 'GBP' })).toBe(true);
      expect(await stores().balances.find(tenant.clientId, 7)).toEqual(balance);
      expect((await stores().balances.list(tenant.profile)).map((it) => it.balanceId)).toEqual([3, 7]);
      expect(await stores().balances.list({ ...tenant.profile, profileId: 1 })).toEqual([]);
    });
  });

  describe('uploaded public keys', () => {
    it('are unique by id, and the newest valid one of a scope is found', async () => {
      const tenant = await addTenant(stores());
      const key = (keyId: string, validTill: number, algorithm?: string) =>
        aPublicKey(tenant, keyId, { validTill, ...(algorithm && { algorithm }) });
      expect(await stores().josePublicKeys.insert(key('z', NOW + DAY))).toBe('added');
      expect(await stores().josePublicKeys.insert(key('z', NOW + DAY))).toBe('id-taken');
      expect(await stores().josePublicKeys.insert(key('a', NOW + 2 * DAY))).toBe('added');
      expect(await stores().josePublicKeys.insert(key('short', NOW + 1000, 'OTHER'))).toBe('added');
      const newest = async (at: number, algorithm?: string) =>
        (await stores().josePublicKeys.findNewest(tenant.clientId, 'PAYLOAD_ENCRYPTION', at, algorithm))?.keyId;
      expect(await newest(NOW)).toBe('short');
      expect(await newest(NOW, 'RSA_OAEP_256')).toBe('a');
      expect(await newest(NOW + 1000)).toBe('a');
      expect(await newest(NOW - 1)).toBeUndefined();
      expect(await stores().josePublicKeys.find(tenant.clientId, 'z')).toEqual(key('z', NOW + DAY));
      expect(await stores().josePublicKeys.findNewest(tenant.clientId, 'PAYLOAD_SIGNING', NOW)).toBeUndefined();
    });

    it('have 32 places a client, scope and algorithm, also when many are added at once', async () => {
      const [tenant, other] = [await addTenant(stores()), await addTenant(stores())];
      const keys = Array.from({ length: 50 }, (_, index) => aPublicKey(tenant, `${index}`));
      const answers = await Promise.all(keys.map((key) => stores().josePublicKeys.insert(key)));
      expect(answers.filter((it) => it === 'added')).toHaveLength(32);
      expect(answers.filter((it) => it === 'full')).toHaveLength(18);
      const { insert } = stores().josePublicKeys;
      const stored = keys[answers.indexOf('added')];
      expect(stored && (await insert(stored))).toBe('id-taken');
      expect(await insert(aPublicKey(tenant, 'es', { algorithm: 'ES256' }))).toBe('added');
      expect(await insert(aPublicKey(tenant, 'signing', { scope: 'PAYLOAD_SIGNING' }))).toBe('added');
      expect(await insert(aPublicKey(other, '0'))).toBe('added');
    });

    it('are swept when they are past their validity, which makes room', async () => {
      const tenant = await addTenant(stores());
      const { insert, find } = stores().josePublicKeys;
      for (let index = 0; index < 32; index += 1) {
        await insert(aPublicKey(tenant, `${index}`, { validTill: NOW + (index < 31 ? HOUR : DAY) }));
      }
      expect(await insert(aPublicKey(tenant, 'next'))).toBe('full');
      while ((await stores().sweep(NOW + HOUR - 1)) > 0);
      expect(await find(tenant.clientId, '0')).toBeDefined();
      while ((await stores().sweep(NOW + HOUR)) > 0);
      expect(await find(tenant.clientId, '0')).toBeUndefined();
      expect(await find(tenant.clientId, '31')).toBeDefined();
      expect(await insert(aPublicKey(tenant, 'next'))).toBe('added');
    });
  });

  describe('the inbox', () => {
    it('lists newest first, by user when asked, within the client', async () => {
      const [tenant, other] = [await addTenant(stores()), await addTenant(stores())];
      const add = (clientId: string, userId: number, sealed: string) =>
        stores().inbox.add({ clientId, userId, channel: 'SMS', sealed, sentAt: NOW, expiresAt: NOW + DAY });
      await add(tenant.clientId, 1, 'first');
      await add(tenant.clientId, 2, 'second');
      await add(tenant.clientId, 1, 'third');
      await add(other.clientId, 1, 'foreign');
      const sealed = async (filter?: { userId?: number; limit?: number }) =>
        (await stores().inbox.list(tenant.clientId, filter)).map((it) => it.sealed);
      expect(await sealed()).toEqual(['third', 'second', 'first']);
      expect(await sealed({ userId: 1 })).toEqual(['third', 'first']);
      expect(await sealed({ limit: 1 })).toEqual(['third']);
    });

    it('numbers messages added at once', async () => {
      const tenant = await addTenant(stores());
      const message = { ...tenant.user, channel: 'SMS', sealed: 's', sentAt: NOW, expiresAt: NOW + DAY };
      const numbers = await Promise.all(Array.from({ length: 20 }, () => stores().inbox.add(message)));
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    });
  });

  describe('outcomes', () => {
    it('are taken once, by the request they are meant for', async () => {
      const { clientId } = await addTenant(stores());
      const correlationId = randomUUID();
      const targets = [
        { clientId, userId: 1, kind: 'PIN' },
        { clientId, operationId: 'verifyPin' },
        { clientId, correlationId },
      ];
      for (const [index, target] of targets.entries()) {
        await stores().simulatedResponses.put(target, `old-${index}`, NOW + DAY);
        await stores().simulatedResponses.put(target, `outcome-${index}`, NOW + DAY);
      }
      expect(await stores().simulatedResponses.take({ clientId, userId: 2, kind: 'PIN' })).toBeUndefined();
      expect(await stores().simulatedResponses.take({ clientId, userId: 1, kind: 'SMS' })).toBeUndefined();
      for (const [index, target] of targets.entries()) {
        const taken = await Promise.all(Array.from({ length: 10 }, () => stores().simulatedResponses.take(target)));
        expect(taken.filter((it) => it !== undefined)).toEqual([`outcome-${index}`]);
      }
    });

    it('by correlation id are kept from other clients, and serve a request of nobody known', async () => {
      const [{ clientId }, other] = [await addTenant(stores()), await addTenant(stores())];
      const correlationId = randomUUID();
      await stores().simulatedResponses.put({ clientId, correlationId }, 'error', NOW + DAY);
      expect(await stores().simulatedResponses.take({ clientId: other.clientId, correlationId })).toBeUndefined();
      expect(await stores().simulatedResponses.take({ clientId: null, correlationId })).toBe('error');
      expect(await stores().simulatedResponses.take({ clientId, correlationId })).toBeUndefined();
    });
  });
}
