import { type Actor, createAuditEvent } from '../actor.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import { MAX_SECRET_LENGTH } from './credentials.ts';
import { clientIdOf, formatToken } from './token-format.ts';

/** The credentials of a new client. Those left out are random. */
export interface NewClient {
  readonly clientSecret?: string;
  /** The random part of the api-key: 8 to 256 characters of base64url. */
  readonly apiKeySecret?: string;
}

/** The plain credentials of a new client. Only digests of them are stored. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiKey: string;
}

export interface Clients {
  /**
   * Creates the actor's client.
   * @returns undefined when the client already exists
   * @throws TypeError when the client id or the api-key secret is malformed
   */
  createClient(actor: Actor, client?: NewClient): Promise<ClientCredentials | undefined>;
  /** @throws ScaError `oauth.invalid_client`, also for an unknown client */
  authenticateClient(clientId: string, clientSecret: string): Promise<void>;
  /** @throws ScaError `authentication.required` */
  authenticateApiKey(apiKey: string): Promise<{ readonly clientId: string }>;
}

export function apiKeyError(): ScaError {
  return new ScaError('authentication.required', { message: 'The api-key is missing or wrong.' });
}

export function createClients(context: Context): Clients {
  const { store, clock, random, keys } = context;
  return {
    async createClient(actor, client = {}) {
      const { clientId } = actor;
      const clientSecret = client.clientSecret ?? random.token(32);
      const apiKey = formatToken(clientId, client.apiKeySecret ?? random.token(32));
      if (clientIdOf(apiKey) !== clientId) throw new TypeError('The client id or the api-key secret is malformed.');
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
        throw new ScaError('oauth.invalid_client');
      }
    },

    async authenticateApiKey(apiKey) {
      const clientId = clientIdOf(apiKey);
      const digest = await keys.digest(apiKey);
      const client = clientId && (await store.read({ clientId }, (tx) => tx.clients.find(clientId)));
      if (!client || client.apiKeyDigest !== digest) {
        throw apiKeyError();
      }
      return { clientId: client.clientId };
    },
  };
}
