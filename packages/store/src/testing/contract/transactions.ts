import type { Transaction } from '@sca-kit/engine';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import { aClient, addTenant, anEvent, aToken, NOW, within } from './fixtures.ts';

const LOCKED = { clientId: 'written-in-a-read', userId: 1, profileId: 1 };

export function transactionContract(stores: () => Stores): void {
  describe('transactions', () => {
    it('commit their writes when the work resolves', async () => {
      const tenant = await addTenant(stores());
      const result = await within(stores(), tenant, async (tx) => {
        await tx.storedSecrets.insert({ ...tenant.profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW });
        return 'done';
      });
      expect(result).toBe('done');
      const pin = await stores().engine.read(tenant.profile, (tx) => tx.storedSecrets.find(tenant.profile, 'PIN'));
      expect(pin).toEqual({ ...tenant.profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW });
    });

    it('roll back their writes and audit events when the work rejects', async () => {
      const tenant = await addTenant(stores());
      const failure = new Error('no');
      const attempt = within(stores(), tenant, async (tx) => {
        await tx.storedSecrets.insert({ ...tenant.profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW });
        await tx.audit.append(anEvent(tenant.clientId));
        throw failure;
      });
      await expect(attempt).rejects.toBe(failure);
      expect(
        await stores().engine.read(tenant.profile, (tx) => tx.storedSecrets.find(tenant.profile, 'PIN')),
      ).toBeUndefined();
      expect(await stores().auditLog.list(tenant.clientId, '0', 10)).toEqual([]);
    });

    it('read their own writes', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        await tx.oneTimeTokens.insert(aToken(tenant, 'digest'));
        expect(await tx.oneTimeTokens.find(tenant.clientId, 'digest')).toEqual(aToken(tenant, 'digest'));
      });
    });

    it('keep the order of writes to one row', async () => {
      const tenant = await addTenant(stores());
      const token = aToken(tenant, 'digest');
      const session = { ...tenant.profile, openedAt: NOW, expiresAt: NOW + 1 };
      await within(stores(), tenant, async ({ oneTimeTokens, scaSessions, profiles }) => {
        await oneTimeTokens.insert(token);
        await oneTimeTokens.save({ ...token, version: 2 });
        for (const expiresAt of [NOW + 1, NOW + 2]) await scaSessions.put({ ...session, expiresAt });
        for (const failedAttempts of [1, 2]) {
          await profiles.setAttempts(tenant.profile, { failedAttempts, lockedUntil: null, recentFailures: [] });
        }
        expect(await scaSessions.find(tenant.profile)).toEqual({ ...session, expiresAt: NOW + 2 });
        expect(await oneTimeTokens.find(tenant.clientId, 'digest')).toEqual({ ...token, version: 2 });
        expect(await profiles.find(tenant.clientId, tenant.profile.profileId)).toMatchObject({ failedAttempts: 2 });
      });
    });

    it('stay usable after an insert that found an existing row', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        const pin = { ...tenant.profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW } as const;
        expect(await tx.storedSecrets.insert(pin)).toBe(true);
        expect(await tx.storedSecrets.insert({ ...pin, secret: 'argon2id:2' })).toBe(false);
        expect(await tx.storedSecrets.find(tenant.profile, 'PIN')).toEqual(pin);
        expect(await tx.storedSecrets.insert({ ...pin, factor: 'FACE_MAP', secret: 'encrypted' })).toBe(true);
      });
      expect(
        await stores().engine.read(tenant.profile, (tx) => tx.storedSecrets.find(tenant.profile, 'FACE_MAP')),
      ).toBeDefined();
    });

    it('have the clock offset of the client, or 0 when the client does not exist', async () => {
      const tenant = await addTenant(stores(), 5000);
      const offset = async (tx: Transaction) => tx.clockOffset;
      expect(await stores().engine.transaction(tenant.profile, offset)).toBe(5000);
      expect(await stores().engine.transaction(tenant.user, offset)).toBe(5000);
      expect(await stores().engine.transaction({ clientId: tenant.clientId }, offset)).toBe(5000);
      expect(await stores().engine.read(tenant.user, offset)).toBe(5000);
      expect(await stores().engine.transaction({ clientId: 'nobody' }, offset)).toBe(0);
    });

    it('run when the row of their scope does not exist', async () => {
      const tenant = await addTenant(stores());
      const nobody = { clientId: tenant.clientId, userId: 404, profileId: 404 };
      expect(await stores().engine.transaction(nobody, (tx) => tx.users.find(nobody))).toBeUndefined();
    });

    it('run one after another when they have the same profile', async () => {
      const tenant = await addTenant(stores());
      const count = () =>
        within(stores(), tenant, async (tx) => {
          const profile = await tx.profiles.find(tenant.clientId, tenant.profile.profileId);
          const failedAttempts = (profile?.failedAttempts ?? 0) + 1;
          await tx.profiles.setAttempts(tenant.profile, { failedAttempts, lockedUntil: null, recentFailures: [] });
        });
      await Promise.all(Array.from({ length: 30 }, count));
      const profile = await stores().engine.read(tenant.profile, (tx) =>
        tx.profiles.find(tenant.clientId, tenant.profile.profileId),
      );
      expect(profile?.failedAttempts).toBe(30);
    });
  });

  describe('reads', () => {
    it.each<[string, (tx: Transaction) => Promise<unknown>]>([
      ['an insert', (tx) => tx.clients.insert(aClient('written-in-a-read'))],
      ['an update', (tx) => tx.clients.advanceClock('written-in-a-read', 1)],
      ['a rate limit hit', (tx) => tx.rateLimits.hit('written-in-a-read', 'bucket', NOW, 1000)],
      ['a deferred write', (tx) => tx.scaSessions.put({ ...LOCKED, openedAt: NOW, expiresAt: NOW })],
      ['an audit event', (tx) => tx.audit.append(anEvent('written-in-a-read'))],
    ])('reject %s', async (_, write) => {
      await expect(stores().engine.read({ clientId: 'written-in-a-read' }, write)).rejects.toThrow();
      const found = await stores().engine.transaction({ clientId: 'written-in-a-read' }, (tx) =>
        tx.clients.find('written-in-a-read'),
      );
      expect(found).toBeUndefined();
    });
  });
}
