import type { Actor } from '../actor.ts';
import { runAttempt } from '../attempts/run-attempt.ts';
import type { Context } from '../context.ts';
import { isIssuedFor } from '../one-time-token/one-time-tokens.ts';
import type { OneTimeTokenView } from '../one-time-token/view.ts';
import type { ChallengeType, ProfileKey } from '../ports/index.ts';
import { type LoadedRequest, loadRequest } from '../requests/load-request.ts';
import { type CountedVerification, countVerification, type VerificationResult } from './count-verification.ts';
import { settleVerification } from './settle-verification.ts';
import type { Verification } from './verification.ts';

/**
 * Verifies the secret of one challenge of a one-time token.
 * @param token its text
 * @param secret PIN, device fingerprint, code, or face map in base64
 * @param pathProfile the profile of a v2 path: a token of another profile is unknown there. The token's own unless given
 * @param loaded the authenticated request, if there is one
 * @throws ScaError `one.time.token.not.found`, `challenge.not.applicable`, `challenge.not.triggered`, `sca.locked`, or
 *   `<factor>.verification.failed`, which is the same for a wrong secret and for a factor that is not enrolled
 */
export type Verify = (
  actor: Actor,
  token: string,
  type: ChallengeType,
  secret: string,
  pathProfile?: ProfileKey,
  loaded?: LoadedRequest,
) => Promise<OneTimeTokenView>;

export function createVerify(context: Context): Verify {
  const { simulatedResponses } = context;
  return async (actor, token, type, secret, pathProfile, loaded) => {
    const { clientId, userId } = actor;
    const { records, tokenDigest = '' } = await loadRequest(context, { clientId, oneTimeToken: token }, loaded);
    const found = records.oneTimeToken;
    const isKnown = found !== undefined && isIssuedFor(actor, found, pathProfile);
    const simulated = records.simulated
      ? await simulatedResponses?.next(clientId, isKnown ? found.userId : 0, type)
      : undefined;
    const profile = isKnown ? { clientId, userId: found.userId, profileId: found.profileId } : undefined;
    const verification: Verification = { actor, token, tokenDigest, type, profile };
    const result = await runAttempt<CountedVerification, VerificationResult>(context, {
      scope: profile ?? (userId === null ? { clientId } : { clientId, userId }),
      simulated,
      count: (tx, now, expire) => countVerification(context, tx, verification, now, expire),
      verify: ({ candidate }) => candidate.verify(secret),
      settle: (tx, now, counted, isCorrect) => settleVerification(context, tx, verification, now, counted, isCorrect),
    });
    if ('view' in result) return result.view;
    throw result.error;
  };
}
