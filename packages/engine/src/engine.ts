import type { Approvals } from './approvals/approvals.ts';
import type { AuthenticationFactors } from './authentication-factors/create-authentication-factors.ts';
import type { Challenges } from './challenges/challenges.ts';
import type { DeviceFingerprints } from './factors/device-fingerprint/device-fingerprints.ts';
import type { Factors } from './factors/factors.ts';
import type { PhoneNumbers } from './factors/phone-otp/phone-numbers.ts';
import type { Idempotency } from './idempotency/create-idempotency.ts';
import type { Identity } from './identity/create-identity.ts';
import type { RequestLimits } from './limits/create-request-limits.ts';
import type { OneTimeTokens } from './one-time-token/one-time-tokens.ts';
import type { Profiles } from './profiles/profiles.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { StepUps } from './step-up/create-step-ups.ts';

/** The rules of strong customer authentication. */
export interface Engine {
  readonly profiles: Profiles;
  readonly factors: Factors;
  readonly deviceFingerprints: DeviceFingerprints;
  readonly phoneNumbers: PhoneNumbers;
  readonly oneTimeTokens: OneTimeTokens;
  readonly challenges: Challenges;
  readonly sessions: Sessions;
  readonly approvals: Approvals;
  readonly identity: Identity;
  readonly authenticationFactors: AuthenticationFactors;
  readonly stepUps: StepUps;
  readonly idempotency: Idempotency;
  readonly limits: RequestLimits;
}
