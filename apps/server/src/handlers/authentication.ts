import type { components } from '@sca-kit/api';
import { ScaError, type TokenGrant, type UserTokenGrant } from '@sca-kit/engine';
import type { Handlers } from '@sca-kit/hono';
import { toTimestamp } from '../wire/time.ts';
import type { Services } from './services.ts';

type Operation = 'createAccessToken' | 'loginWithPassword';

/** Creates the handlers that issue tokens. */
export function authentication({ engine: { identity } }: Services): Pick<Handlers, Operation> {
  return {
    async createAccessToken({ actor, body }) {
      const client = { clientId: actor.clientId, traceId: actor.traceId };
      if (body.grant_type === 'client_credentials')
        return { status: 200, body: toToken(await identity.issueApplicationToken(client)) };
      if (body.grant_type === 'registration_code' && body.client_id !== client.clientId) {
        throw new ScaError('oauth.invalid_grant', {
          message: 'The client_id is not the id of the authenticated client.',
        });
      }
      const grant =
        body.grant_type === 'refresh_token'
          ? await identity.refresh(client, body.refresh_token)
          : await identity.exchangeRegistrationCode(client, body.email, body.registration_code);
      return { status: 200, body: { ...toToken(grant), refresh_token: grant.refreshToken } };
    },
    async loginWithPassword({ body, actor }) {
      const { token, userId } = await identity.loginWithPassword(actor, body.email, body.password.value);
      return {
        status: 200,
        body: {
          token,
          identity: { type: 'CONSUMER', id: String(userId) },
          credentials: { type: 'ROOT', id: String(userId) },
          tokenType: 'ACCESS',
        },
      };
    },
  };
}

function toToken({
  accessToken,
  expiresIn,
  createdAt,
}: TokenGrant | UserTokenGrant): components['schemas']['TokenResponse'] {
  return {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: expiresIn,
    scope: 'transfers',
    created_at: toTimestamp(createdAt),
  };
}
