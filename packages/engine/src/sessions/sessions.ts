import type { Actor } from '../actor.ts';
import { type Context, timeIn } from '../context.ts';
import { ScaError } from '../errors.ts';
import { issueToken, profileOf } from '../one-time-token/stored-token.ts';
import { type OneTimeTokenView, viewOf } from '../one-time-token/view.ts';
import type { ProfileKey } from '../ports/index.ts';

/** The action of a token that is made only to open the low-risk session. */
export const SESSION_ACTION = 'SCA_SESSION__AUTHORISE';

export interface Sessions {
  /**
   * Makes a low-risk one-time token; clearing it opens the session.
   * @throws ScaError `sca.factors.insufficient` with `missing`, `sca.locked`
   */
  authorise(actor: Actor, profile: ProfileKey): Promise<OneTimeTokenView>;
}

export function createSessions(context: Context): Sessions {
  return {
    authorise: (actor, key) =>
      context.store.transaction(key, async (tx) => {
        const now = timeIn(context, tx);
        const profile = await profileOf(tx, key);
        const policy = context.policies({
          clientId: key.clientId,
          actionType: SESSION_ACTION,
          risk: 'low',
          profileFactors: profile.requiredFactors,
        });
        const facts = { actionType: SESSION_ACTION, policy, linkDigest: null, linkText: null };
        const issued = await issueToken(context, tx, actor, profile, now, facts);
        if ('missing' in issued) throw factorsInsufficient(issued.missing);
        return viewOf(issued.text, issued.token, now, context.disclosure);
      }),
  };
}

/**
 * @param missing how many more categories must be enrolled
 * @example
 * throw factorsInsufficient(1); // sca.factors.insufficient: 1 more factor category must be enrolled
 */
export function factorsInsufficient(missing: number): ScaError {
  const what = missing === 1 ? '1 more factor category' : `${missing} more factor categories`;
  return new ScaError('sca.factors.insufficient', `${what} must be enrolled`, { missing });
}
