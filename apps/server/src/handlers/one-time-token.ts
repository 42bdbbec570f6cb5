import type { Handlers } from '@sca-kit/hono';
import { toEnvelope } from '../wire/one-time-token.ts';
import type { Services } from './services.ts';

/** The v1 one-time token family (deprecated). Its triggers and verifications are those of the factors. */
export function oneTimeToken({ engine: { oneTimeTokens } }: Services): Pick<Handlers, 'getIdentityOneTimeTokenStatus'> {
  return {
    async getIdentityOneTimeTokenStatus({ actor, header }) {
      return { status: 200, body: toEnvelope(await oneTimeTokens.status(actor, header['One-Time-Token'])) };
    },
  };
}
