import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import { factorOf } from '../factors/registry.ts';
import { slotFor } from '../one-time-token/select-challenges.ts';
import { allows, recordAttempt, revokeToken } from '../one-time-token/transitions.ts';
import { viewOf } from '../one-time-token/view.ts';
import type { OneTimeTokenRecord, ProfileRecord, Transaction } from '../ports/index.ts';
import { lockedProfile } from '../profiles/locked-profile.ts';
import type { CountedVerification, VerificationResult } from './count-verification.ts';
import { type AttemptCount, attemptsLeft, isLocked, lockedError, NO_ATTEMPTS, withoutFailure } from './lockout.ts';
import { appendEvent, policyOf, unknownTokenError, usableToken, type Verification } from './verification.ts';

/** Records the result of an evaluation in the token, the profile and the audit log. */
export async function settleVerification(
  context: Context,
  tx: Transaction,
  verification: Verification,
  now: number,
  counted: CountedVerification,
  isCorrect: boolean,
): Promise<VerificationResult> {
  const { actor, tokenDigest, type } = verification;
  const lookup = await tx.oneTimeTokens.lookUp(actor.clientId, tokenDigest, type);
  if (counted.rejection) {
    await tx.oneTimeTokens.save({ ...NO_TOKEN, clientId: actor.clientId }, false);
    const { userId } = actor;
    await appendEvent(tx, verification, now, { type: 'challenge.refused', userId, result: 'failure' });
    return { error: counted.rejection };
  }
  const isStrict = context.disclosure === 'strict';
  const profile = lockedProfile(tx);
  const token = usableToken(lookup, now)?.token;
  if (!token || !allows(token, 'pass', now)) {
    return { error: isLocked(profile, now) ? lockedError(profile, now) : unknownTokenError() };
  }
  const reference = isCorrect ? await counted.candidate.consume(tx, lookup) : undefined;
  const { next, result } = recordAttempt(token, {
    slot: slotFor(token.slots, type),
    passedWith: reference === undefined ? undefined : { type, reference },
    now,
    approvalTtl: policyOf(context, token, profile).approvalTtl,
    strict: isStrict,
  });
  const isCleared = next.clearedAt !== null;
  const isSuccess = result === 'passed' && (!isStrict || isCleared);
  if (reference === undefined) {
    await appendFailure(tx, verification, now, profile, counted.attempts);
  } else {
    await appendEvent(tx, verification, now, { ...subjectOf(profile), type: 'challenge.passed' });
    const recentFailures = withoutFailure(profile, counted.countedAt);
    await tx.profiles.setAttempts(profile, { ...(isSuccess ? NO_ATTEMPTS : profile), recentFailures });
  }
  // A parallel success may have lifted the lock that this attempt set.
  if (!isSuccess && isLocked(counted.attempts, counted.countedAt) && isLocked(profile, now)) {
    // The stored version is the one that was read: both changes are saved as one.
    await tx.oneTimeTokens.save(revokeToken({ ...next, version: token.version }, now));
    await appendEvent(tx, verification, now, { ...subjectOf(profile), type: 'profile.locked', result: 'failure' });
    return { error: isStrict ? lockedError(profile, now) : failedError(context, verification) };
  }
  if (next !== token) await tx.oneTimeTokens.save(next);
  if (isCleared && token.clearedAt === null) await recordCleared(context, tx, verification, now, next, profile);
  return result === 'failed'
    ? { error: failedError(context, verification) }
    : { view: viewOf(verification.token, next, now, context.disclosure) };
}

/** No token has this digest: saving it changes nothing. */
const NO_TOKEN: Omit<OneTimeTokenRecord, 'clientId'> = {
  userId: 0,
  profileId: 0,
  digest: '',
  actionType: '',
  risk: 'low',
  linkDigest: null,
  linkText: null,
  slots: [],
  requiredFactors: 1,
  createdAt: 0,
  expiresAt: 0,
  clearedAt: null,
  approvedUntil: null,
  consumedAt: null,
  revokedAt: null,
  version: 0,
};

function subjectOf({ userId, profileId }: ProfileRecord): Pick<ProfileRecord, 'userId' | 'profileId'> {
  return { userId, profileId };
}

/** The audit log says how many attempts are left. The response never does. */
async function appendFailure(
  tx: Transaction,
  verification: Verification,
  now: number,
  profile: ProfileRecord,
  attempts: AttemptCount,
): Promise<void> {
  const { failedAttempts } = attempts;
  const data = { challenge: verification.type, failedAttempts, attemptsLeft: attemptsLeft(attempts) };
  const event = { ...subjectOf(profile), type: 'challenge.failed', result: 'failure', data } as const;
  await appendEvent(tx, verification, now, event);
}

/** Logs that the token is cleared, and opens the session of a low-risk action (RTS 10a). */
async function recordCleared(
  context: Context,
  tx: Transaction,
  verification: Verification,
  now: number,
  token: OneTimeTokenRecord,
  record: ProfileRecord,
): Promise<void> {
  const { clientId, userId, profileId, risk, requiredFactors, actionType } = token;
  const { approvalTtl, sessionFactors, opensSession } = policyOf(context, token, record);
  const subject = { userId, profileId };
  const data = { action: actionType, risk };
  await appendEvent(tx, verification, now, { ...subject, type: 'one-time-token.cleared', data });
  if (risk !== 'low' || !opensSession || requiredFactors < sessionFactors) return;
  await tx.scaSessions.put({ clientId, ...subject, openedAt: now, expiresAt: now + approvalTtl });
  await appendEvent(tx, verification, now, { ...subject, type: 'session.opened' });
}

function failedError({ disclosure }: Context, { type }: Verification): ScaError {
  // RTS 4(3)(a): in strict disclosure the message does not name the factor.
  const options = disclosure === 'strict' ? { message: 'Verification failed.' } : {};
  return new ScaError(`${factorOf(type).name}.verification.failed`, options);
}
