import type { Limits } from './limits/limits.ts';
import type { PolicyOptions } from './policies/policies.ts';
import type { ChallengeType, Clock, Delivery, FaceMatcher, Keys, Random, Store, Timer } from './ports/index.ts';

/** What a one-shot outcome can be set for: a verification, or the sending of a message. */
export type SimulatedResponseKind = ChallengeType | 'OTP' | 'PUSH' | 'DELIVERY';
export type SimulatedResponse = 'fail' | 'expire' | 'rate-limited' | 'unavailable';

/** How the sandbox makes the next verification of a kind end otherwise, once. */
export interface SimulatedResponses {
  /** Takes the outcome away, if one was set. */
  take(clientId: string, userId: number, kind: SimulatedResponseKind): Promise<SimulatedResponse | undefined>;
}

/**
 * Whether a verification tells which element was wrong.
 *
 * `standard`: each answer is about the element just given.
 *
 * `strict` (RTS 4(3)(a)): every element is answered alike until as many as the token requires were given. Then all
 * were right and the token is cleared, or something was wrong: the answer is the failure of the element given last,
 * whichever it was that failed, and everything has to be given again. An element given twice is not evaluated again.
 * Every element counts towards the lock, and only a cleared token resets the count: with two elements, two rounds may
 * fail; a third that fails, or that is not completed, locks. A client shows one error for the whole set, asks for all
 * elements again, and sees the lock as 429 on the fifth element instead of the sixth.
 */
export type Disclosure = 'standard' | 'strict';

export interface EngineOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly random: Random;
  readonly delivery: Delivery;
  readonly faceMatcher: FaceMatcher;
  readonly keys: Keys;
  /** What differs from the defaults, per client and action type. */
  readonly policy?: PolicyOptions;
  /** Codes that are known beforehand. For a sandbox alone. */
  readonly fixedCodes?: { readonly oneTimeToken: string; readonly factor: string };
  /** `standard` unless given. */
  readonly disclosure?: Disclosure;
  /** Whether a further factor needs an approval once two categories are enrolled (RTS 24(2)(b)). Default: false. */
  readonly protectEnrolment?: boolean;
  readonly limits?: Partial<Limits>;
  /** ISO 3166-1 alpha-2 codes of the countries whose numbers get no codes of additional factors. */
  readonly unsupportedCountries?: readonly string[];
  readonly outcomes?: SimulatedResponses;
}
