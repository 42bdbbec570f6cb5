import type { Actor } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import { issueToken } from '../one-time-token/issue-token.ts';
import { type OneTimeTokenView, viewOf } from '../one-time-token/view.ts';
import type { ProfileKey } from '../ports/index.ts';
import { lockedProfile } from '../profiles/locked-profile.ts';

/** The action type of a token that is issued only to open the low-risk session. */
export const SESSION_ACTION = 'SCA_SESSION__AUTHORISE';

export interface Sessions {
  /**
   * Issues a low-risk one-time token. Clearing it opens the session.
   * @throws ScaError `sca.factors.insufficient` with `missing`, `sca.locked`
   */
  authorise(actor: Actor, profile: ProfileKey): Promise<OneTimeTokenView>;
}

export function createSessions(context: Context): Sessions {
  return {
    authorise: (actor, profile) =>
      context.store.transaction(profile, async (tx) => {
        const now = clientTime(context, tx);
        const record = lockedProfile(tx);
        const policy = context.policies({
          clientId: profile.clientId,
          actionType: SESSION_ACTION,
          risk: 'low',
          profileFactors: record.requiredFactors,
        });
        const factors = await tx.profiles.findFactors(profile);
        const facts = { actionType: SESSION_ACTION, policy, linkDigest: null, linkText: null };
        const issued = await issueToken(context, tx, actor, { profile: record, factors }, now, facts);
        if ('missing' in issued) throw insufficientFactorsError(issued.missing);
        return viewOf(issued.text, issued.token, now, context.disclosure);
      }),
  };
}

/** @param missing how many more categories must be enrolled */
function insufficientFactorsError(missing: number): ScaError {
  const what = missing === 1 ? '1 more factor category' : `${missing} more factor categories`;
  return new ScaError('sca.factors.insufficient', { missing, message: `${what} must be enrolled.` });
}
