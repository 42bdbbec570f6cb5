import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import { addTenant, addUser, aPhoneNumber, NOW, within } from './fixtures.ts';

export function factorContract(stores: () => Stores): void {
  describe('stored secrets', () => {
    it('are unique per profile and factor', async () => {
      const tenant = await addTenant(stores());
      const { profile } = tenant;
      await within(stores(), tenant, async (tx) => {
        const record = { ...profile, factor: 'PIN', secret: 'one', createdAt: NOW } as const;
        expect(await tx.storedSecrets.find(profile, 'PIN')).toBeUndefined();
        expect(await tx.storedSecrets.delete(profile, 'PIN')).toBe(false);
        expect(await tx.storedSecrets.insert(record)).toBe(true);
        expect(await tx.storedSecrets.insert({ ...record, secret: 'two' })).toBe(false);
        expect(await tx.storedSecrets.insert({ ...record, factor: 'FACE_MAP', secret: 'face' })).toBe(true);
        expect(await tx.storedSecrets.find(profile, 'PIN')).toEqual(record);
        expect(await tx.storedSecrets.delete(profile, 'PIN')).toBe(true);
        expect(await tx.storedSecrets.find(profile, 'PIN')).toBeUndefined();
        expect((await tx.storedSecrets.find(profile, 'FACE_MAP'))?.secret).toBe('face');
      });
    });
  });

  describe('device fingerprints', () => {
    it('are unique by value and listed in the order of their inserts when created at the same time', async () => {
      const tenant = await addTenant(stores());
      await within(stores(), tenant, async (tx) => {
        const record = (id: string, mac: string) => ({
          ...tenant.profile,
          deviceFingerprintId: id,
          mac,
          createdAt: NOW,
        });
        expect(await tx.deviceFingerprints.insert(record('z', 'm1'))).toBe(true);
        expect(await tx.deviceFingerprints.insert(record('a', 'm2'))).toBe(true);
        expect(await tx.deviceFingerprints.insert(record('b', 'm1'))).toBe(false);
        expect(await tx.deviceFingerprints.list(tenant.profile)).toEqual([record('z', 'm1'), record('a', 'm2')]);
        expect(await tx.deviceFingerprints.delete(tenant.profile, 'b')).toBe(false);
        expect(await tx.deviceFingerprints.delete({ ...tenant.profile, profileId: 1 }, 'z')).toBe(false);
        expect(await tx.deviceFingerprints.delete(tenant.profile, 'z')).toBe(true);
        expect(await tx.deviceFingerprints.list(tenant.profile)).toEqual([record('a', 'm2')]);
      });
    });
  });

  describe('phone numbers', () => {
    it('are unique per user and per number', async () => {
      const tenant = await addTenant(stores());
      const other = await addUser(stores(), tenant.clientId, 2);
      await stores().engine.transaction(tenant.user, async (tx) => {
        expect(await tx.phoneNumbers.insert(aPhoneNumber(tenant, 'n1'))).toBe(true);
        expect(await tx.phoneNumbers.insert({ ...aPhoneNumber(tenant, 'n2'), phoneNumberId: 9 })).toBe(false);
        expect(await tx.phoneNumbers.insert(aPhoneNumber(other, 'n1'))).toBe(false);
        expect(await tx.phoneNumbers.list(tenant.user)).toEqual([aPhoneNumber(tenant, 'n1')]);
        expect(await tx.phoneNumbers.list(other.user)).toEqual([]);
        expect(await tx.phoneNumbers.findOwner(tenant.clientId, 'n1')).toEqual(aPhoneNumber(tenant, 'n1'));
        expect(await tx.phoneNumbers.findOwner(tenant.clientId, 'n2')).toBeUndefined();
      });
    });

    it('may be the same for users of different clients', async () => {
      const [tenant, other] = [await addTenant(stores()), await addTenant(stores())];
      for (const it of [tenant, other]) {
        const inserted = await stores().engine.transaction(it.user, (tx) =>
          tx.phoneNumbers.insert(aPhoneNumber(it, 'same')),
        );
        expect(inserted).toBe(true);
      }
    });

    it('are updated unless another user has the new number, and the transaction stays usable', async () => {
      const tenant = await addTenant(stores());
      const other = await addUser(stores(), tenant.clientId, 2);
      await stores().engine.transaction(tenant.user, async (tx) => {
        await tx.phoneNumbers.insert(aPhoneNumber(tenant, 'n1'));
        await tx.phoneNumbers.insert(aPhoneNumber(other, 'n2'));
        expect(await tx.phoneNumbers.update(aPhoneNumber(tenant, 'n2'))).toBe('taken');
        expect(await tx.phoneNumbers.list(tenant.user)).toEqual([aPhoneNumber(tenant, 'n1')]);
        expect(await tx.phoneNumbers.update({ ...aPhoneNumber(tenant, 'n3'), phoneNumberId: 9 })).toBe('not-found');
        expect(await tx.phoneNumbers.update(aPhoneNumber(tenant, 'n1'))).toBe('updated');
        expect(await tx.phoneNumbers.update(aPhoneNumber(tenant, 'n3'))).toBe('updated');
        expect(await tx.phoneNumbers.findOwner(tenant.clientId, 'n1')).toBeUndefined();
        expect(await tx.phoneNumbers.delete(tenant.user, 9)).toBe(false);
        expect(await tx.phoneNumbers.delete(tenant.user, aPhoneNumber(tenant, '').phoneNumberId)).toBe(true);
      });
      const left = await stores().engine.read(tenant.user, (tx) => tx.phoneNumbers.list(tenant.user));
      expect(left).toEqual([]);
    });
  });

  describe('authentication factors', () => {
    it('replace the factor of the same type and channel', async () => {
      const tenant = await addTenant(stores());
      const factor = { ...tenant.user, type: 'PUSH', channel: 'AUTHY', createdAt: NOW } as const;
      await stores().engine.transaction(tenant.user, async (tx) => {
        await tx.authenticationFactors.put({ ...factor, status: 'PENDING_VERIFICATION' });
        await tx.authenticationFactors.put({ ...factor, status: 'ACTIVE', createdAt: NOW + 1 });
        await tx.authenticationFactors.put({
          ...factor,
          type: 'OTP',
          channel: 'SMS',
          status: 'ACTIVE',
          createdAt: NOW,
        });
        expect(await tx.authenticationFactors.list(tenant.user)).toEqual([
          { ...factor, type: 'OTP', channel: 'SMS', status: 'ACTIVE' },
          { ...factor, status: 'ACTIVE', createdAt: NOW + 1 },
        ]);
        expect(await tx.authenticationFactors.delete(tenant.user, 'PUSH', 'AUTHY')).toBe(true);
        expect(await tx.authenticationFactors.delete(tenant.user, 'PUSH', 'AUTHY')).toBe(false);
        expect(await tx.authenticationFactors.list(tenant.user)).toHaveLength(1);
      });
    });
  });
}
