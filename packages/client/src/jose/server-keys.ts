import {
  importPublishedKey,
  type JoseAlgorithm,
  type KeyScope,
  KeySet,
  type PublishedKey,
  SIGNING_ALGORITHMS,
  type VersionedKey,
} from '@sca-kit/jose';
import { describeAnswer, ScaClientError } from '../error.ts';
import { type Call, carriedOptions } from '../layer.ts';
import type { Calls } from '../types.ts';

/**
 * The server's public keys, each fetched once for all calls. They stay until the server refuses one: a replaced key
 * still opens for the server's grace time, and after that the refusal brings the new one.
 */
export class ServerKeys {
  readonly #calls: Calls;
  #encryption: Promise<VersionedKey> | undefined;
  #signing: Promise<KeySet> | undefined;

  /** @param calls must reach the key endpoint without sealing anything */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** The key to seal to. */
  encryption(call: Call): Promise<VersionedKey> {
    this.#encryption ??= this.#fetch(call, 'RSA_OAEP_256', 'PAYLOAD_ENCRYPTION')
      .then(required)
      .catch((error: unknown) => {
        this.#encryption = undefined;
        throw error;
      });
    return this.#encryption;
  }

  /** The key to seal to after the server refused one. Calls that were refused together share one fetch. */
  async encryptionAfter(refused: VersionedKey, call: Call): Promise<VersionedKey> {
    const current = await this.encryption(call);
    if (current.keyId !== refused.keyId) return current;
    this.#encryption = undefined;
    return this.encryption(call);
  }

  /** The keys that the server signs with, of every algorithm that it publishes. */
  signing(call: Call): Promise<KeySet> {
    this.#signing ??= Promise.all(
      SIGNING_ALGORITHMS.map((algorithm) => this.#fetch(call, algorithm, 'PAYLOAD_SIGNING')),
    )
      .then((keys) => new KeySet(keys.filter((key) => key !== undefined)))
      .catch((error: unknown) => {
        this.#signing = undefined;
        throw error;
      });
    return this.#signing;
  }

  /** The same, fetched anew, after a signature by a key that is not among them. */
  signingAfter(refused: KeySet, call: Call): Promise<KeySet> {
    return this.signing(call).then((current) => {
      if (current !== refused) return current;
      this.#signing = undefined;
      return this.signing(call);
    });
  }

  /** A published key; undefined where the server has none of the kind. */
  async #fetch(call: Call, algorithm: JoseAlgorithm, scope: KeyScope): Promise<VersionedKey | undefined> {
    const { signal: _, ...options } = carriedOptions(call);
    const answer = await this.#calls.GET('/v1/auth/jose/response/public-keys', {
      ...options,
      params: { query: { algorithm, scope } },
    });
    if (answer.error !== undefined) {
      if (answer.response.status === 404) return undefined;
      throw unavailable(`could not be fetched: status ${answer.response.status}`, describeAnswer(answer));
    }
    const published = answer.data as PublishedKey;
    if (published.keyMaterial?.algorithm !== algorithm || published.scope !== scope) {
      throw unavailable('is not of the kind that was asked for');
    }
    return importPublishedKey(published).catch(() => {
      throw unavailable('cannot be used');
    });
  }
}

function required(key: VersionedKey | undefined): VersionedKey {
  if (key === undefined) throw unavailable('does not exist');
  return key;
}

function unavailable(what: string, detail = {}): ScaClientError {
  return new ScaClientError('server_key_unavailable', `The server's public key ${what}`, detail);
}
