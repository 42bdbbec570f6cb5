import { type Actor, createAuditEvent } from '../actor.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { FoundToken } from '../factors/factor.ts';
import { currentToken } from '../one-time-token/stored-token.ts';
import { stateOf } from '../one-time-token/transitions.ts';
import type { Policy } from '../policies/policies.ts';
import type {
  AuditEvent,
  ChallengeType,
  OneTimeTokenRecord,
  ProfileKey,
  ProfileRecord,
  TokenLookup,
  Transaction,
} from '../ports/index.ts';

/** One attempt to pass a challenge of a one-time token. */
export interface Verification {
  readonly actor: Actor;
  /** The text of the token. */
  readonly token: string;
  readonly tokenDigest: string;
  readonly type: ChallengeType;
  /** The profile that the token was issued for; undefined when the caller has no such token. */
  readonly profile: ProfileKey | undefined;
}

/** The caller has no such token: it is unknown, expired, revoked, or another user's. */
export function unknownTokenError(): ScaError {
  return new ScaError('one.time.token.not.found');
}

/** Returns a token that exists, with its slots as they are now, unless it is revoked or expired. */
export function usableToken(lookup: TokenLookup, now: number): FoundToken | undefined {
  if (!lookup.token) return undefined;
  const token = currentToken(lookup.token, lookup.factors, now);
  const state = stateOf(token, now);
  return state === 'revoked' || state === 'expired' ? undefined : { ...lookup, token };
}

/** Returns the policy of the action that the token was issued for. */
export function policyOf(
  context: Context,
  { clientId, actionType, risk }: OneTimeTokenRecord,
  { requiredFactors }: ProfileRecord,
): Policy {
  return context.policies({ clientId, actionType, risk, profileFactors: requiredFactors });
}

/** What an audit event of a verification is about. */
export interface VerificationEvent {
  readonly type: string;
  readonly userId: number | null;
  readonly profileId?: number;
  /** `success` unless given. */
  readonly result?: AuditEvent['result'];
  /** The challenge type unless given. */
  readonly data?: AuditEvent['data'];
}

export function appendEvent(
  tx: Transaction,
  { actor, type: challenge }: Verification,
  now: number,
  { type, userId, profileId, result = 'success', data = { challenge } }: VerificationEvent,
): Promise<void> {
  const profile = profileId === undefined ? {} : { profileId };
  return tx.audit.append(createAuditEvent(actor, now, { type, userId, ...profile, result, data }));
}
