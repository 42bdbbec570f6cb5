import type { Transaction } from '@sca-kit/engine';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import { aClient, addTenant, anEvent, aToken, NOW, within } from './fixtures.ts';

export function transactionContract(stores: () => Stores): void {
  describe('transactions', () => {
    it('commit what was written when the work resolves', async () => {
      const tenant = await addTenant(stores());
      const answer = await within(stores(), tenant, async (tx) => {
        await tx.storedSecrets.insert({ ...tenant.profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW });
        return 'done';
      });
      expect(answer).toBe('done');
      const pin = await stores().engine.read(tenant.profile, (tx) => tx.storedSecrets.find(tenant.profile, 'PIN'));
      expect(pin).toEqual({ ...tenant.profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW });
    });

    it('leave no trace when the work rejects, the audit log included', async () => {
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
      expect(await stores().auditLog.list(tenant.clientId, 0, 10)).toEqual([]);
    });

    it('see what they wrote themselves', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        await tx.oneTimeTokens.insert(aToken(tenant, 'digest'));
        expect(await tx.oneTimeTokens.find(tenant.clientId, 'digest')).toEqual(aToken(tenant, 'digest'));
      });
    });

    it('stay usable after an insert was refused', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        const pin = { ...tenant.profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW } as const;
        expect(await tx.storedSecrets.insert(pin)).toBe(true);
        expect(await tx.storedSecrets.insert({ ...pin, secret: 'argon2id:2' })).toBe(false);
        expect(await tx.storedSecrets.find(tenant.profile, 'PIN')).toEqual(pin);
        expect(await tx.storedSecrets.insert({ ...pin, factor: 'FACE_MAP', secret: 'sealed' })).toBe(true);
      });
      expect(
        await stores().engine.read(tenant.profile, (tx) => tx.storedSecrets.find(tenant.profile, 'FACE_MAP')),
      ).toBeDefined();
    });

    it('know the offset of the client clock, 0 for a client that does not exist', async () => {
      const tenant = await addTenant(stores(), 5000);
      const offset = async (tx: Transaction) => tx.clockOffset;
      expect(await stores().engine.transaction(tenant.profile, offset)).toBe(5000);
      expect(await stores().engine.transaction(tenant.user, offset)).toBe(5000);
      expect(await stores().engine.transaction({ clientId: tenant.clientId }, offset)).toBe(5000);
      expect(await stores().engine.read(tenant.user, offset)).toBe(5000);
      expect(await stores().engine.transaction({ clientId: 'nobody' }, offset)).toBe(0);
    });

    it('run when the row they are about does not exist', async () => {
      const tenant = await addTenant(stores());
      const nobody = { clientId: tenant.clientId, userId: 404, profileId: 404 };
      expect(await stores().engine.transaction(nobody, (tx) => tx.users.find(nobody))).toBeUndefined();
    });

    it('of one profile run one after the other', async () => {
      const tenant = await addTenant(stores());
      const count = () =>
        within(stores(), tenant, async (tx) => {
          const profile = await tx.profiles.find(tenant.clientId, tenant.profile.profileId);
          const failedAttempts = (profile?.failedAttempts ?? 0) + 1;
          await tx.profiles.setAttempts(tenant.profile, { failedAttempts, lockedUntil: null });
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
