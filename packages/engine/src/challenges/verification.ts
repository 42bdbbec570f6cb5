import { type Actor, createAuditEvent } from '../actor.ts';
import type { Context } from '../context.ts';
import { findToken } from '../one-time-token/stored-token.ts';
import { stateOf } from '../one-time-token/transitions.ts';
import type { Policy } from '../policies/policies.ts';
import type { AuditEvent, ChallengeType, OneTimeTokenRecord, ProfileRecord, Transaction } from '../ports/index.ts';

/** One attempt to pass a challenge of a one-time token. */
export interface Verification {
  readonly actor: Actor;
  /** The text of the token. */
  readonly token: string;
  readonly tokenDigest: string;
  readonly type: ChallengeType;
}

/** Returns the token unless it is revoked or expired. */
export async function findUsableToken(
  tx: Transaction,
  { actor, tokenDigest }: Verification,
  now: number,
): Promise<OneTimeTokenRecord | undefined> {
  const token = await findToken(tx, actor.clientId, tokenDigest, now);
  const state = token && stateOf(token, now);
  return state === 'revoked' || state === 'expired' ? undefined : token;
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
