import type { Handlers } from '@sca-kit/hono';
import { toStatus } from '../wire/one-time-token.ts';
import type { Services } from './services.ts';

/** The v1 one-time token family (deprecated). Its triggers and verifications are those of the factors. */
export function oneTimeToken({ engine: { oneTimeTokens } }: Services): Pick<Handlers, 'getIdentityOneTimeTokenStatus'> {
  return {
    async getIdentityOneTimeTokenStatus({ actor, header, loaded }) {
      return { status: 200, body: toStatus(await oneTimeTokens.status(actor, header['One-Time-Token'], loaded)) };
    },
  };
}
