import { ScaError } from '../errors.ts';
import type { AccessTokenRecord, Transaction } from '../ports/index.ts';
import type { Clients } from './clients.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { clientIdOf } from './token-format.ts';
import { isAlive } from './tokens.ts';

/** What a bearer token stands for. Never holds its text. */
export interface AuthenticatedToken {
  readonly clientId: string;
  readonly kind: 'user' | 'application' | 'auth';
  /** null for an application token. */
  readonly userId: number | null;
  /** When an additional factor stepped this auth token up, on the client's clock; null before. */
  readonly steppedUpAt: number | null;
  /** The token's digest, by which the step-up finds it. */
  readonly digest: string;
}

export interface Authentication {
  /**
   * Looks a bearer token up. Using an auth token keeps it alive for another five minutes.
   * @throws ScaError `token.invalid` when it is malformed, unknown, expired or a refresh token
   */
  authenticate(token: string): Promise<AuthenticatedToken>;
  /**
   * The pair of credentials of the Additional Factors family: both must be good and of one client. Of which kind the
   * token is, the caller judges: a good token of another kind is a 403, not a 401.
   * @throws ScaError `authentication.required` for the api-key, `token.invalid` for the token
   */
  authenticateWithApiKey(apiKey: string, token: string): Promise<AuthenticatedToken>;
}

const invalidToken = (): ScaError => new ScaError('token.invalid', 'The token is unknown or has expired');

function authenticated(token: AccessTokenRecord): AuthenticatedToken {
  const { clientId, kind, userId, steppedUpAt, digest } = token;
  if (kind === 'refresh') throw invalidToken();
  return { clientId, kind, userId, steppedUpAt, digest };
}

export function createAuthentication(deps: IdentityDeps, clients: Clients): Authentication {
  const { store, clock, keys } = deps;

  async function findAlive(tx: Transaction, clientId: string, digest: string): Promise<AccessTokenRecord> {
    const token = await tx.accessTokens.find(clientId, digest);
    if (!token || !isAlive(token, clock.now() + tx.clockOffset)) throw invalidToken();
    return token;
  }

  async function authenticate(text: string): Promise<AuthenticatedToken> {
    const clientId = clientIdOf(text);
    if (clientId === undefined) throw invalidToken();
    const digest = await keys.digest(text);
    const token = await store.read({ clientId }, (tx) => findAlive(tx, clientId, digest));
    if (token.kind !== 'auth' || token.userId === null) return authenticated(token);
    return store.transaction({ clientId, userId: token.userId }, async (tx) => {
      const current = await findAlive(tx, clientId, digest);
      const now = clock.now() + tx.clockOffset;
      if (current.lastUsedAt < now) await tx.accessTokens.touch(clientId, digest, now);
      return authenticated(current);
    });
  }

  return {
    authenticate,
    async authenticateWithApiKey(apiKey, text) {
      const { clientId } = await clients.authenticateApiKey(apiKey);
      if (clientIdOf(text) !== clientId) throw invalidToken();
      return authenticate(text);
    },
  };
}
