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
      if ('client_id' in body && body.client_id !== undefined && body.client_id !== client.clientId) {
        throw new ScaError('oauth.invalid_grant', {
          message: 'The client_id is not the id of the authenticated client.',
        });
      }
      return { status: 200, body: toUserToken(await userGrant(identity, client, body)) };
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

type UserGrantRequest = Exclude<components['schemas']['TokenRequest'], { grant_type: 'client_credentials' }>;

function userGrant(
  identity: Services['engine']['identity'],
  client: { readonly clientId: string; readonly traceId: string | null },
  body: UserGrantRequest,
): Promise<UserTokenGrant> {
  switch (body.grant_type) {
    case 'refresh_token':
      return identity.refresh(client, body.refresh_token);
    case 'authorization_code':
      return identity.exchangeAuthorizationCode(client, body.code, body.redirect_uri);
    case 'registration_code':
      return identity.exchangeRegistrationCode(client, body.email, body.registration_code);
  }
}

function toUserToken(grant: UserTokenGrant): components['schemas']['TokenResponse'] {
  const { refreshToken, refreshExpiresAt, createdAt } = grant;
  return {
    ...toToken(grant),
    refresh_token: refreshToken,
    refresh_token_expires_in: Math.floor((refreshExpiresAt - createdAt) / 1000),
    refresh_token_expires_at: toTimestamp(refreshExpiresAt),
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
    expires_at: toTimestamp(createdAt + expiresIn * 1000),
    scope: 'transfers',
    created_at: toTimestamp(createdAt),
  };
}
