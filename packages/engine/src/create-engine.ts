import { createApprovals } from './approvals/approvals.ts';
import { createAuthenticationFactors } from './authentication-factors/create-authentication-factors.ts';
import { DEFAULT_UNSUPPORTED_COUNTRIES, type FactorsContext } from './authentication-factors/factors-context.ts';
import { createChallenges } from './challenges/challenges.ts';
import type { Context } from './context.ts';
import type { Engine } from './engine.ts';
import { createDeviceFingerprints } from './factors/device-fingerprint/device-fingerprints.ts';
import { createFactors } from './factors/factors.ts';
import { createPhoneNumbers } from './factors/phone-otp/phone-numbers.ts';
import { createIdempotency } from './idempotency/create-idempotency.ts';
import { createIdentity } from './identity/create-identity.ts';
import { createRequestLimits } from './limits/create-request-limits.ts';
import { limitsOf } from './limits/limits.ts';
import { createOneTimeTokens } from './one-time-token/one-time-tokens.ts';
import type { EngineOptions } from './options.ts';
import { policiesOf } from './policies/policies.ts';
import { createProfiles } from './profiles/profiles.ts';
import { createSessions } from './sessions/sessions.ts';
import { createStepUps } from './step-up/create-step-ups.ts';

/**
 * The engine over the given ports.
 * @throws TypeError when a policy, a limit or a fixed code is not lawful
 * @example
 * const engine = createEngine({ store, clock, timer, random, keys, delivery, faceMatcher });
 * await engine.factors.enrol(actor, profile, 'PIN', '4711');
 */
export function createEngine(options: EngineOptions): Engine {
  const { store, clock, timer, random, delivery, faceMatcher, keys, fixedCodes, outcomes } = options;
  for (const code of Object.values(fixedCodes ?? {})) {
    if (!/^[0-9]{6}$/.test(code)) throw new TypeError('A fixed code is six digits');
  }
  const limits = limitsOf(options.limits);
  const context: Context = {
    store,
    clock,
    random,
    delivery,
    faceMatcher,
    keys,
    limits,
    policies: policiesOf(options.policy),
    disclosure: options.disclosure ?? 'standard',
    protectEnrolment: options.protectEnrolment ?? false,
    fixedCode: fixedCodes?.oneTimeToken,
    outcomes,
  };
  const additional: FactorsContext = {
    store,
    clock,
    random,
    keys,
    delivery,
    limits,
    fixedCode: fixedCodes?.factor,
    unsupportedCountries: options.unsupportedCountries ?? DEFAULT_UNSUPPORTED_COUNTRIES,
    outcomes,
  };
  return Object.freeze({
    profiles: createProfiles(context),
    factors: createFactors(context),
    deviceFingerprints: createDeviceFingerprints(context),
    phoneNumbers: createPhoneNumbers(context),
    oneTimeTokens: createOneTimeTokens(context),
    challenges: createChallenges(context),
    sessions: createSessions(context),
    approvals: createApprovals(context),
    identity: createIdentity({ store, clock, random, keys, limits }),
    authenticationFactors: createAuthenticationFactors(additional),
    stepUps: createStepUps(additional),
    idempotency: createIdempotency({ store, clock, timer, keys }),
    limits: createRequestLimits({ store, clock, limits }),
  });
}
