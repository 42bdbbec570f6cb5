import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import { addTenant, aPublicKey, DAY, HOUR, NOW } from './fixtures.ts';

export function josePublicKeyContract(stores: () => Stores): void {
  describe('uploaded public keys', () => {
    it('are unique by id, and the newest valid key of a scope is found', async () => {
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

    it('are at most 32 per client, scope and algorithm when 50 are inserted concurrently', async () => {
      const [tenant, other] = [await addTenant(stores()), await addTenant(stores())];
      const keys = Array.from({ length: 50 }, (_, index) => aPublicKey(tenant, `${index}`));
      const results = await Promise.all(keys.map((key) => stores().josePublicKeys.insert(key)));
      expect(results.filter((result) => result === 'added')).toHaveLength(32);
      expect(results.filter((result) => result === 'full')).toHaveLength(18);
      const { insert } = stores().josePublicKeys;
      const stored = keys[results.indexOf('added')];
      expect(stored && (await insert(stored))).toBe('id-taken');
      expect(await insert(aPublicKey(tenant, 'es', { algorithm: 'ES256' }))).toBe('added');
      expect(await insert(aPublicKey(tenant, 'signing', { scope: 'PAYLOAD_SIGNING' }))).toBe('added');
      expect(await insert(aPublicKey(other, '0'))).toBe('added');
    });

    it('are deleted by the sweep after their validity, so that new ones can be inserted', async () => {
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
}
