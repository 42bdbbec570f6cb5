import type { Actor } from '../actor.ts';
import { type Context, timeIn } from '../context.ts';
import type { OneTimeTokenRecord, ProfileKey } from '../ports/index.ts';
import { findToken, tokenNotFound } from './stored-token.ts';
import { stateOf } from './transitions.ts';
import { type OneTimeTokenView, viewOf } from './view.ts';

export interface OneTimeTokens {
  /** @throws ScaError `one.time.token.not.found`: unknown, expired, killed or another's */
  status(actor: Actor, token: string): Promise<OneTimeTokenView>;
}

export function createOneTimeTokens(context: Context): OneTimeTokens {
  return {
    async status(actor, text) {
      const digest = await context.keys.digest(text);
      return context.store.read({ clientId: actor.clientId }, async (tx) => {
        const now = timeIn(context, tx);
        const token = await findToken(tx, actor.clientId, digest, now);
        if (!token || !mayUse(actor, token)) throw tokenNotFound();
        const state = stateOf(token, now);
        if (state === 'revoked' || state === 'expired') throw tokenNotFound();
        return viewOf(text, token, now, context.disclosure);
      });
    },
  };
}

/** A token serves the user it was made for, on the profile it was made for. */
export function mayUse(actor: Actor, token: OneTimeTokenRecord, profile?: ProfileKey): boolean {
  return (
    token.clientId === actor.clientId &&
    token.userId === actor.userId &&
    (profile === undefined || (profile.userId === token.userId && profile.profileId === token.profileId))
  );
}
