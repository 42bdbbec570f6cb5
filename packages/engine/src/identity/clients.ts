import { type Actor, createAuditEvent } from '../actor.ts';
import { ScaError } from '../errors.ts';
import { type IdentityDeps, MAX_SECRET_LENGTH } from './identity-deps.ts';
import { clientIdOf, formatToken } from './token-format.ts';

/** What to create a client with; what is left out is drawn at random. */
export interface NewClient {
  readonly clientSecret?: string;
  /** The random part of the api-key: 8 to 256 characters of base64url. */
  readonly apiKeySecret?: string;
}

/** The client's credentials in clear: shown once, stored as digests alone. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiKey: string;
}

export interface Clients {
  /**
   * Creates the actor's client.
   * @returns undefined when there is a client of this id already
   * @throws TypeError when the given api-key secret is not one
   */
  createClient(actor: Actor, client?: NewClient): Promise<ClientCredentials | undefined>;
  /** @throws ScaError `oauth.invalid_client`, for an unknown client too */
  authenticateClient(clientId: string, clientSecret: string): Promise<void>;
  /** @throws ScaError `authentication.required` */
  authenticateApiKey(apiKey: string): Promise<{ readonly clientId: string }>;
}

export function createClients(deps: IdentityDeps): Clients {
  const { store, clock, random, keys } = deps;
  return {
    async createClient(actor, client = {}) {
      const { clientId } = actor;
      const clientSecret = client.clientSecret ?? random.token(32);
      const apiKey = formatToken(clientId, client.apiKeySecret ?? random.token(32));
      if (clientIdOf(apiKey) !== clientId) throw new TypeError('The client id or the api-key secret is malformed');
      const secret = await keys.mac('client-secret', clientId, clientSecret);
      const apiKeyDigest = await keys.digest(apiKey);
      const created = await store.transaction({ clientId }, async (tx) => {
        const createdAt = clock.now();
        if (!(await tx.clients.insert({ clientId, secret, apiKeyDigest, clockOffset: 0, createdAt }))) return false;
        await tx.audit.append(createAuditEvent(actor, createdAt, { type: 'client.created', userId: null }));
        return true;
      });
      return created ? { clientId, clientSecret, apiKey } : undefined;
    },

    async authenticateClient(clientId, clientSecret) {
      const presented = clientSecret.slice(0, MAX_SECRET_LENGTH);
      const client = await store.read({ clientId }, (tx) => tx.clients.find(clientId));
      if (!(await keys.verifyMac('client-secret', clientId, presented, client?.secret))) {
        throw new ScaError('oauth.invalid_client', 'Client id or client secret is wrong');
      }
    },

    async authenticateApiKey(apiKey) {
      const clientId = clientIdOf(apiKey);
      const digest = await keys.digest(apiKey);
      const client = clientId && (await store.read({ clientId }, (tx) => tx.clients.find(clientId)));
      if (!client || client.apiKeyDigest !== digest) {
        throw new ScaError('authentication.required', 'The api-key is missing or wrong');
      }
      return { clientId: client.clientId };
    },
  };
}
