import { type FactorErrorCode, ScaError, type ScaErrorDetails } from '../errors.ts';
import type { Limits } from '../limits/limits.ts';
import type { SimulatedResponses } from '../options.ts';
import type { Clock, Delivery, FactorChallengeRecord, Keys, Random, Store } from '../ports/index.ts';

/** The ports and settings that additional factors and step-up work with. */
export interface FactorsContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly delivery: Delivery;
  readonly limits: Limits;
  /** The code of every challenge; undefined: drawn at random. */
  readonly fixedCode: string | undefined;
  /** ISO 3166-1 alpha-2 codes of the countries whose numbers get no code. */
  readonly unsupportedCountries: readonly string[];
  readonly outcomes: SimulatedResponses | undefined;
}

/** Countries that no provider reaches, unless the operator says otherwise. */
export const DEFAULT_UNSUPPORTED_COUNTRIES: readonly string[] = ['CU', 'IR', 'KP', 'SY'];

export type FactorChannel = FactorChallengeRecord['channel'];

/** Milliseconds that a challenge can be answered. */
export const CHALLENGE_TTL = 300_000;

/** Codes that are looked at per challenge. */
export const MAX_ATTEMPTS = 5;

const MESSAGES: Readonly<Record<FactorErrorCode, string>> = {
  CHANNEL_NOT_SUPPORTED: 'The channel is not supported here',
  CHANNEL_ALREADY_REGISTERED: 'The channel is enrolled already',
  CHANNEL_NOT_REGISTERED: 'The channel is not enrolled',
  MOBILE_NUMBER_NOT_AVAILABLE: 'The user has no phone number',
  MOBILE_NUMBER_INVALID: 'The phone number is not a mobile one',
  MOBILE_COUNTRY_NOT_SUPPORTED: 'Numbers of this country get no codes',
  CREDENTIALS_INACTIVE: "The user's credentials are inactive",
  TYPE_DOES_NOT_SUPPORT_ENROLMENT: 'This type of factor is linked by its app, not enrolled',
  VERIFICATION_CODE_INVALID: 'The code is wrong',
  VERIFICATION_CODE_EXPIRED: 'The code has expired',
  ONE_CHALLENGE_LIMIT_REMAINING: 'The code is wrong; one try is left',
  CHALLENGE_LIMIT_EXCEEDED: 'Too many wrong codes; ask for a new one',
  STATE_INVALID: 'Nothing was started that this could complete',
  RETRY_IN_15SEC: 'A code or push was sent a moment ago',
  ALREADY_VERIFIED: 'This was verified already',
};

/** A refusal of the Additional Factors family. */
export function conflict(errorCode: FactorErrorCode, details: ScaErrorDetails = {}): ScaError {
  return new ScaError('factor.conflict', MESSAGES[errorCode], { ...details, errorCode });
}
