import { createApprovals } from './approvals/approvals.ts';
import { createAuthenticationFactors } from './authentication-factors/create-authentication-factors.ts';
import { createChallenges } from './challenges/challenges.ts';
import { createContext } from './context.ts';
import type { Engine } from './engine.ts';
import { createDeviceFingerprints } from './factors/device-fingerprint/device-fingerprints.ts';
import { createFactors } from './factors/factors.ts';
import { createPhoneNumbers } from './factors/phone-otp/phone-numbers.ts';
import { createIdempotency } from './idempotency/create-idempotency.ts';
import { createIdentity } from './identity/create-identity.ts';
import { createRequestLimits } from './limits/create-request-limits.ts';
import { createOneTimeTokens } from './one-time-token/one-time-tokens.ts';
import type { EngineOptions } from './options.ts';
import { createProfiles } from './profiles/profiles.ts';
import { createSessions } from './sessions/sessions.ts';
import { createStepUps } from './step-up/create-step-ups.ts';

/**
 * Creates an engine over the given ports.
 * @throws TypeError when a policy, a limit or a fixed code is invalid
 * @example
 * const engine = createEngine({ store, clock, timer, random, keys, delivery, faceMatcher });
 * await engine.challenges.verify(actor, oneTimeToken, 'PIN', '4711');
 */
export function createEngine(options: EngineOptions): Engine {
  const context = createContext(options);
  return Object.freeze({
    profiles: createProfiles(context),
    factors: createFactors(context),
    deviceFingerprints: createDeviceFingerprints(context),
    phoneNumbers: createPhoneNumbers(context),
    oneTimeTokens: createOneTimeTokens(context),
    challenges: createChallenges(context),
    sessions: createSessions(context),
    approvals: createApprovals(context),
    identity: createIdentity(context),
    authenticationFactors: createAuthenticationFactors(context),
    stepUps: createStepUps(context),
    idempotency: createIdempotency(context),
    limits: createRequestLimits(context),
  });
}
