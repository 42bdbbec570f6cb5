import { type Actor, createAuditEvent } from '../actor.ts';
import { assertUnlocked } from '../challenges/lockout.ts';
import type { Context } from '../context.ts';
import { enrolledFactors } from '../factors/registry.ts';
import type { Policy } from '../policies/policies.ts';
import type { EnrolledFactors, OneTimeTokenRecord, ProfileRecord, Transaction } from '../ports/index.ts';
import { selectChallenges } from './select-challenges.ts';

export interface NewToken {
  readonly actionType: string;
  readonly policy: Policy;
  readonly linkDigest: string | null;
  readonly linkText: string | null;
}

export type IssuedToken =
  | { readonly text: string; readonly token: OneTimeTokenRecord }
  /** How many categories are missing. */
  | { readonly missing: number };

/**
 * Issues a one-time token, unless too few categories of factors are enrolled.
 * @throws ScaError `sca.locked`
 */
export async function issueToken(
  context: Context,
  tx: Transaction,
  actor: Actor,
  { profile, factors }: { readonly profile: ProfileRecord; readonly factors: EnrolledFactors },
  now: number,
  { actionType, policy, linkDigest, linkText }: NewToken,
): Promise<IssuedToken> {
  assertUnlocked(profile, now);
  const slots = selectChallenges(enrolledFactors(factors), policy.allowed);
  if (slots.length < policy.requiredFactors) return { missing: policy.requiredFactors - slots.length };
  // RTS 4(2)(c): 122 random bits.
  const text = context.random.uuid();
  const { clientId, userId, profileId } = profile;
  const token: OneTimeTokenRecord = {
    clientId,
    userId,
    profileId,
    digest: await context.keys.digest(text),
    actionType,
    risk: policy.risk,
    linkDigest,
    linkText,
    slots,
    requiredFactors: policy.requiredFactors,
    createdAt: now,
    expiresAt: now + policy.validity,
    clearedAt: null,
    approvedUntil: null,
    consumedAt: null,
    revokedAt: null,
    version: 1,
  };
  await tx.oneTimeTokens.insert(token);
  await tx.audit.append(
    createAuditEvent(actor, now, {
      type: 'one-time-token.issued',
      userId,
      profileId,
      data: { action: actionType, risk: policy.risk, requiredFactors: policy.requiredFactors },
    }),
  );
  return { text, token };
}
