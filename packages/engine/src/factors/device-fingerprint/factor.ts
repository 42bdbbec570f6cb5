import type { EnrolledFactors, Keys, ProfileKey } from '../../ports/index.ts';
import { type Candidate, type Factor, ownerContext } from '../factor.ts';

/** Device fingerprints of one profile. */
export const MAX_DEVICE_FINGERPRINTS = 3;

export const deviceFingerprintFactor: Factor = {
  type: 'PARTNER_DEVICE_FINGERPRINT',
  category: 'possession',
  name: 'device.fingerprint',
  references: ({ deviceFingerprints }) => deviceFingerprints.map(({ deviceFingerprintId }) => deviceFingerprintId),
  candidate: ({ keys }, { token, factors }) => candidate(keys, token, factors.deviceFingerprints),
  dummyCandidate: ({ keys }) => candidate(keys, { clientId: '', userId: 0, profileId: 0 }, []),
};

function candidate(keys: Keys, profile: ProfileKey, enrolled: EnrolledFactors['deviceFingerprints']): Candidate {
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
    async consume(_tx, { factors }) {
      return factors.deviceFingerprints.find(({ deviceFingerprintId }) => deviceFingerprintId === match)
        ?.deviceFingerprintId;
    },
  };
}
