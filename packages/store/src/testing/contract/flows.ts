import type { OneTimeTokenRecord } from '@sca-kit/engine';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import { aChallenge, aCode, addTenant, aToken, DAY, NOW, within } from './fixtures.ts';

export function flowContract(stores: () => Stores): void {
  describe('one-time tokens', () => {
    it('are updated only if the stored version is the one that was read', async () => {
      const tenant = await addTenant(stores());
      const token = aToken(tenant, 'digest');
      const cleared = {
        ...token,
        slots: token.slots.map((slot) => ({ ...slot, passed: true })),
        clearedAt: NOW + 1,
        approvedUntil: NOW + 300_000,
        version: 2,
      };
      const save = (next: OneTimeTokenRecord, required?: boolean) =>
        within(stores(), tenant, (tx) => tx.oneTimeTokens.save(next, required));
      const changed = { code: 'service.unavailable' };
      await within(stores(), tenant, (tx) => tx.oneTimeTokens.insert(token));
      await expect(save({ ...cleared, version: 3 })).rejects.toMatchObject(changed);
      await save(cleared);
      await expect(save({ ...cleared, consumedAt: NOW + 2 })).rejects.toMatchObject(changed);
      await save({ ...cleared, consumedAt: NOW + 2 }, false);
      await within(stores(), tenant, async (tx) => {
        expect(await tx.oneTimeTokens.find(tenant.clientId, 'digest')).toEqual(cleared);
        expect(await tx.oneTimeTokens.find('other', 'digest')).toBeUndefined();
      });
    });

    it('are rejected when the digest exists', async () => {
      const tenant = await addTenant(stores());
      const insert = () => within(stores(), tenant, (tx) => tx.oneTimeTokens.insert(aToken(tenant, 'digest')));
      await insert();
      await expect(insert()).rejects.toThrow();
    });
  });

  describe('OTP codes', () => {
    it('replace the code of the same token and channel', async () => {
      const tenant = await addTenant(stores());
      const code = aCode(tenant, 'ott');
      await within(stores(), tenant, async (tx) => {
        await tx.otpCodes.put(code);
        await tx.otpCodes.put({ ...code, mac: 'mac:second', state: 'live', createdAt: NOW + 1 });
        await tx.otpCodes.put({ ...code, channel: 'VOICE' });
        expect(await tx.otpCodes.find(tenant.clientId, 'ott', 'SMS')).toEqual({
          ...code,
          mac: 'mac:second',
          state: 'live',
          createdAt: NOW + 1,
        });
        expect(await tx.otpCodes.delete(tenant.clientId, 'ott', 'SMS')).toBe(true);
        expect(await tx.otpCodes.delete(tenant.clientId, 'ott', 'SMS')).toBe(false);
        expect(await tx.otpCodes.find(tenant.clientId, 'ott', 'VOICE')).toBeDefined();
      });
    });
  });

  describe('SCA sessions', () => {
    it('replace the session of the same profile', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        const session = { ...tenant.profile, openedAt: NOW, expiresAt: NOW + 1 };
        await tx.scaSessions.put(session);
        await tx.scaSessions.put({ ...session, expiresAt: NOW + 2 });
        expect(await tx.scaSessions.find(tenant.profile)).toEqual({ ...session, expiresAt: NOW + 2 });
        expect(await tx.scaSessions.delete(tenant.profile)).toBe(true);
        expect(await tx.scaSessions.delete(tenant.profile)).toBe(false);
      });
    });
  });

  describe('factor challenges', () => {
    it('are found by id, and the latest by purpose and channel when created at the same time', async () => {
      const tenant = await addTenant(stores());
      await stores().engine.transaction(tenant.user, async (tx) => {
        expect(await tx.factorChallenges.insert(aChallenge(tenant, '9'))).toBe(true);
        expect(await tx.factorChallenges.insert(aChallenge(tenant, '9'))).toBe(false);
        expect(await tx.factorChallenges.insert(aChallenge(tenant, '1'))).toBe(true);
        expect(await tx.factorChallenges.insert({ ...aChallenge(tenant, '2'), purpose: 'step-up' })).toBe(true);
        expect(await tx.factorChallenges.findLatest(tenant.user, 'enrolment', 'SMS')).toEqual(aChallenge(tenant, '1'));
        expect(await tx.factorChallenges.findLatest(tenant.user, 'enrolment', 'AUTHY')).toBeUndefined();
        expect(await tx.factorChallenges.find(tenant.clientId, '9')).toEqual(aChallenge(tenant, '9'));
      });
    });

    it('are updated only if the stored version is the one that was read', async () => {
      const tenant = await addTenant(stores());
      await stores().engine.transaction(tenant.user, async (tx) => {
        const next = { ...aChallenge(tenant, '9'), attempts: 1, version: 2 };
        await tx.factorChallenges.insert(aChallenge(tenant, '9'));
        expect(await tx.factorChallenges.update(next)).toBe(true);
        expect(await tx.factorChallenges.update(next)).toBe(false);
        expect(await tx.factorChallenges.find(tenant.clientId, '9')).toEqual(next);
        expect(await tx.factorChallenges.delete(tenant.clientId, '9')).toBe(true);
        expect(await tx.factorChallenges.delete(tenant.clientId, '9')).toBe(false);
      });
    });
  });

  describe('idempotency records', () => {
    it('are inserted once and completed once', async () => {
      const tenant = await addTenant(stores());
      const record = { clientId: tenant.clientId, key: 'key', response: null, createdAt: NOW, expiresAt: NOW + DAY };
      const response = { status: 200, headers: { 'content-type': 'application/json' }, body: 'encrypted' };
      await stores().engine.transaction(tenant.user, async (tx) => {
        expect(await tx.idempotency.insert(record)).toBe(true);
        expect(await tx.idempotency.insert(record)).toBe(false);
        expect(await tx.idempotency.find(tenant.clientId, 'key')).toEqual(record);
        expect(await tx.idempotency.complete(tenant.clientId, 'key', response)).toBe(true);
        expect(await tx.idempotency.complete(tenant.clientId, 'key', { ...response, status: 500 })).toBe(false);
        expect(await tx.idempotency.find(tenant.clientId, 'key')).toEqual({ ...record, response });
        expect(await tx.idempotency.delete(tenant.clientId, 'key')).toBe(true);
        expect(await tx.idempotency.find(tenant.clientId, 'key')).toBeUndefined();
      });
    });
  });

  describe('rate limits', () => {
    it('count the hits of a sliding window that excludes its start', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        const hit = (at: number) => tx.rateLimits.hit(tenant.clientId, 'bucket', NOW + at, 100);
        const peek = (at: number) => tx.rateLimits.peek(tenant.clientId, 'bucket', NOW + at, 100);
        expect(await peek(0)).toEqual({ hits: 0, oldest: null, newest: null });
        expect(await hit(0)).toEqual({ hits: 1, oldest: NOW });
        expect(await hit(0)).toEqual({ hits: 2, oldest: NOW });
        expect(await hit(99)).toEqual({ hits: 3, oldest: NOW });
        expect(await hit(100)).toEqual({ hits: 2, oldest: NOW + 99 });
        expect(await peek(150)).toEqual({ hits: 2, oldest: NOW + 99, newest: NOW + 100 });
        expect(await peek(200)).toEqual({ hits: 0, oldest: null, newest: null });
        const another = await tx.rateLimits.hit(tenant.clientId, 'another', NOW, 100);
        expect(another.hits).toBe(1);
      });
    });

    it('remove a released hit from the count', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        await tx.rateLimits.release(tenant.clientId, 'bucket', NOW);
        await tx.rateLimits.hit(tenant.clientId, 'bucket', NOW, 100);
        await tx.rateLimits.hit(tenant.clientId, 'bucket', NOW + 10, 100);
        await tx.rateLimits.release(tenant.clientId, 'bucket', NOW + 10);
        const left = await tx.rateLimits.peek(tenant.clientId, 'bucket', NOW + 10, 100);
        expect(left).toEqual({ hits: 1, oldest: NOW, newest: NOW });
      });
    });

    it('count correctly when windows of two lengths share a bucket', async () => {
      const tenant = await addTenant(stores());
      const counted = await within(stores(), tenant, async (tx) => {
        for (let at = 1; at <= 150; at += 1) await tx.rateLimits.hit(tenant.clientId, 'b', NOW + at, at % 2 ? 5 : 100);
        return [
          await tx.rateLimits.peek(tenant.clientId, 'b', NOW + 150, 5),
          await tx.rateLimits.peek(tenant.clientId, 'b', NOW + 150, 100),
        ];
      });
      expect(counted.map(({ hits }) => hits)).toEqual([5, 100]);
    });

    it('count concurrent hits of different profiles on one bucket exactly', async () => {
      const tenant = await addTenant(stores());
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          stores().engine.transaction({ ...tenant.profile, profileId: index }, (tx) =>
            tx.rateLimits.hit(tenant.clientId, 'bucket', NOW, 100),
          ),
        ),
      );
      expect(results.map(({ hits }) => hits).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, i) => i + 1),
      );
    });
  });
}
