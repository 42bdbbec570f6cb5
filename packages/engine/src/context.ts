import type { Limits } from './limits/limits.ts';
import type { Disclosure, EngineOptions } from './options.ts';
import type { Policies } from './policies/policies.ts';
import type { Clock, Delivery, FaceMatcher, Keys, Random, Store, Timer, Transaction } from './ports/index.ts';
import type { SimulatedResponses } from './simulated-responses.ts';

/** The ports and settings of one engine. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly random: Random;
  readonly delivery: Delivery;
  readonly faceMatcher: FaceMatcher;
  readonly keys: Keys;
  readonly limits: Limits;
  readonly policies: Policies;
  readonly disclosure: Disclosure;
  readonly protectEnrolment: boolean;
  readonly fixedCodes: EngineOptions['fixedCodes'];
  /** ISO 3166-1 alpha-2 codes of the countries whose numbers get no codes of additional factors. */
  readonly unsupportedCountries: readonly string[];
  readonly simulatedResponses: SimulatedResponses | undefined;
}

/** Returns the time on the client's own clock, in milliseconds since the Unix epoch. */
export function clientTime(context: { readonly clock: Clock }, tx: Transaction): number {
  return context.clock.now() + tx.clockOffset;
}
