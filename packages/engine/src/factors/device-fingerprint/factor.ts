import type { DeviceFingerprintRecord, Keys, ProfileKey } from '../../ports/index.ts';
import { type Candidate, type Factor, ownerContext } from '../factor.ts';

/** Device fingerprints of one profile. */
export const MAX_DEVICE_FINGERPRINTS = 3;

export const deviceFingerprintFactor: Factor = {
  type: 'PARTNER_DEVICE_FINGERPRINT',
  category: 'possession',
  name: 'device.fingerprint',
  isEnrolled: async (tx, profile) => (await tx.deviceFingerprints.list(profile)).length > 0,
  isStillEnrolled: async (tx, profile, reference) =>
    (await tx.deviceFingerprints.list(profile)).some(({ deviceFingerprintId }) => deviceFingerprintId === reference),
  lookUp: async ({ keys }, tx, token) => candidate(keys, token, await tx.deviceFingerprints.list(token)),
  dummyCandidate: ({ keys }) => candidate(keys, { clientId: '', userId: 0, profileId: 0 }, []),
};

function candidate(keys: Keys, profile: ProfileKey, enrolled: readonly DeviceFingerprintRecord[]): Candidate {
  let match: string | undefined;
  return {
    async verify(secret) {
      // The number of comparisons is constant, so that the time does not reveal how many devices are enrolled.
      for (let index = 0; index < MAX_DEVICE_FINGERPRINTS; index += 1) {
        const device = enrolled[index];
        const same = await keys.verifyMac('device-fingerprint', ownerContext(profile), secret, device?.mac);
        if (same) match = device?.deviceFingerprintId;
      }
      return match !== undefined;
    },
    async consume(tx) {
      const devices = await tx.deviceFingerprints.list(profile);
      return devices.find(({ deviceFingerprintId }) => deviceFingerprintId === match)?.deviceFingerprintId;
    },
  };
}
