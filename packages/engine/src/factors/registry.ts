import type { Category, EnrolledFactors } from '../ports/index.ts';
import type { ChallengeType } from './challenge-type.ts';
import { deviceFingerprintFactor } from './device-fingerprint/factor.ts';
import { faceMapFactor } from './face-map/factor.ts';
import type { Factor } from './factor.ts';
import { smsFactor, voiceFactor, whatsAppFactor } from './phone-otp/factor.ts';
import { pinFactor } from './pin/factor.ts';

/** Every factor, in order of preference within its category. */
const FACTORS: Readonly<Record<ChallengeType, Factor>> = {
  PIN: pinFactor,
  PARTNER_DEVICE_FINGERPRINT: deviceFingerprintFactor,
  SMS: smsFactor,
  WHATSAPP: whatsAppFactor,
  VOICE: voiceFactor,
  FACE_MAP: faceMapFactor,
};

/** The types of all factors. */
export const CHALLENGE_TYPES: readonly ChallengeType[] = Object.keys(FACTORS) as ChallengeType[];

export function factorOf(type: ChallengeType): Factor {
  if (!Object.hasOwn(FACTORS, type)) throw new TypeError(`No factor of type ${type} is registered.`);
  return FACTORS[type];
}

/**
 * Returns the category of a factor (RTS 4(1)).
 * @throws TypeError for an unknown type
 * @example
 * categoryOf('PIN'); // 'knowledge'
 */
export function categoryOf(type: ChallengeType): Category {
  return factorOf(type).category;
}

/** Returns the factors that are enrolled, in order of preference. */
export function enrolledFactors(factors: EnrolledFactors): readonly Factor[] {
  return Object.values(FACTORS).filter((factor) => factor.references(factors).length > 0);
}
