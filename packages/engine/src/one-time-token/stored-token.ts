import { type Actor, createAuditEvent } from '../actor.ts';
import { assertUnlocked } from '../challenges/attempts.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import { enrolledFactors, factorOf } from '../factors/registry.ts';
import type { Policy } from '../policies/policies.ts';
import type { OneTimeTokenRecord, ProfileKey, ProfileRecord, Transaction } from '../ports/index.ts';
import { selectChallenges } from './select-challenges.ts';
import { withdrawPasses } from './transitions.ts';

/** The token as it counts now: passes of factors that are gone taken back. */
export async function findToken(
  tx: Transaction,
  clientId: string,
  digest: string,
  now: number,
): Promise<OneTimeTokenRecord | undefined> {
  const token = await tx.oneTimeTokens.find(clientId, digest);
  if (!token) return undefined;
  const lost: number[] = [];
  for (const [index, { passedWith }] of token.slots.entries()) {
    if (!passedWith) continue;
    if (!(await factorOf(passedWith.type).isStillEnrolled(tx, token, passedWith.reference))) lost.push(index);
  }
  return withdrawPasses(token, lost, now);
}

/** Writes the next version. */
export async function saveToken(tx: Transaction, next: OneTimeTokenRecord): Promise<void> {
  if (!(await tx.oneTimeTokens.update(next))) {
    throw new ScaError('service.unavailable', 'The one-time token was changed meanwhile');
  }
}

export async function profileOf(tx: Transaction, key: ProfileKey): Promise<ProfileRecord> {
  const profile = await tx.profiles.find(key.clientId, key.profileId);
  if (profile?.userId !== key.userId) throw new ScaError('profile.not.found', 'There is no such profile');
  return profile;
}

export function tokenNotFound(): ScaError {
  return new ScaError('one.time.token.not.found', 'There is no such one-time token');
}

export interface NewToken {
  readonly actionType: string;
  readonly policy: Policy;
  readonly linkDigest: string | null;
  readonly linkText: string | null;
}

export type Issued =
  | { readonly text: string; readonly token: OneTimeTokenRecord }
  /** How many categories are missing. */
  | { readonly missing: number };

/**
 * Makes a one-time token, unless too few categories are enrolled.
 * @throws ScaError `sca.locked`
 */
export async function issueToken(
  context: Context,
  tx: Transaction,
  actor: Actor,
  profile: ProfileRecord,
  now: number,
  { actionType, policy, linkDigest, linkText }: NewToken,
): Promise<Issued> {
  assertUnlocked(profile, now);
  const slots = selectChallenges(await enrolledFactors(tx, profile), policy.allowed);
  if (slots.length < policy.requiredFactors) return { missing: policy.requiredFactors - slots.length };
  // RTS 4(2)(c): 122 unpredictable bits, known to the person's app alone.
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
