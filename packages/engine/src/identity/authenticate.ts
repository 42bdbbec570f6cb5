import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import { type LoadedRequest, loadRequest } from '../requests/load-request.ts';
import { apiKeyError, type Clients } from './clients.ts';
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

/** What a request presents beside its bearer token. */
export interface Presented {
  /** The api-key of the Additional Factors family, which has to belong to the token's client. */
  readonly apiKey?: string | undefined;
  /** The profile that the request is about. `default`: the default profile of the token's user. */
  readonly profileId?: number | 'default' | undefined;
  /** The text of a one-time token. */
  readonly oneTimeToken?: string | undefined;
}

/** The token of a request, with what else was looked up for it. */
export interface AuthenticatedRequest extends AuthenticatedToken {
  readonly loaded: LoadedRequest;
}

export interface Authentication {
  /**
   * Authenticates a bearer token, and looks up what else the request presents, in one statement. Each use extends an auth token by
   * five minutes. The caller checks the kind of the token.
   * @throws ScaError `token.invalid` when the token is malformed, unknown, expired or a refresh token;
   *   `authentication.required` for the api-key, `access.denied` when they belong to two clients
   */
  authenticate(token: string, presented?: Presented): Promise<AuthenticatedRequest>;
}

/**
 * Milliseconds after which the use of an auth token is written again. A token may thus expire this much earlier than five minutes
 * after its last use, never later, and a busy caller costs no write for each request.
 */
const TOUCH_INTERVAL = 5_000;

export function createAuthentication(context: Context, clients: Clients): Authentication {
  const { store, keys } = context;
  return {
    async authenticate(text, { apiKey, profileId, oneTimeToken } = {}) {
      const clientId = clientIdOf(text);
      const isOfOtherClient = apiKey !== undefined && clientIdOf(apiKey) !== clientId;
      if (isOfOtherClient) await clients.authenticateApiKey(apiKey);
      if (clientId === undefined) throw new ScaError('token.invalid');
      const digest = await keys.digest(text);
      const loaded = await loadRequest(context, { clientId, accessToken: digest, profileId, oneTimeToken });
      const { accessToken: token, apiKeyDigest } = loaded.records;
      if (apiKey !== undefined && !isOfOtherClient && (await keys.digest(apiKey)) !== apiKeyDigest) throw apiKeyError();
      const now = clientTime(context, loaded.records);
      if (!token || token.kind === 'refresh' || token.kind === 'code' || !isTokenValid(token, now))
        throw new ScaError('token.invalid');
      if (isOfOtherClient) {
        throw new ScaError('access.denied', { message: 'The api-key belongs to another client than the token.' });
      }
      const { kind, userId, steppedUpAt, lastUsedAt } = token;
      if (kind === 'auth' && userId !== null && now - lastUsedAt >= TOUCH_INTERVAL) {
        await store.transaction({ clientId, userId }, (tx) => tx.accessTokens.touch(clientId, digest, now));
      }
      return { clientId, kind, userId, steppedUpAt, digest, loaded };
    },
  };
}
