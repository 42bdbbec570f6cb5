import { type Limits, limitsOf } from './limits/limits.ts';
import { DEFAULT_UNSUPPORTED_COUNTRIES, type EngineOptions } from './options.ts';
import { type Policies, policiesOf } from './policies/policies.ts';
import type { Clock, Ports, Transaction } from './ports/index.ts';

/** The ports and settings of one engine. */
export interface Context
  extends Ports,
    Required<Pick<EngineOptions, 'disclosure' | 'protectEnrolment' | 'unsupportedCountries'>>,
    Pick<EngineOptions, 'fixedCodes' | 'simulatedResponses'> {
  readonly limits: Limits;
  readonly policies: Policies;
}

/** Fills in the defaults. @throws TypeError when a policy, a limit or a fixed code is invalid */
export function createContext(options: EngineOptions): Context {
  for (const [name, code] of Object.entries(options.fixedCodes ?? {})) {
    if (!/^[0-9]{6}$/.test(code)) throw new TypeError(`fixedCodes.${name} must be six digits.`);
  }
  return {
    disclosure: 'standard',
    protectEnrolment: false,
    unsupportedCountries: DEFAULT_UNSUPPORTED_COUNTRIES,
    ...options,
    limits: limitsOf(options.limits),
    policies: policiesOf(options.policy),
  };
}

/** Returns the time on the client's own clock, in milliseconds since the Unix epoch. */
export function clientTime(context: { readonly clock: Clock }, at: Pick<Transaction, 'clockOffset'>): number {
  return context.clock.now() + at.clockOffset;
}
