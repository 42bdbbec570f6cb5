import type { Actor } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { OneTimeTokenRecord, ProfileKey } from '../ports/index.ts';
import { findToken } from './stored-token.ts';
import { stateOf } from './transitions.ts';
import { type OneTimeTokenView, viewOf } from './view.ts';

export interface OneTimeTokens {
  /** @throws ScaError `one.time.token.not.found`: unknown, expired, revoked or another user's */
  status(actor: Actor, token: string): Promise<OneTimeTokenView>;
}

export function createOneTimeTokens(context: Context): OneTimeTokens {
  return {
    async status(actor, text) {
      const digest = await context.keys.digest(text);
      return context.store.read({ clientId: actor.clientId }, async (tx) => {
        const now = clientTime(context, tx);
        const token = await findToken(tx, actor.clientId, digest, now);
        if (!token || !isIssuedFor(actor, token)) throw new ScaError('one.time.token.not.found');
        const state = stateOf(token, now);
        if (state === 'revoked' || state === 'expired') throw new ScaError('one.time.token.not.found');
        return viewOf(text, token, now, context.disclosure);
      });
    },
  };
}

/** Whether the token was issued for this actor and, if given, this profile. */
export function isIssuedFor(actor: Actor, token: OneTimeTokenRecord, profile?: ProfileKey): boolean {
  return (
    token.clientId === actor.clientId &&
    token.userId === actor.userId &&
    (profile === undefined || (profile.userId === token.userId && profile.profileId === token.profileId))
  );
}
