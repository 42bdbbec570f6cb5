import type { Actor } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { OneTimeTokenRecord, ProfileKey } from '../ports/index.ts';
import { type LoadedRequest, loadRequest } from '../requests/load-request.ts';
import { currentToken } from './stored-token.ts';
import { stateOf } from './transitions.ts';
import { type OneTimeTokenView, viewOf } from './view.ts';

export interface OneTimeTokens {
  /** @throws ScaError `one.time.token.not.found`: unknown, expired, revoked or another user's */
  status(actor: Actor, token: string, loaded?: LoadedRequest): Promise<OneTimeTokenView>;
}

export function createOneTimeTokens(context: Context): OneTimeTokens {
  return {
    async status(actor, text, loaded) {
      const { records } = await loadRequest(context, { clientId: actor.clientId, oneTimeToken: text }, loaded);
      const { oneTimeToken: found, factors } = records;
      const now = clientTime(context, records);
      const token = found && isIssuedFor(actor, found) ? currentToken(found, factors, now) : undefined;
      const state = token && stateOf(token, now);
      if (!token || state === 'revoked' || state === 'expired') throw new ScaError('one.time.token.not.found');
      return viewOf(text, token, now, context.disclosure);
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
