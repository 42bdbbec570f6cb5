import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { AccessTokenRecord, Transaction } from '../ports/index.ts';
import type { Clients } from './clients.ts';
import { clientIdOf } from './token-format.ts';
import { isTokenValid } from './tokens.ts';

/** Who a bearer token authenticates. Never contains its text. */
export interface AuthenticatedToken {
  readonly clientId: string;
  readonly kind: 'user' | 'application' | 'auth';
  /** null for an application token. */
  readonly userId: number | null;
  /** When an additional factor stepped this auth token up, on the client's clock; null unless it did. */
  readonly steppedUpAt: number | null;
  /** The digest of the token, by which the step-up finds it. */
  readonly digest: string;
}

export interface Authentication {
  /**
   * Authenticates a bearer token. Each use extends an auth token by five minutes.
   * @throws ScaError `token.invalid` when it is malformed, unknown, expired or a refresh token
   */
  authenticate(token: string): Promise<AuthenticatedToken>;
  /**
   * Authenticates the api-key and the token of the Additional Factors family, which have to belong to one client. The caller
   * checks the kind of the token.
   * @throws ScaError `authentication.required` for the api-key, `token.invalid` for the token, `access.denied` when they belong to
   * two clients
   */
  authenticateWithApiKey(apiKey: string, token: string): Promise<AuthenticatedToken>;
}

function authenticated(token: AccessTokenRecord): AuthenticatedToken {
  const { clientId, kind, userId, steppedUpAt, digest } = token;
  if (kind === 'refresh') throw new ScaError('token.invalid');
  return { clientId, kind, userId, steppedUpAt, digest };
}

export function createAuthentication(context: Context, clients: Clients): Authentication {
  const { store, keys } = context;

  async function findValid(tx: Transaction, clientId: string, digest: string): Promise<AccessTokenRecord> {
    const token = await tx.accessTokens.find(clientId, digest);
    if (!token || !isTokenValid(token, clientTime(context, tx))) throw new ScaError('token.invalid');
    return token;
  }

  async function authenticate(text: string): Promise<AuthenticatedToken> {
    const clientId = clientIdOf(text);
    if (clientId === undefined) throw new ScaError('token.invalid');
    const digest = await keys.digest(text);
    const token = await store.read({ clientId }, (tx) => findValid(tx, clientId, digest));
    if (token.kind !== 'auth' || token.userId === null) return authenticated(token);
    return store.transaction({ clientId, userId: token.userId }, async (tx) => {
      const current = await findValid(tx, clientId, digest);
      const now = clientTime(context, tx);
      if (current.lastUsedAt < now) await tx.accessTokens.touch(clientId, digest, now);
      return authenticated(current);
    });
  }

  return {
    authenticate,
    async authenticateWithApiKey(apiKey, text) {
      const { clientId } = await clients.authenticateApiKey(apiKey);
      const token = await authenticate(text);
      if (token.clientId !== clientId) {
        throw new ScaError('access.denied', { message: 'The api-key belongs to another client than the token.' });
      }
      return token;
    },
  };
}
