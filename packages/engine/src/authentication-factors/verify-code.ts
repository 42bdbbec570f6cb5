import { type CountResult, runAttempt } from '../attempts/run-attempt.ts';
import type { Context } from '../context.ts';
import { type FactorErrorCode, factorConflictError } from '../errors.ts';
import { phoneNumberOf } from '../factors/phone-otp/phone-number.ts';
import { userKeyOf } from '../identity/assert-user.ts';
import { consumeRateLimit } from '../limits/consume-rate-limit.ts';
import { type OtpBinding, verifyOtp } from '../otp/otp-code.ts';
import type { FactorChallengeRecord, Transaction, UserKey } from '../ports/index.ts';
import { type ChallengeSubject, challengeBinding, challengeEvent } from './factor-challenge.ts';

/** Codes that are evaluated for one challenge. */
const MAX_ATTEMPTS = 5;

/** Wrong codes of a user in 24 hours, however many codes were sent (NIST SP 800-63B-4 names 100). */
const DAILY_FAILURES = { limit: 100, window: 24 * 60 * 60_000 } as const;
const dailyFailureBucket = ({ userId }: UserKey): string => `factor-failures:${userId}`;

/** The error for a code that was verified before. */
const USED = { enrolment: 'STATE_INVALID', 'step-up': 'ALREADY_VERIFIED' } as const;

/** A code that a person entered. */
export interface CodeAttempt extends ChallengeSubject {
  /** The digest of the auth token to step up; null for an enrolment. */
  readonly tokenDigest: string | null;
  readonly code: string;
  /** Throws when no code is needed any more. Runs under the user's lock, before the count and before a success. */
  readonly assertAllowed: (tx: Transaction) => Promise<void>;
  /** Runs in the transaction that uses up the challenge. */
  readonly onSuccess: (tx: Transaction, now: number) => Promise<void>;
}

interface CountedCode {
  readonly challenge: FactorChallengeRecord;
  readonly countedAt: number;
  readonly binding: OtpBinding;
}

/** Why the code was rejected; undefined when it was right. */
type CodeResult = FactorErrorCode | undefined;

/**
 * Verifies a code. At most five attempts are evaluated for one challenge (RTS 4(3)(b), ASVS 5.0 6.6.3).
 * @throws ScaError `factor.conflict`: `STATE_INVALID`, `ALREADY_VERIFIED`, `VERIFICATION_CODE_EXPIRED`, `VERIFICATION_CODE_INVALID`,
 * `ONE_CHALLENGE_LIMIT_REMAINING`, `CHALLENGE_LIMIT_EXCEEDED`, or what `assertAllowed` throws; `rate.limit.reached` after a
 * hundred wrong codes in 24 hours
 */
export async function verifyCode(context: Context, attempt: CodeAttempt): Promise<void> {
  const { user, code } = attempt;
  const errorCode = await runAttempt<CountedCode, CodeResult>(context, {
    scope: userKeyOf(user),
    simulated: await context.simulatedResponses?.next(user.clientId, user.userId, 'OTP'),
    count: (tx, now, expire) => countCode(tx, now, attempt, expire),
    verify: ({ challenge, binding }) => verifyOtp(context.keys, binding, code, challenge.mac ?? undefined),
    settle: (tx, now, counted, isCorrect) => settleCode(tx, now, attempt, counted, isCorrect),
  });
  if (errorCode) throw factorConflictError(errorCode);
}

/** Counts the attempt. The fifth exhausts the challenge at once, so that a crash does not allow a sixth. */
async function countCode(
  tx: Transaction,
  now: number,
  attempt: CodeAttempt,
  expire: boolean,
): Promise<CountResult<CountedCode, CodeResult>> {
  const { user, purpose, channel, tokenDigest } = attempt;
  await attempt.assertAllowed(tx);
  const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
  if (!latest || latest.tokenDigest !== tokenDigest) throw factorConflictError('STATE_INVALID');
  if (latest.state === 'exhausted') throw factorConflictError('STATE_INVALID');
  if (latest.state === 'used') throw factorConflictError(USED[purpose]);
  if (latest.state === 'expired' || now >= latest.expiresAt) throw factorConflictError('VERIFICATION_CODE_EXPIRED');
  if (latest.state !== 'pending') throw factorConflictError('STATE_INVALID');

  const version = latest.version + 1;
  if (expire) {
    await tx.factorChallenges.update({ ...latest, state: 'expired', version });
    await tx.audit.append(challengeEvent(attempt, now, 'expired'));
    return { result: 'VERIFICATION_CODE_EXPIRED' };
  }
  await consumeRateLimit(tx, {
    clientId: user.clientId,
    bucket: dailyFailureBucket(user),
    rate: DAILY_FAILURES,
    now,
    limitedBy: 'factor-failures',
    code: 'rate.limit.reached',
    message: 'Too many wrong codes. Wait before the next one.',
  });
  const attempts = latest.attempts + 1;
  const challenge: FactorChallengeRecord = {
    ...latest,
    attempts,
    state: attempts < MAX_ATTEMPTS ? 'pending' : 'exhausted',
    version,
  };
  await tx.factorChallenges.update(challenge);
  await tx.audit.append(challengeEvent(attempt, now, 'attempted'));
  const binding = challengeBinding(user, challenge.challengeId, await phoneNumberOf(tx, user));
  return { counted: { challenge, binding, countedAt: now } };
}

async function settleCode(
  tx: Transaction,
  now: number,
  attempt: CodeAttempt,
  { challenge, countedAt }: CountedCode,
  isCorrect: boolean,
): Promise<CodeResult> {
  const { user, purpose, channel } = attempt;
  const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
  // The challenge was removed or replaced during the evaluation.
  if (latest?.challengeId !== challenge.challengeId) return 'STATE_INVALID';
  if (!isCorrect) {
    await tx.audit.append(challengeEvent(attempt, now, 'failed', 'failure'));
    return wrongCode(challenge.attempts);
  }
  await attempt.assertAllowed(tx);
  if (latest.state === 'used') return USED[purpose];
  if (latest.state !== 'pending' && latest.state !== 'exhausted') return 'STATE_INVALID';
  await tx.factorChallenges.update({ ...latest, state: 'used', version: latest.version + 1 });
  await tx.rateLimits.release(user.clientId, dailyFailureBucket(user), countedAt);
  await tx.audit.append(challengeEvent(attempt, now, 'passed'));
  await attempt.onSuccess(tx, now);
  return undefined;
}

/** @param attempts how many attempts were made, the wrong one included */
function wrongCode(attempts: number): FactorErrorCode {
  if (attempts >= MAX_ATTEMPTS) return 'CHALLENGE_LIMIT_EXCEEDED';
  return attempts === MAX_ATTEMPTS - 1 ? 'ONE_CHALLENGE_LIMIT_REMAINING' : 'VERIFICATION_CODE_INVALID';
}
