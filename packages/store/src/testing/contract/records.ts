import type { PresentedIds } from '@sca-kit/engine';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import {
  aClient,
  aCode,
  addTenant,
  addUser,
  anAccessToken,
  aPhoneNumber,
  aProfile,
  aToken,
  NOW,
  type Tenant,
  within,
} from './fixtures.ts';

const NO_FACTORS = { storedSecrets: [], deviceFingerprints: [], phoneNumbers: [] };

/** Enrols a factor of each kind, and returns them as they are looked up. */
async function enrol(stores: Stores, tenant: Tenant) {
  const { profile } = tenant;
  const phoneNumber = aPhoneNumber(tenant, `mac:${profile.userId}`);
  await within(stores, tenant, async (tx) => {
    await tx.storedSecrets.insert({ ...profile, factor: 'PIN', secret: 'argon2id:1', createdAt: NOW });
    await tx.deviceFingerprints.insert({ ...profile, deviceFingerprintId: 'device', mac: 'mac:1', createdAt: NOW });
    await tx.phoneNumbers.insert(phoneNumber);
  });
  return {
    storedSecrets: [{ factor: 'PIN', createdAt: NOW, secret: null }],
    deviceFingerprints: [{ deviceFingerprintId: 'device', mac: 'mac:1' }],
    phoneNumbers: [phoneNumber],
  };
}

export function recordContract(stores: () => Stores): void {
  describe('the records of a request', () => {
    it('are loaded together, and only those that were asked for', async () => {
      const tenant = await addTenant(stores(), 5000);
      const { clientId, userId, profileId } = tenant.profile;
      const factors = await enrol(stores(), tenant);
      const session = { ...tenant.profile, openedAt: NOW, expiresAt: NOW + 1 };
      await within(stores(), tenant, async (tx) => {
        await tx.accessTokens.insert(anAccessToken(tenant, 'bearer'));
        await tx.oneTimeTokens.insert(aToken(tenant, 'token'));
        await tx.scaSessions.put(session);
      });
      const load = (presented: Omit<PresentedIds, 'clientId'>) => stores().engine.load({ clientId, ...presented });
      const nothing = {
        ...{ clockOffset: 5000, apiKeyDigest: null, accessToken: undefined, profile: undefined, session: undefined },
        ...{ oneTimeToken: undefined, factors: NO_FACTORS, simulated: true },
      };
      const ofProfile = { profile: aProfile(clientId, userId, profileId), session, factors };
      const accessToken = anAccessToken(tenant, 'bearer');
      const oneTimeToken = aToken(tenant, 'token');
      expect(await load({})).toEqual(nothing);
      expect(await load({ accessToken: 'bearer' })).toEqual({ ...nothing, accessToken });
      expect(await load({ profileId })).toEqual({ ...nothing, ...ofProfile });
      expect(await load({ profileId: 'default' })).toEqual(nothing);
      expect(await load({ oneTimeToken: 'token' })).toEqual({ ...nothing, oneTimeToken, factors });
      const all = { accessToken: 'bearer', profileId: 'default', oneTimeToken: 'token' } as const;
      expect(await load(all)).toEqual({ ...nothing, ...ofProfile, accessToken, oneTimeToken });
    });

    it('belong to one client', async () => {
      const [tenant, other] = [await addTenant(stores()), await addTenant(stores())];
      await within(stores(), tenant, async (tx) => {
        await tx.accessTokens.insert(anAccessToken(tenant, 'bearer'));
        await tx.oneTimeTokens.insert(aToken(tenant, 'token'));
      });
      const presented = { accessToken: 'bearer', oneTimeToken: 'token' };
      const found = { accessToken: undefined, oneTimeToken: undefined, factors: NO_FACTORS };
      expect(await stores().engine.load({ clientId: other.clientId, ...presented })).toMatchObject(found);
      expect(await stores().engine.load({ clientId: 'nobody', ...presented })).toMatchObject(found);
    });

    it('include the digest of the api-key, and no factors of other profiles', async () => {
      const { clientId } = await addTenant(stores());
      const keyed = { ...aClient(`${clientId}-keyed`), apiKeyDigest: 'digest:api-key' };
      await stores().engine.transaction(keyed, (tx) => tx.clients.insert(keyed));
      expect(await stores().engine.load(keyed)).toMatchObject({ apiKeyDigest: 'digest:api-key' });
      const [one, two] = [await addUser(stores(), keyed.clientId, 1), await addUser(stores(), keyed.clientId, 2)];
      const factors = await enrol(stores(), one);
      expect(await stores().engine.load(one.profile)).toMatchObject({ factors });
      expect(await stores().engine.load(two.profile)).toMatchObject({ factors: NO_FACTORS });
    });
  });

  describe('the lookup of a one-time token', () => {
    it('has the factors of its profile, with the secret and the code of one type', async () => {
      const tenant = await addTenant(stores());
      const { clientId } = tenant;
      const factors = await enrol(stores(), tenant);
      const token = aToken(tenant, 'token');
      const code = aCode(tenant, 'token');
      await within(stores(), tenant, async (tx) => {
        await tx.oneTimeTokens.insert(token);
        await tx.otpCodes.put(code);
      });
      await within(stores(), tenant, async ({ oneTimeTokens, profiles }) => {
        const pin = { ...factors, storedSecrets: [{ factor: 'PIN', createdAt: NOW, secret: 'argon2id:1' }] };
        expect(await profiles.findFactors(tenant.profile)).toEqual(factors);
        expect(await oneTimeTokens.lookUp(clientId, 'token')).toEqual({ token, factors, otpCode: undefined });
        expect(await oneTimeTokens.lookUp(clientId, 'token', 'PIN')).toEqual({
          token,
          factors: pin,
          otpCode: undefined,
        });
        expect(await oneTimeTokens.lookUp(clientId, 'token', 'SMS')).toEqual({ token, factors, otpCode: code });
        const nothing = { token: undefined, factors: NO_FACTORS, otpCode: undefined };
        expect(await oneTimeTokens.lookUp(clientId, 'unknown', 'PIN')).toEqual(nothing);
      });
    });
  });

  describe('the profile of a transaction', () => {
    it('is the one that the scope locks', async () => {
      const tenant = await addTenant(stores());
      const { clientId, userId, profileId } = tenant.profile;
      const profileIn = (scope: Parameters<Stores['engine']['transaction']>[0]) =>
        stores().engine.transaction(scope, async ({ profile }) => profile);
      expect(await profileIn(tenant.profile)).toEqual(aProfile(clientId, userId, profileId));
      for (const scope of [
        tenant.user,
        { clientId },
        { ...tenant.profile, userId: 2 },
        { ...tenant.profile, profileId: 9 },
      ])
        expect(await profileIn(scope)).toBeUndefined();
    });
  });
}
