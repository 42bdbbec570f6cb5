import { type Actor, createAuditEvent } from '../actor.ts';
import { type FactorErrorCode, ScaError } from '../errors.ts';
import { phoneNumberOf } from '../factors/phone-otp/phone-number.ts';
import { consumeRateLimit } from '../limits/consume-rate-limit.ts';
import type { SimulatedResponse } from '../options.ts';
import type { FactorChallengeRecord, Transaction, UserKey } from '../ports/index.ts';
import { conflict, type FactorChannel, type FactorsContext, MAX_ATTEMPTS } from './factors-context.ts';
import { codeContext, scopeOf } from './start-challenge.ts';

/** Wrong codes of a user in 24 hours, however many codes were sent (NIST SP 800-63B-4 names 100). */
const FAILURES_A_DAY = { limit: 100, window: 24 * 60 * 60_000 } as const;
const failuresOf = ({ userId }: UserKey): string => `factor-failures:${userId}`;

/** A code that a person gave. */
export interface CodeAttempt {
  readonly actor: Actor;
  readonly user: UserKey;
  readonly purpose: FactorChallengeRecord['purpose'];
  readonly channel: FactorChannel;
  /** The digest of the auth token to step up; null for an enrolment. */
  readonly tokenDigest: string | null;
  readonly code: string;
  /** Refuses by throwing what needs no code any more; runs under the user's lock, before a try and before a success. */
  readonly admit: (tx: Transaction) => Promise<void>;
  /** What a right code changes, in the transaction that uses the challenge up. */
  readonly whenRight: (tx: Transaction, now: number) => Promise<void>;
}

/**
 * Checks a code. The try is counted and committed before the code is looked at, so that parallel guesses share the
 * five attempts (RTS 4(3)(b), ASVS 5.0 6.6.3).
 * @throws ScaError `factor.conflict`: `STATE_INVALID`, `VERIFICATION_CODE_EXPIRED`, `VERIFICATION_CODE_INVALID`,
 * `ONE_CHALLENGE_LIMIT_REMAINING`, `CHALLENGE_LIMIT_EXCEEDED`, or what `admit` throws; `rate.limit.reached` after a
 * hundred wrong codes in a day
 */
export async function verifyCode(context: FactorsContext, attempt: CodeAttempt): Promise<void> {
  const { user, code } = attempt;
  const outcome = await context.outcomes?.take(user.clientId, user.userId, 'OTP');
  refuseByOutcome(outcome);
  const counted = await countAttempt(context, attempt, outcome === 'expire');
  if (!counted) throw conflict('VERIFICATION_CODE_EXPIRED');
  const { challenge, boundTo, countedAt } = counted;
  const isRight =
    (await context.keys.verifyMac('otp', boundTo, code, challenge.mac ?? undefined)) && outcome !== 'fail';
  const refusal = await settle(context, attempt, challenge, isRight, countedAt);
  if (refusal) throw conflict(refusal);
}

/** Throws for the outcomes that a sandbox sets in place of an evaluation. */
export function refuseByOutcome(outcome: SimulatedResponse | undefined): void {
  if (outcome === 'rate-limited') {
    const details = { retryAfter: 1, limitedBy: 'sandbox-outcome', limit: 1 };
    throw new ScaError('rate.limit.reached', 'Too many requests', details);
  }
  if (outcome === 'unavailable') throw new ScaError('service.unavailable', 'The service is not available');
}

interface Counted {
  readonly challenge: FactorChallengeRecord;
  readonly countedAt: number;
  /** What a right code's keyed hash is bound to now. */
  readonly boundTo: string;
}

/** Counts the try; the fifth exhausts the challenge at once, so that a crash leaves no sixth. */
function countAttempt(context: FactorsContext, attempt: CodeAttempt, expire: boolean): Promise<Counted | undefined> {
  const { actor, user, purpose, channel, tokenDigest } = attempt;
  return context.store.transaction(scopeOf(user), async (tx) => {
    const now = context.clock.now() + tx.clockOffset;
    await attempt.admit(tx);
    const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
    if (!latest || latest.tokenDigest !== tokenDigest) throw conflict('STATE_INVALID');
    if (latest.state === 'exhausted') throw conflict('CHALLENGE_LIMIT_EXCEEDED');
    if (latest.state === 'expired' || now >= latest.expiresAt) throw conflict('VERIFICATION_CODE_EXPIRED');
    if (latest.state !== 'pending') throw conflict('STATE_INVALID');

    const facts = { userId: user.userId, data: { purpose, channel } };
    const version = latest.version + 1;
    if (expire) {
      await tx.factorChallenges.update({ ...latest, state: 'expired', version });
      await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'factor-challenge.expired' }));
      return undefined;
    }
    await consumeRateLimit(tx, {
      clientId: user.clientId,
      bucket: failuresOf(user),
      rate: FAILURES_A_DAY,
      now,
      limitedBy: 'factor-failures',
      code: 'rate.limit.reached',
      message: 'Too many wrong codes; wait before the next one',
    });
    const attempts = latest.attempts + 1;
    const counted = { ...latest, attempts, state: attempts < MAX_ATTEMPTS ? 'pending' : 'exhausted', version } as const;
    await tx.factorChallenges.update(counted);
    await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'factor-challenge.attempted' }));
    const boundTo = codeContext(user, counted.challengeId, await phoneNumberOf(tx, user));
    return { challenge: counted, boundTo, countedAt: now };
  });
}

/** @returns why the code is refused; undefined when it was right */
function settle(
  context: FactorsContext,
  attempt: CodeAttempt,
  counted: FactorChallengeRecord,
  isRight: boolean,
  countedAt: number,
): Promise<FactorErrorCode | undefined> {
  const { actor, user, purpose, channel } = attempt;
  return context.store.transaction(scopeOf(user), async (tx) => {
    const now = context.clock.now() + tx.clockOffset;
    const facts = { userId: user.userId, data: { purpose, channel } };
    const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
    // Taken away, or replaced by a newer one, while the code was looked at.
    if (latest?.challengeId !== counted.challengeId) return 'STATE_INVALID';
    if (!isRight) {
      const failed = { ...facts, type: 'factor-challenge.failed', result: 'failure' } as const;
      await tx.audit.append(createAuditEvent(actor, now, failed));
      return refusalOf(counted.attempts);
    }
    await attempt.admit(tx);
    if (latest.state !== 'pending' && latest.state !== 'exhausted') return 'STATE_INVALID';
    await tx.factorChallenges.update({ ...latest, state: 'used', version: latest.version + 1 });
    await tx.rateLimits.release(user.clientId, failuresOf(user), countedAt);
    await tx.audit.append(createAuditEvent(actor, now, { ...facts, type: 'factor-challenge.passed' }));
    await attempt.whenRight(tx, now);
    return undefined;
  });
}

/** What the wrong try of this number answers. */
function refusalOf(attempts: number): FactorErrorCode {
  if (attempts >= MAX_ATTEMPTS) return 'CHALLENGE_LIMIT_EXCEEDED';
  return attempts === MAX_ATTEMPTS - 1 ? 'ONE_CHALLENGE_LIMIT_REMAINING' : 'VERIFICATION_CODE_INVALID';
}
