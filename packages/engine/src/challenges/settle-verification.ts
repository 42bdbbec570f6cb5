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
  profile: ProfileKey,
  verification: Verification,
  now: number,
  counted: CountedVerification,
  isCorrect: boolean,
): Promise<VerificationResult> {
  const isStrict = context.disclosure === 'strict';
  const { type } = verification;
  const record = await findProfile(tx, profile);
  const token = await findUsableToken(tx, verification, now);
  if (!token || !allows(token, 'pass', now)) {
    return { error: isLocked(record, now) ? lockedError(record, now) : new ScaError('one.time.token.not.found') };
  }
  const reference = isCorrect ? await counted.candidate.consume(tx) : undefined;
  const { next, result } = recordAttempt(token, {
    slot: slotFor(token.slots, type),
    passedWith: reference === undefined ? undefined : { type, reference },
    now,
    approvalTtl: policyOf(context, token, record).approvalTtl,
    strict: isStrict,
  });
  await appendResult(tx, profile, verification, now, counted, reference);

  const isCleared = next.clearedAt !== null;
  const isSuccess = result === 'passed' && (!isStrict || isCleared);
  // A parallel success may have lifted the lock that this attempt set.
  const isLockedByThisAttempt = isLocked(counted.attempts, counted.countedAt) && isLocked(record, now);
  if (isSuccess) {
    await tx.profiles.setAttempts(profile, NO_ATTEMPTS);
  } else if (isLockedByThisAttempt) {
    // The stored version is the one that was read: both changes are saved as one.
    await saveToken(tx, revokeToken({ ...next, version: token.version }, now));
    await appendEvent(tx, verification, now, { ...profile, type: 'profile.locked', result: 'failure' });
    return { error: isStrict ? lockedError(record, now) : failedError(context, verification) };
  }
  if (next !== token) await saveToken(tx, next);
  if (isCleared && token.clearedAt === null) await recordCleared(context, tx, verification, now, next, record);
  return result === 'failed'
    ? { error: failedError(context, verification) }
    : { view: viewOf(verification.token, next, now, context.disclosure) };
}

/** Writes the audit event and, for a right secret, takes the attempt out of the daily count. */
async function appendResult(
  tx: Transaction,
  profile: ProfileKey,
  verification: Verification,
  now: number,
  { attempts, countedAt }: CountedVerification,
  reference: string | undefined,
): Promise<void> {
  const challenge = verification.type;
  if (reference !== undefined) {
    await appendEvent(tx, verification, now, { ...profile, type: 'challenge.passed' });
    await tx.rateLimits.release(profile.clientId, dailyFailureBucket(profile), countedAt);
    return;
  }
  // The audit log says how many attempts are left. The response never does.
  const data = { challenge, failedAttempts: attempts.failedAttempts, attemptsLeft: attemptsLeft(attempts) };
  await appendEvent(tx, verification, now, { ...profile, type: 'challenge.failed', result: 'failure', data });
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
  // RTS 4(3)(a): in strict disclosure the message does not name the element.
  const options = disclosure === 'strict' ? { message: 'Verification failed.' } : {};
  return new ScaError(`${factorOf(type).name}.verification.failed`, options);
}
