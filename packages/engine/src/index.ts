export { type Actor, type AuditEventInput, createAuditEvent } from './actor.ts';
export type { Approval, ApprovalRequest, Approvals } from './approvals/approvals.ts';
export type {
  AuthenticationFactor,
  AuthenticationFactors,
} from './authentication-factors/create-authentication-factors.ts';
export type { PushResponse } from './authentication-factors/respond-to-push.ts';
export { canonicalJson } from './canonical-json.ts';
export type { Challenges } from './challenges/challenges.ts';
export type { Trigger } from './challenges/trigger.ts';
export type { Verify } from './challenges/verify.ts';
export { createEngine } from './create-engine.ts';
export type { Engine } from './engine.ts';
export {
  FACTOR_CONFLICTS,
  type FactorErrorCode,
  SCA_ERRORS,
  ScaError,
  type ScaErrorCode,
  type ScaErrorDetails,
  type ScaErrorOptions,
} from './errors.ts';
export type { DeviceFingerprint, DeviceFingerprints } from './factors/device-fingerprint/device-fingerprints.ts';
export { faceMapBytes } from './factors/face-map/bytes.ts';
export type { Factors } from './factors/factors.ts';
export { e164Of } from './factors/phone-otp/e164.ts';
export type { PhoneNumber, PhoneNumbers } from './factors/phone-otp/phone-numbers.ts';
export { CHALLENGE_TYPES, categoryOf } from './factors/registry.ts';
export type {
  Idempotency,
  IdempotentRequest,
  IdempotentResult,
  StoredResponse,
} from './idempotency/create-idempotency.ts';
export type { AuthenticatedRequest, AuthenticatedToken, Presented } from './identity/authenticate.ts';
export type { ClientCredentials, NewClient } from './identity/clients.ts';
export type { Identity } from './identity/create-identity.ts';
export type { ClientCaller } from './identity/credentials.ts';
export type { TokenGrant, UserTokenGrant } from './identity/grants.ts';
export type { PasswordLogin } from './identity/password-login.ts';
export type { CreatedUser, NewProfile, NewUser } from './identity/users.ts';
export type { RequestLimits } from './limits/create-request-limits.ts';
export { DEFAULT_LIMITS, type Limits, type OperationKind, type RateLimit } from './limits/limits.ts';
export type { DynamicLink } from './one-time-token/dynamic-linking.ts';
export type { OneTimeTokens } from './one-time-token/one-time-tokens.ts';
export type { ChallengeView, OneTimeTokenView } from './one-time-token/view.ts';
export { DEFAULT_UNSUPPORTED_COUNTRIES, type Disclosure, type EngineOptions } from './options.ts';
export { type PolicyOptions, type PolicyRule, policiesOf } from './policies/policies.ts';
export type * from './ports/index.ts';
export type { Profiles } from './profiles/profiles.ts';
export type { LoadedRequest } from './requests/load-request.ts';
export { SESSION_ACTION, type Sessions } from './sessions/sessions.ts';
export type { SimulatedResponse, SimulatedResponseKind, SimulatedResponses } from './simulated-responses.ts';
export type { StepUps } from './step-up/create-step-ups.ts';
