import type { CountResult } from '../attempts/run-attempt.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { Candidate } from '../factors/factor.ts';
import { factorOf } from '../factors/registry.ts';
import { slotFor } from '../one-time-token/select-challenges.ts';
import { saveToken } from '../one-time-token/stored-token.ts';
import { allows, revokeToken } from '../one-time-token/transitions.ts';
import { type OneTimeTokenView, viewOf } from '../one-time-token/view.ts';
import type { ProfileKey, Transaction } from '../ports/index.ts';
import { findProfile } from '../profiles/find-profile.ts';
import { countDummy } from './dummy-attempt.ts';
import { type AttemptCount, countAttempt, DAY, dailyFailureBucket, isLocked, lockedError } from './lockout.ts';
import { appendEvent, findUsableToken, type Verification } from './verification.ts';

/** An attempt that was counted and is to be evaluated. */
export interface CountedVerification {
  readonly candidate: Candidate;
  readonly attempts: AttemptCount;
  readonly countedAt: number;
}

/**
 * How a verification ended. `needsDummy`: the error is only thrown after as much work as an evaluation, so that timing
 * does not reveal the reason.
 */
export type VerificationResult =
  | { readonly view: OneTimeTokenView }
  | { readonly error: ScaError; readonly needsDummy?: true };

/**
 * Decides whether the secret is evaluated, and counts the attempt before it is (RTS 4(3)(b), ASVS 5.0 6.3.8).
 * @param expire simulates expiry: revokes the token and rejects the attempt
 */
export async function countVerification(
  context: Context,
  tx: Transaction,
  profile: ProfileKey,
  verification: Verification,
  now: number,
  expire: boolean,
): Promise<CountResult<CountedVerification, VerificationResult>> {
  const rejectAfterDummy = async (error: ScaError): Promise<{ readonly result: VerificationResult }> => {
    await countDummy(context, tx, verification, now);
    await appendEvent(tx, verification, now, { ...profile, type: 'challenge.attempted', result: 'failure' });
    return { result: { error, needsDummy: true } };
  };
  const record = await findProfile(tx, profile);
  if (isLocked(record, now)) return rejectAfterDummy(lockedError(record, now));
  const token = await findUsableToken(tx, verification, now);
  if (!token) return rejectAfterDummy(new ScaError('one.time.token.not.found'));
  if (expire) {
    await saveToken(tx, revokeToken(token, now));
    await appendEvent(tx, verification, now, { ...profile, type: 'one-time-token.expired', result: 'failure' });
    return rejectAfterDummy(new ScaError('one.time.token.not.found'));
  }
  const slot = token.slots[slotFor(token.slots, verification.type)];
  if (!slot) return { result: { error: new ScaError('challenge.not.applicable') } };
  if (slot.passed || (context.disclosure === 'strict' && slot.attempted)) {
    return { result: { view: viewOf(verification.token, token, now, context.disclosure) } };
  }
  if (!allows(token, 'pass', now)) return rejectAfterDummy(new ScaError('one.time.token.not.found'));
  const candidate = await factorOf(verification.type).lookUp(context, tx, token);
  if (candidate === 'not-triggered') return { result: { error: new ScaError('challenge.not.triggered') } };
  const today = await tx.rateLimits.hit(profile.clientId, dailyFailureBucket(profile), now, DAY);
  const attempts = countAttempt(record, now, today);
  await tx.profiles.setAttempts(profile, attempts);
  await appendEvent(tx, verification, now, { ...profile, type: 'challenge.attempted' });
  return { counted: { candidate, attempts, countedAt: now } };
}
