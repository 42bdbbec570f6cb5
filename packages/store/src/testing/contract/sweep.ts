import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import {
  aChallenge,
  aCode,
  addTenant,
  anAccessToken,
  aToken,
  DAY,
  HOUR,
  NOW,
  type Tenant,
  within,
} from './fixtures.ts';
import { addNote, noteIds } from './notes.ts';

const MINUTE = 60_000;

async function fill(stores: Stores, tenant: Tenant): Promise<void> {
  const { clientId, user, profile } = tenant;
  await within(stores, tenant, async (tx) => {
    await tx.accessTokens.insert(anAccessToken(tenant, 'token'));
    await tx.oneTimeTokens.insert(aToken(tenant, 'ott'));
    await tx.otpCodes.put({ ...aCode(tenant, 'ott'), expiresAt: NOW + HOUR });
    await tx.scaSessions.put({ ...profile, openedAt: NOW, expiresAt: NOW + HOUR });
    await tx.factorChallenges.insert({ ...aChallenge(tenant, '1'), expiresAt: NOW + HOUR });
    await tx.idempotency.insert({ clientId, key: 'key', response: null, createdAt: NOW, expiresAt: NOW + HOUR });
    await tx.rateLimits.hit(clientId, 'bucket', NOW, HOUR);
    await tx.rateLimits.hit(clientId, 'bucket', NOW, 1000);
  });
  await addNote(stores, { ...user, noteId: 1, expiresAt: NOW + HOUR });
}

/** Which rows are left, as digits: access token, one-time token, code, session, challenge, idempotency, hits, rows of an extension. */
async function remaining(stores: Stores, tenant: Tenant): Promise<string> {
  const { clientId, profile } = tenant;
  const notes = await noteIds(stores, clientId);
  return await stores.engine.read(profile, async (tx) => {
    const hits = (await tx.rateLimits.peek(clientId, 'bucket', NOW, HOUR)).hits;
    const flags = [
      await tx.accessTokens.find(clientId, 'token'),
      await tx.oneTimeTokens.find(clientId, 'ott'),
      await tx.otpCodes.find(clientId, 'ott', 'SMS'),
      await tx.scaSessions.find(profile),
      await tx.factorChallenges.find(clientId, '1'),
      await tx.idempotency.find(clientId, 'key'),
    ].map((row) => (row ? 1 : 0));
    return [...flags, hits, notes.length].join('');
  });
}

async function sweepAll(stores: Stores, now: number): Promise<void> {
  while ((await stores.sweep(now)) > 0);
}

export function sweepContract(stores: () => Stores): void {
  describe('the sweep', () => {
    it('deletes rows when they expire, codes and challenges a day later', async () => {
      const tenant = await addTenant(stores());
      await fill(stores(), tenant);
      await sweepAll(stores(), NOW + HOUR - 1);
      expect(await remaining(stores(), tenant)).toBe('11111121');
      await sweepAll(stores(), NOW + HOUR);
      expect(await remaining(stores(), tenant)).toBe('00101000');
      await sweepAll(stores(), NOW + HOUR + DAY);
      expect(await remaining(stores(), tenant)).toBe('00000000');
    });

    it('deletes rows by the clock of their client', async () => {
      const ahead = await addTenant(stores(), 2 * HOUR);
      const tenant = await addTenant(stores());
      await fill(stores(), ahead);
      await fill(stores(), tenant);
      await sweepAll(stores(), NOW + MINUTE);
      expect(await remaining(stores(), ahead)).toBe('00101000');
      expect(await remaining(stores(), tenant)).toBe('11111121');
    });

    it('keeps the idempotency record of a request in progress for a minute of the system clock', async () => {
      const tenant = await addTenant(stores(), 2 * DAY);
      const { clientId } = tenant;
      const record = { clientId, response: null, createdAt: NOW, expiresAt: NOW + DAY };
      const response = { status: 204, headers: {}, body: null };
      await within(stores(), tenant, async (tx) => {
        await tx.idempotency.insert({ ...record, key: 'in flight' });
        await tx.idempotency.insert({ ...record, key: 'completed', response });
      });
      const stored = () =>
        stores().engine.read(tenant.profile, async (tx) => ({
          inFlight: (await tx.idempotency.find(clientId, 'in flight')) !== undefined,
          completed: (await tx.idempotency.find(clientId, 'completed')) !== undefined,
        }));
      await sweepAll(stores(), NOW + MINUTE - 1);
      expect(await stored()).toEqual({ inFlight: true, completed: false });
      await sweepAll(stores(), NOW + MINUTE);
      expect(await stored()).toEqual({ inFlight: false, completed: false });
    });

    it('keeps a one-time token that was cleared shortly before it expired until the approval expires', async () => {
      const tenant = await addTenant(stores());
      const token = aToken(tenant, 'late');
      await within(stores(), tenant, async (tx) => {
        await tx.oneTimeTokens.insert(token);
        await tx.oneTimeTokens.save({ ...token, approvedUntil: token.expiresAt + 300_000, version: 2 });
      });
      const find = () => stores().engine.read(tenant.profile, (tx) => tx.oneTimeTokens.find(tenant.clientId, 'late'));
      await sweepAll(stores(), token.expiresAt + 299_999);
      expect(await find()).toBeDefined();
      await sweepAll(stores(), token.expiresAt + 300_000);
      expect(await find()).toBeUndefined();
    });

    it('deletes at most one batch of each table per call', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        for (let index = 0; index < 25; index += 1) await tx.accessTokens.insert(anAccessToken(tenant, `t${index}`));
        for (let index = 0; index < 25; index += 1) await tx.rateLimits.hit(tenant.clientId, 'bucket', NOW, HOUR);
      });
      const counts: number[] = [];
      do counts.push(await stores().sweep(NOW + HOUR, 10));
      while (counts.at(-1) !== 0);
      expect(Math.max(...counts)).toBeLessThanOrEqual(20);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(51);
    });
  });
}
