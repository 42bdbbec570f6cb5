import type { Limits } from './limits/limits.ts';
import type { PolicyOptions } from './policies/policies.ts';
import type { Ports } from './ports/index.ts';
import type { SimulatedResponses } from './simulated-responses.ts';

/**
 * Whether a verification reveals which factor failed.
 *
 * `standard`: each response has the result of its own attempt.
 *
 * `strict` (RTS 4(3)(a)): responses have no result until as many factors as the token requires were attempted. Then the token is
 * cleared, or the last attempt fails, whichever factor was wrong, and all have to be attempted again. A second attempt with one
 * factor in a round is not evaluated. Every attempt counts towards the lock, and only a cleared token resets the count: with two
 * factors, two rounds may fail; a third that fails or stays incomplete locks the profile. A client should show one error for the
 * whole round. The fifth failed attempt returns `sca.locked`, not the sixth.
 */
export type Disclosure = 'standard' | 'strict';

export interface EngineOptions extends Ports {
  /** Rules that differ from the defaults, by client and action type. */
  readonly policy?: PolicyOptions;
  /** Codes that replace random ones: six digits each. For sandboxes and tests. */
  readonly fixedCodes?: { readonly oneTimeToken: string; readonly factor: string } | undefined;
  /** `standard` unless given. */
  readonly disclosure?: Disclosure;
  /** Whether a further factor needs an approval once two categories are enrolled (RTS 24(2)(b)). `false` unless given. */
  readonly protectEnrolment?: boolean;
  readonly limits?: Partial<Limits>;
  /** ISO 3166-1 alpha-2 codes of the countries whose numbers get no codes of additional factors. */
  readonly unsupportedCountries?: readonly string[];
  /** Replaces the results of verifications and deliveries. For sandboxes and tests. */
  readonly simulatedResponses?: SimulatedResponses | undefined;
}

/** The countries that providers do not send to: the default of `unsupportedCountries`. */
export const DEFAULT_UNSUPPORTED_COUNTRIES: readonly string[] = ['CU', 'IR', 'KP', 'SY'];
