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
 * @param profile the profile of a v2 path: a token of another profile is unknown there. The token's own unless given
 * @throws ScaError `one.time.token.not.found`, `challenge.not.applicable`, `challenge.not.triggered`, `sca.locked`, or
 *   `<factor>.verification.failed`, which is the same for a wrong secret and for a factor that is not enrolled
 */
export type Verify = (
  actor: Actor,
  token: string,
  type: ChallengeType,
  secret: string,
  profile?: ProfileKey,
) => Promise<OneTimeTokenView>;

export function createVerify(context: Context): Verify {
  const { store, keys, simulatedResponses } = context;
  return async (actor, token, type, secret, profile) => {
    const { clientId } = actor;
    const tokenDigest = await keys.digest(token);
    const verification: Verification = { actor, token, tokenDigest, type };
    const found = await store.read({ clientId }, (tx) => tx.oneTimeTokens.find(clientId, tokenDigest));
    const isKnown = found !== undefined && isIssuedFor(actor, found, profile);
    const simulated = await simulatedResponses?.next(clientId, isKnown ? found.userId : 0, type);
    if (!isKnown) {
      await evaluateDummy(context, verification, secret);
      throw new ScaError('one.time.token.not.found');
    }
    const scope: ProfileKey = { clientId, userId: found.userId, profileId: found.profileId };
    const result = await runAttempt<CountedVerification, VerificationResult>(context, {
      scope,
      simulated,
      count: (tx, now, expire) => countVerification(context, tx, scope, verification, now, expire),
      matches: ({ candidate }) => candidate.matches(secret),
      settle: (tx, now, counted, isRight) =>
        settleVerification(context, tx, scope, verification, now, counted, isRight),
    });
    if ('view' in result) return result.view;
    if (result.needsDummy) await settleDummy(context, scope, verification, secret);
    throw result.error;
  };
}
