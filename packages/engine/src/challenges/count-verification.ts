import type { CountResult } from '../attempts/run-attempt.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { Candidate } from '../factors/factor.ts';
import { factorOf } from '../factors/registry.ts';
import { slotFor } from '../one-time-token/select-challenges.ts';
import { allows, revokeToken } from '../one-time-token/transitions.ts';
import { type OneTimeTokenView, viewOf } from '../one-time-token/view.ts';
import type { Transaction } from '../ports/index.ts';
import { type AttemptCount, countAttempt, isLocked, lockedError, NO_ATTEMPTS } from './lockout.ts';
import { appendEvent, unknownTokenError, usableToken, type Verification } from './verification.ts';

/** An attempt that was counted and is to be evaluated. */
export interface CountedVerification {
  readonly candidate: Candidate;
  readonly attempts: AttemptCount;
  readonly countedAt: number;
  /**
   * Why the attempt is rejected, whatever the secret is. It executes the same statements and evaluations as a wrong secret, so
   * that timing does not reveal the reason.
   */
  readonly rejection?: ScaError;
}

export type VerificationResult = { readonly view: OneTimeTokenView } | { readonly error: ScaError };

/** No profile has this key. Statements that use it find and change nothing. */
const NO_PROFILE = { userId: 0, profileId: 0 };

/**
 * Decides whether the secret is evaluated, and counts the attempt before it is (RTS 4(3)(b), ASVS 5.0 6.3.8).
 * @param expire simulates expiry: revokes the token and rejects the attempt
 */
export async function countVerification(
  context: Context,
  tx: Transaction,
  verification: Verification,
  now: number,
  expire: boolean,
): Promise<CountResult<CountedVerification, VerificationResult>> {
  const { actor, tokenDigest, type, profile } = verification;
  const { clientId, userId } = actor;
  const factor = factorOf(type);
  const subject = profile ?? { userId };
  const lookup = await tx.oneTimeTokens.lookUp(clientId, tokenDigest, type);

  const reject = async (rejection: ScaError): Promise<{ readonly counted: CountedVerification }> => {
    const attempts = tx.profile ?? NO_ATTEMPTS;
    await tx.profiles.setAttempts(profile ?? { clientId, ...NO_PROFILE }, attempts);
    await appendEvent(tx, verification, now, { ...subject, type: 'challenge.attempted', result: 'failure' });
    return { counted: { candidate: factor.dummyCandidate(context), attempts, countedAt: now, rejection } };
  };
  if (!profile || !tx.profile) return reject(unknownTokenError());
  if (isLocked(tx.profile, now)) return reject(lockedError(tx.profile, now));
  const found = usableToken(lookup, now);
  if (!found) return reject(unknownTokenError());
  const { token } = found;
  if (expire) {
    await tx.oneTimeTokens.save(revokeToken(token, now));
    await appendEvent(tx, verification, now, { ...profile, type: 'one-time-token.expired', result: 'failure' });
    return reject(unknownTokenError());
  }
  const slot = token.slots[slotFor(token.slots, type)];
  if (!slot) return { result: { error: new ScaError('challenge.not.applicable') } };
  if (slot.passed || (context.disclosure === 'strict' && slot.attempted)) {
    return { result: { view: viewOf(verification.token, token, now, context.disclosure) } };
  }
  if (!allows(token, 'pass', now)) return reject(unknownTokenError());
  const candidate = factor.candidate(context, found, now);
  if (candidate === 'not-triggered') return { result: { error: new ScaError('challenge.not.triggered') } };
  const attempts = countAttempt(tx.profile, now);
  await tx.profiles.setAttempts(profile, attempts);
  await appendEvent(tx, verification, now, { ...profile, type: 'challenge.attempted' });
  return { counted: { candidate, attempts, countedAt: now } };
}
