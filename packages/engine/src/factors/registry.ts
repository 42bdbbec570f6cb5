import type { ChallengeType, ProfileKey, Transaction } from '../ports/index.ts';
import { deviceFingerprintFactor } from './device-fingerprint/factor.ts';
import { faceMapFactor } from './face-map/factor.ts';
import type { Factor } from './factor.ts';
import { phoneOtpFactors } from './phone-otp/factor.ts';
import { pinFactor } from './pin/factor.ts';

/** Every factor. Within a category the earlier is preferred. */
const FACTORS: readonly Factor[] = [pinFactor, deviceFingerprintFactor, ...phoneOtpFactors, faceMapFactor];

const BY_TYPE: ReadonlyMap<ChallengeType, Factor> = new Map(FACTORS.map((factor) => [factor.type, factor]));

/** The types of all factors. */
export const CHALLENGE_TYPES: readonly ChallengeType[] = FACTORS.map(({ type }) => type);

export function factorOf(type: ChallengeType): Factor {
  const factor = BY_TYPE.get(type);
  if (!factor) throw new TypeError(`No factor ${type} is registered`);
  return factor;
}

/** What the profile has enrolled, preferred first. */
export async function enrolledFactors(tx: Transaction, profile: ProfileKey): Promise<readonly Factor[]> {
  const enrolled: Factor[] = [];
  for (const factor of FACTORS) if (await factor.isEnrolled(tx, profile)) enrolled.push(factor);
  return enrolled;
}
