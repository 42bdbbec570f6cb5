import type { Actor } from '../actor.ts';
import { runAttempt } from '../attempts/run-attempt.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import { isIssuedFor } from '../one-time-token/one-time-tokens.ts';
import type { OneTimeTokenView } from '../one-time-token/view.ts';
import type { ChallengeType, ProfileKey } from '../ports/index.ts';
import { type CountedVerification, countVerification, type VerificationResult } from './count-verification.ts';
import { evaluateDummy, settleDummy } from './dummy-attempt.ts';
import { settleVerification } from './settle-verification.ts';
import type { Verification } from './verification.ts';

/**
 * Verifies the secret of one challenge of a one-time token.
 * @param token its text
 * @param secret PIN, device fingerprint, code, or face map in base64
 * @param pathProfile the profile of a v2 path: a token of another profile is unknown there. The token's own unless given
 * @throws ScaError `one.time.token.not.found`, `challenge.not.applicable`, `challenge.not.triggered`, `sca.locked`, or
 *   `<factor>.verification.failed`, which is the same for a wrong secret and for a factor that is not enrolled
 */
export type Verify = (
  actor: Actor,
  token: string,
  type: ChallengeType,
  secret: string,
  pathProfile?: ProfileKey,
) => Promise<OneTimeTokenView>;

export function createVerify(context: Context): Verify {
  const { store, keys, simulatedResponses } = context;
  return async (actor, token, type, secret, pathProfile) => {
    const { clientId } = actor;
    const tokenDigest = await keys.digest(token);
    const verification: Verification = { actor, token, tokenDigest, type };
    const found = await store.read({ clientId }, (tx) => tx.oneTimeTokens.find(clientId, tokenDigest));
    const isKnown = found !== undefined && isIssuedFor(actor, found, pathProfile);
    const simulated = await simulatedResponses?.next(clientId, isKnown ? found.userId : 0, type);
    if (!isKnown) {
      await evaluateDummy(context, verification, secret);
      throw new ScaError('one.time.token.not.found');
    }
    const profile: ProfileKey = { clientId, userId: found.userId, profileId: found.profileId };
    const result = await runAttempt<CountedVerification, VerificationResult>(context, {
      scope: profile,
      simulated,
      count: (tx, now, expire) => countVerification(context, tx, profile, verification, now, expire),
      verify: ({ candidate }) => candidate.verify(secret),
      settle: (tx, now, counted, isCorrect) =>
        settleVerification(context, tx, profile, verification, now, counted, isCorrect),
    });
    if ('view' in result) return result.view;
    if (result.needsDummy) await settleDummy(context, profile, verification, secret);
    throw result.error;
  };
}
