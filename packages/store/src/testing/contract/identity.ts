import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import {
  aChallenge,
  aClient,
  aCode,
  addTenant,
  addUser,
  anAccessToken,
  anEvent,
  aPhoneNumber,
  aProfile,
  aToken,
  aUser,
  DAY,
  NOW,
  type Tenant,
  within,
} from './fixtures.ts';
import { addNote, noteIds } from './notes.ts';

async function fillUser(stores: Stores, tenant: Tenant): Promise<void> {
  await within(stores, tenant, async (tx) => {
    await tx.accessTokens.insert(anAccessToken(tenant, `token-${tenant.user.userId}`));
    await tx.storedSecrets.insert({ ...tenant.profile, factor: 'PIN', secret: 'secret', createdAt: NOW });
    await tx.storedSecrets.insert({ ...tenant.profile, factor: 'FACE_MAP', secret: 'secret', createdAt: NOW });
    await tx.deviceFingerprints.insert({ ...tenant.profile, deviceFingerprintId: 'f', mac: 'mac', createdAt: NOW });
    await tx.phoneNumbers.insert(aPhoneNumber(tenant, `mac-${tenant.user.userId}`));
    await tx.oneTimeTokens.insert(aToken(tenant, `ott-${tenant.user.userId}`));
    await tx.otpCodes.put(aCode(tenant, `ott-${tenant.user.userId}`));
    await tx.scaSessions.put({ ...tenant.profile, openedAt: NOW, expiresAt: NOW + DAY });
    await tx.authenticationFactors.put({
      ...tenant.user,
      type: 'OTP',
      channel: 'SMS',
      status: 'ACTIVE',
      createdAt: NOW,
    });
    await tx.factorChallenges.insert(aChallenge(tenant, `${tenant.user.userId}`));
    await tx.audit.append(anEvent(tenant.clientId));
  });
  await addNote(stores, { ...tenant.user, noteId: tenant.user.userId, expiresAt: NOW + DAY });
}

/** Counts the rows of a user: those of the engine, then those of the extension. */
async function countRows(stores: Stores, tenant: Tenant): Promise<readonly number[]> {
  const { clientId, user, profile } = tenant;
  const inDatabase = await stores.engine.read(user, async (tx) => [
    await tx.users.find(user),
    ...(await tx.profiles.listByUser(user)),
    await tx.accessTokens.find(clientId, `token-${user.userId}`),
    await tx.storedSecrets.find(profile, 'PIN'),
    await tx.storedSecrets.find(profile, 'FACE_MAP'),
    ...(await tx.deviceFingerprints.list(profile)),
    ...(await tx.phoneNumbers.list(user)),
    await tx.oneTimeTokens.find(clientId, `ott-${user.userId}`),
    await tx.otpCodes.find(clientId, `ott-${user.userId}`, 'SMS'),
    await tx.scaSessions.find(profile),
    ...(await tx.authenticationFactors.list(user)),
    await tx.factorChallenges.find(clientId, `${user.userId}`),
  ]);
  const notes = (await noteIds(stores, clientId)).filter((noteId) => noteId === user.userId);
  return [inDatabase.filter((row) => row !== undefined).length, notes.length];
}

export function identityContract(stores: () => Stores): void {
  describe('clients', () => {
    it('are inserted once and found by id', async () => {
      const tenant = await addTenant(stores());
      const client = { ...aClient(`${tenant.clientId}-2`), apiKeyDigest: 'digest:key' };
      await stores().engine.transaction(client, async (tx) => {
        expect(await tx.clients.insert(client)).toBe(true);
        expect(await tx.clients.insert({ ...client, secret: 'other' })).toBe(false);
        expect(await tx.clients.find(client.clientId)).toEqual(client);
        expect(await tx.clients.find('nobody')).toBeUndefined();
      });
    });

    it('have a clock offset that sums all advances', async () => {
      const tenant = await addTenant(stores());
      const advance = (by: number) =>
        stores().engine.transaction({ clientId: tenant.clientId }, (tx) =>
          tx.clients.advanceClock(tenant.clientId, by),
        );
      expect(await advance(1500)).toBe(1500);
      expect(await advance(DAY)).toBe(DAY + 1500);
      await expect(
        stores().engine.transaction({ clientId: 'nobody' }, (tx) => tx.clients.advanceClock('nobody', 1)),
      ).rejects.toMatchObject({ code: 'client.not.found' });
    });
  });

  describe('users', () => {
    it('are found by id and by email address, both unique within the client', async () => {
      const [tenant, other] = [await addTenant(stores()), await addTenant(stores())];
      await stores().engine.transaction({ clientId: tenant.clientId }, async (tx) => {
        const user = { ...aUser(tenant.clientId, 2), active: false, email: 'a@example.com' };
        expect(await tx.users.insert(user)).toBe(true);
        expect(await tx.users.insert({ ...user, email: 'b@example.com' })).toBe(false);
        expect(await tx.users.insert({ ...user, userId: 3 })).toBe(false);
        expect(await tx.users.find(user)).toEqual(user);
        expect(await tx.users.findByEmail(tenant.clientId, 'a@example.com')).toEqual(user);
        expect(await tx.users.findByEmail(other.clientId, 'a@example.com')).toBeUndefined();
      });
    });

    it('are not found, without an error, by any unusual text as email address', async () => {
      const tenant = await addTenant(stores());
      for (const email of ['', '\0', 'a\0@example.com', '\ud800', "'; drop table users; --", 'x'.repeat(100_000)]) {
        const found = await stores().engine.read(tenant.user, (tx) => tx.users.findByEmail(tenant.clientId, email));
        expect(found).toBeUndefined();
      }
    });

    it('are deleted with all their rows, but without other users and the audit log', async () => {
      const tenant = await addTenant(stores());
      const other = await addUser(stores(), tenant.clientId, 2);
      await fillUser(stores(), tenant);
      await fillUser(stores(), other);
      const [full] = await countRows(stores(), tenant);
      expect(full).toBe(12);
      await stores().engine.transaction(tenant.user, async (tx) => {
        expect(await tx.users.delete(tenant.user)).toBe(true);
        expect(await tx.users.delete(tenant.user)).toBe(false);
      });
      expect(await countRows(stores(), tenant)).toEqual([0, 0]);
      expect(await countRows(stores(), other)).toEqual([12, 1]);
      expect(await stores().auditLog.list(tenant.clientId, '0', 10)).toHaveLength(2);
    });
  });

  describe('profiles', () => {
    it('are listed with the default first', async () => {
      const tenant = await addTenant(stores());
      await stores().engine.transaction(tenant.user, async (tx) => {
        const second = { ...aProfile(tenant.clientId, 1, 7), isDefault: false, requiredFactors: 1 as const };
        expect(await tx.profiles.insert(second)).toBe(true);
        expect(await tx.profiles.insert({ ...second, userId: 2 })).toBe(false);
        expect((await tx.profiles.listByUser(tenant.user)).map(({ profileId }) => profileId)).toEqual([101, 7]);
        expect(await tx.profiles.find(tenant.clientId, 7)).toEqual(second);
        expect(await tx.profiles.find(tenant.clientId, 8)).toBeUndefined();
      });
    });

    it('store failed attempts only for the profile of the same user', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        const attempts = { failedAttempts: 5, lockedUntil: NOW + 900_000, recentFailures: [NOW, NOW + 1] };
        const others = { failedAttempts: 1, lockedUntil: null, recentFailures: [] };
        await tx.profiles.setAttempts({ ...tenant.profile, userId: 2 }, others);
        await tx.profiles.setAttempts(tenant.profile, attempts);
        expect(await tx.profiles.find(tenant.clientId, 101)).toMatchObject(attempts);
      });
    });
  });

  describe('access tokens', () => {
    it('are found by digest within their client', async () => {
      const [tenant, other] = [await addTenant(stores()), await addTenant(stores())];
      await within(stores(), tenant, async (tx) => {
        const token = { ...anAccessToken(tenant, 'digest'), kind: 'application' as const, userId: null };
        expect(await tx.accessTokens.insert(token)).toBe(true);
        expect(await tx.accessTokens.insert(token)).toBe(false);
        expect(await tx.accessTokens.find(tenant.clientId, 'digest')).toEqual(token);
        expect(await tx.accessTokens.find(other.clientId, 'digest')).toBeUndefined();
      });
    });

    it('move the time of their last use only forward and keep their step-up', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        await tx.accessTokens.insert(anAccessToken(tenant, 'digest'));
        await tx.accessTokens.touch(tenant.clientId, 'digest', NOW + 10);
        await tx.accessTokens.touch(tenant.clientId, 'digest', NOW + 5);
        await tx.accessTokens.setSteppedUp(tenant.clientId, 'digest', NOW + 20);
        const found = await tx.accessTokens.find(tenant.clientId, 'digest');
        expect(found).toMatchObject({ lastUsedAt: NOW + 10, steppedUpAt: NOW + 20 });
        expect(await tx.accessTokens.delete(tenant.clientId, 'digest')).toBe(true);
        expect(await tx.accessTokens.delete(tenant.clientId, 'digest')).toBe(false);
      });
    });

    it('lose their step-up all at once, without those of other users', async () => {
      const [tenant, other] = [await addTenant(stores()), await addTenant(stores())];
      for (const owner of [tenant, other]) {
        await within(stores(), owner, async (tx) => {
          for (const digest of ['one', 'two']) {
            await tx.accessTokens.insert(anAccessToken(owner, digest));
            await tx.accessTokens.setSteppedUp(owner.clientId, digest, NOW);
          }
        });
      }
      await within(stores(), tenant, (tx) => tx.accessTokens.clearSteppedUp(tenant.user));
      for (const [{ clientId }, steppedUpAt] of [
        [tenant, null],
        [other, NOW],
      ] as const) {
        for (const digest of ['one', 'two']) {
          const found = await stores().engine.read({ clientId }, (tx) => tx.accessTokens.find(clientId, digest));
          expect(found?.steppedUpAt).toBe(steppedUpAt);
        }
      }
    });
  });
}
