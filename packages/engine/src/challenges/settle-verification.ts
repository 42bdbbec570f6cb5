import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import { factorOf } from '../factors/registry.ts';
import { slotFor } from '../one-time-token/select-challenges.ts';
import { saveToken } from '../one-time-token/stored-token.ts';
import { allows, recordAttempt, revokeToken } from '../one-time-token/transitions.ts';
import { viewOf } from '../one-time-token/view.ts';
import type { OneTimeTokenRecord, ProfileKey, ProfileRecord, Transaction } from '../ports/index.ts';
import { findProfile } from '../profiles/find-profile.ts';
import type { CountedVerification, VerificationResult } from './count-verification.ts';
import { attemptsLeft, dailyFailureBucket, isLocked, lockedError, NO_ATTEMPTS } from './lockout.ts';
import { appendEvent, findUsableToken, policyOf, type Verification } from './verification.ts';

/** Records the result of an evaluation in the token, the profile and the audit log. */
export async function settleVerification(
  context: Context,
  tx: Transaction,
  key: ProfileKey,
  verification: Verification,
  now: number,
  counted: CountedVerification,
  isRight: boolean,
): Promise<VerificationResult> {
  const isStrict = context.disclosure === 'strict';
  const { type } = verification;
  const profile = await findProfile(tx, key);
  const token = await findUsableToken(tx, verification, now);
  if (!token || !allows(token, 'pass', now)) {
    return { error: isLocked(profile, now) ? lockedError(profile, now) : new ScaError('one.time.token.not.found') };
  }
  const reference = isRight ? await counted.candidate.consume(tx) : undefined;
  const { next, outcome } = recordAttempt(token, {
    slot: slotFor(token.slots, type),
    passedWith: reference === undefined ? undefined : { type, reference },
    now,
    approvalTtl: policyOf(context, token, profile).approvalTtl,
    strict: isStrict,
  });
  await appendResult(tx, key, verification, now, counted, reference);

  const isCleared = next.clearedAt !== null;
  const isSuccess = outcome === 'passed' && (!isStrict || isCleared);
  // A parallel success may have lifted the lock that this attempt set.
  const isLockedByThisAttempt = isLocked(counted.attempts, counted.countedAt) && isLocked(profile, now);
  if (isSuccess) {
    await tx.profiles.setAttempts(key, NO_ATTEMPTS);
  } else if (isLockedByThisAttempt) {
    // The stored version is the one that was read: both changes are saved as one.
    await saveToken(tx, revokeToken({ ...next, version: token.version }, now));
    await appendEvent(tx, verification, now, { ...key, type: 'profile.locked', result: 'failure' });
    return { error: isStrict ? lockedError(profile, now) : failedError(context, verification) };
  }
  if (next !== token) await saveToken(tx, next);
  if (isCleared && token.clearedAt === null) await recordCleared(context, tx, verification, now, next, profile);
  return outcome === 'failed'
    ? { error: failedError(context, verification) }
    : { view: viewOf(verification.token, next, now, context.disclosure) };
}

/** Writes the audit event and, for a right secret, takes the attempt out of the daily count. */
async function appendResult(
  tx: Transaction,
  key: ProfileKey,
  verification: Verification,
  now: number,
  { attempts, countedAt }: CountedVerification,
  reference: string | undefined,
): Promise<void> {
  const challenge = verification.type;
  if (reference !== undefined) {
    await appendEvent(tx, verification, now, { ...key, type: 'challenge.passed' });
    await tx.rateLimits.release(key.clientId, dailyFailureBucket(key), countedAt);
    return;
  }
  // The audit log says how many attempts are left. The response never does.
  const data = { challenge, failedAttempts: attempts.failedAttempts, attemptsLeft: attemptsLeft(attempts) };
  await appendEvent(tx, verification, now, { ...key, type: 'challenge.failed', result: 'failure', data });
}

/** Logs that the token is cleared, and opens the session of a low-risk action (RTS 10a). */
async function recordCleared(
  context: Context,
  tx: Transaction,
  verification: Verification,
  now: number,
  token: OneTimeTokenRecord,
  profile: ProfileRecord,
): Promise<void> {
  const { clientId, userId, profileId, risk, requiredFactors, actionType } = token;
  const { approvalTtl, sessionFactors, opensSession } = policyOf(context, token, profile);
  const subject = { userId, profileId };
  const data = { action: actionType, risk };
  await appendEvent(tx, verification, now, { ...subject, type: 'one-time-token.cleared', data });
  if (risk !== 'low' || !opensSession || requiredFactors < sessionFactors) return;
  await tx.scaSessions.put({ clientId, ...subject, openedAt: now, expiresAt: now + approvalTtl });
  await appendEvent(tx, verification, now, { ...subject, type: 'session.opened' });
}

function failedError({ disclosure }: Context, { type }: Verification): ScaError {
  // RTS 4(3)(a): in strict disclosure the message does not name the element.
  const options = disclosure === 'strict' ? { message: 'Verification failed.' } : {};
  return new ScaError(`${factorOf(type).name}.verification.failed`, options);
}
