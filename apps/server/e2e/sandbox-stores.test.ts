import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { addTenant, createDatabase, DAY, NOW } from '@sca-kit/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStores, type ServerStores } from '../src/open-stores.ts';
import { temporaryFolder } from './support/server-process.ts';

describe.each([
  ['an SQLite file', async () => join(temporaryFolder(), 'sca.db')],
  ['PostgreSQL', () => createDatabase(inject('postgres'))],
])('the stores of the sandbox of %s', (_, locate) => {
  let stores: ServerStores;
  beforeAll(async () => {
    stores = await openStores(await locate(), { auditKey: new Uint8Array(32), durability: 'off' });
  });
  afterAll(() => stores.close());

  describe('the inbox', () => {
    it('lists newest first, by user when asked, within the client', async () => {
      const [tenant, other] = [await addTenant(stores), await addTenant(stores)];
      const add = (clientId: string, userId: number, encryptedContent: string) =>
        stores.inbox.add({ clientId, userId, channel: 'SMS', encryptedContent, sentAt: NOW, expiresAt: NOW + DAY });
      await add(tenant.clientId, 1, 'first');
      await add(tenant.clientId, 2, 'second');
      await add(tenant.clientId, 1, 'third');
      await add(other.clientId, 1, 'foreign');
      const contents = async (filter?: { userId?: number; limit?: number }) =>
        (await stores.inbox.list(tenant.clientId, filter)).map(({ encryptedContent }) => encryptedContent);
      expect(await contents()).toEqual(['third', 'second', 'first']);
      expect(await contents({ userId: 1 })).toEqual(['third', 'first']);
      expect(await contents({ limit: 1 })).toEqual(['third']);
    });

    it('numbers messages added at once', async () => {
      const tenant = await addTenant(stores);
      const message = { ...tenant.user, channel: 'SMS', encryptedContent: 's', sentAt: NOW, expiresAt: NOW + DAY };
      const numbers = await Promise.all(Array.from({ length: 20 }, () => stores.inbox.add(message)));
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    });
  });

  describe('outcomes', () => {
    it('are taken once, by the request they are meant for', async () => {
      const { clientId } = await addTenant(stores);
      const correlationId = randomUUID();
      const targets = [
        { clientId, userId: 1, kind: 'PIN' },
        { clientId, operationId: 'verifyPin' },
        { clientId, correlationId },
      ];
      for (const [index, target] of targets.entries()) {
        await stores.simulatedResponses.put(target, `old-${index}`, NOW + DAY);
        await stores.simulatedResponses.put(target, `outcome-${index}`, NOW + DAY);
      }
      expect(await stores.simulatedResponses.take({ clientId, userId: 2, kind: 'PIN' })).toBeUndefined();
      expect(await stores.simulatedResponses.take({ clientId, userId: 1, kind: 'SMS' })).toBeUndefined();
      for (const [index, target] of targets.entries()) {
        const taken = await Promise.all(Array.from({ length: 10 }, () => stores.simulatedResponses.take(target)));
        expect(taken.filter((response) => response !== undefined)).toEqual([`outcome-${index}`]);
      }
    });

    it('by correlation id apply to their own client and to anonymous requests only', async () => {
      const [{ clientId }, other] = [await addTenant(stores), await addTenant(stores)];
      const correlationId = randomUUID();
      await stores.simulatedResponses.put({ clientId, correlationId }, 'error', NOW + DAY);
      expect(await stores.simulatedResponses.take({ clientId: other.clientId, correlationId })).toBeUndefined();
      expect(await stores.simulatedResponses.take({ clientId: null, correlationId })).toBe('error');
      expect(await stores.simulatedResponses.take({ clientId, correlationId })).toBeUndefined();
    });
  });

  it('deletes messages and simulated responses with their user, and when they expire', async () => {
    const [deleted, expired] = [await addTenant(stores), await addTenant(stores)];
    for (const { user } of [deleted, expired]) {
      await stores.inbox.add({ ...user, channel: 'SMS', encryptedContent: 's', sentAt: NOW, expiresAt: NOW + 1 });
      await stores.simulatedResponses.put({ ...user, kind: 'PIN' }, 'fail', NOW + 1);
    }
    await stores.engine.transaction(deleted.user, (tx) => tx.users.delete(deleted.user));
    while ((await stores.sweep(NOW)) > 0);
    expect(await stores.inbox.list(deleted.clientId)).toEqual([]);
    expect(await stores.simulatedResponses.take({ ...deleted.user, kind: 'PIN' })).toBeUndefined();
    expect(await stores.inbox.list(expired.clientId)).toHaveLength(1);
    while ((await stores.sweep(NOW + 1)) > 0);
    expect(await stores.inbox.list(expired.clientId)).toEqual([]);
    expect(await stores.simulatedResponses.take({ ...expired.user, kind: 'PIN' })).toBeUndefined();
  });
});
