import type { Keys, PinRecord, ProfileKey, Transaction } from '../../ports/index.ts';
import type { Candidate, Factor } from '../factor.ts';

export const pinFactor: Factor = {
  type: 'PIN',
  category: 'knowledge',
  failure: { code: 'pin.verification.failed', message: 'PIN verification failed' },
  isEnrolled: async (tx, profile) => (await tx.pins.find(profile)) !== undefined,
  isStanding: async (tx, profile, reference) => (await referenceOf(tx, profile)) === reference,
  lookUp: async ({ keys }, tx, token) => candidate(keys, await tx.pins.find(token), token),
  absent: ({ keys }) => candidate(keys, undefined),
};

function candidate(keys: Keys, pin: PinRecord | undefined, profile?: ProfileKey): Candidate {
  return {
    matches: (secret) => keys.verifyHash('pin', secret, pin?.secret),
    async redeem(tx) {
      const now = profile && (await tx.pins.find(profile));
      return now && now.secret === pin?.secret ? String(now.createdAt) : undefined;
    },
  };
}

async function referenceOf(tx: Transaction, profile: ProfileKey): Promise<string | undefined> {
  const pin = await tx.pins.find(profile);
  return pin && String(pin.createdAt);
}
