import type { Limits } from './limits/limits.ts';
import type { Disclosure, SimulatedResponses } from './options.ts';
import type { Policies } from './policies/policies.ts';
import type { Clock, Delivery, FaceMatcher, Keys, Random, Store, Transaction } from './ports/index.ts';

/** The ports and settings that the rules of one-time tokens work with. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly delivery: Delivery;
  readonly faceMatcher: FaceMatcher;
  readonly keys: Keys;
  readonly limits: Limits;
  readonly policies: Policies;
  readonly disclosure: Disclosure;
  readonly protectEnrolment: boolean;
  /** The code of every phone OTP; undefined: drawn at random. */
  readonly fixedCode: string | undefined;
  readonly outcomes: SimulatedResponses | undefined;
}

/** The time on the client's own clock, in milliseconds since the Unix epoch. */
export function timeIn(context: { readonly clock: Clock }, tx: Transaction): number {
  return context.clock.now() + tx.clockOffset;
}
