import {
  importPublishedKey,
  type JoseAlgorithm,
  type KeyScope,
  KeySet,
  type PublishedKey,
  SIGNING_ALGORITHMS,
  type VersionedKey,
} from '@sca-kit/jose';
import { describeErrorResponse, ScaClientError } from '../error.ts';
import { type Call, forwardedOptions } from '../layer.ts';
import type { Calls } from '../types.ts';

/**
 * Caches the server's public keys for all calls until the server rejects one. A replaced key remains valid for the
 * server's grace period; after that, the rejection causes a new fetch.
 */
export class ServerKeys {
  readonly #calls: Calls;
  #encryption: Promise<VersionedKey> | undefined;
  #signing: Promise<KeySet> | undefined;

  /** @param calls calls of the key endpoint, without encryption */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Returns the key to encrypt for. */
  encryption(call: Call): Promise<VersionedKey> {
    this.#encryption ??= this.#fetch(call, 'RSA_OAEP_256', 'PAYLOAD_ENCRYPTION')
      .then(required)
      .catch((error: unknown) => {
        this.#encryption = undefined;
        throw error;
      });
    return this.#encryption;
  }

  /** Returns the key to encrypt for after the server rejected one. Calls rejected together share one fetch. */
  async encryptionAfter(rejected: VersionedKey, call: Call): Promise<VersionedKey> {
    const current = await this.encryption(call);
    if (current.keyId !== rejected.keyId) return current;
    this.#encryption = undefined;
    return this.encryption(call);
  }

  /** Returns the signing keys of the server, for all algorithms that it publishes. */
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

  /** Fetches the signing keys again, after a signature by an unknown key. */
  signingAfter(outdated: KeySet, call: Call): Promise<KeySet> {
    return this.signing(call).then((current) => {
      if (current !== outdated) return current;
      this.#signing = undefined;
      return this.signing(call);
    });
  }

  /** Fetches a published key; undefined if the server has none. */
  async #fetch(call: Call, algorithm: JoseAlgorithm, scope: KeyScope): Promise<VersionedKey | undefined> {
    const { signal: _, ...options } = forwardedOptions(call);
    const result = await this.#calls.GET('/v1/auth/jose/response/public-keys', {
      ...options,
      params: { query: { algorithm, scope } },
    });
    if (result.error !== undefined) {
      if (result.response.status === 404) return undefined;
      throw unavailable(`could not be fetched: status ${result.response.status}`, describeErrorResponse(result));
    }
    const published = result.data as PublishedKey;
    if (published.keyMaterial?.algorithm !== algorithm || published.scope !== scope) {
      throw unavailable('has another algorithm or scope than requested');
    }
    return importPublishedKey(published).catch(() => {
      throw unavailable('is invalid');
    });
  }
}

function required(key: VersionedKey | undefined): VersionedKey {
  if (key === undefined) throw unavailable('does not exist');
  return key;
}

function unavailable(reason: string, detail = {}): ScaClientError {
  return new ScaClientError('server_key_unavailable', `The server's public key ${reason}.`, detail);
}
