import { KeyError } from '../errors.ts';
import { isJoseAlgorithm, type JoseAlgorithm, type KeyScope, keyScope } from './algorithms.ts';
import type { VersionedKey } from './key-set.ts';
import { exportPublicKey, importPublicKey } from './material.ts';

/** A public key as the API's key endpoint returns it. */
export interface PublishedKey {
  readonly keyId: string;
  readonly version: number;
  readonly keyMaterial: {
    readonly algorithm: JoseAlgorithm;
    /** SubjectPublicKeyInfo (DER) in standard base64. */
    readonly keyMaterial: string;
  };
  readonly scope: KeyScope;
}

/**
 * Converts the public key of a version to the form of the API.
 *
 * @example
 * ```ts
 * const key = keys.newest('RSA_OAEP_256', Date.now());
 * if (key) return Response.json(await publishKey(key));
 * ```
 */
export async function publishKey(key: VersionedKey): Promise<PublishedKey> {
  const { keyId, version, algorithm, scope } = key;
  return { keyId, version, keyMaterial: { algorithm, keyMaterial: await exportPublicKey(key.publicKey) }, scope };
}

/**
 * Imports a key from the API's key endpoint. The result has no private key.
 *
 * @throws {KeyError} invalid key material, unknown algorithm, or a scope that does not match the algorithm
 *
 * @example
 * ```ts
 * const { data } = await client.GET('/v1/auth/jose/response/public-keys', {
 *   params: { query: { algorithm: 'RSA_OAEP_256', scope: 'PAYLOAD_ENCRYPTION' } },
 * });
 * const key = data && (await importPublishedKey(data));
 * ```
 */
export async function importPublishedKey(published: PublishedKey): Promise<VersionedKey> {
  const { keyId, version, scope, keyMaterial } = published;
  const { algorithm } = keyMaterial;
  if (!isJoseAlgorithm(algorithm) || scope !== keyScope(algorithm)) {
    throw new KeyError('algorithm', 'The scope of the key does not match its algorithm.');
  }
  return { keyId, version, algorithm, scope, publicKey: await importPublicKey(keyMaterial.keyMaterial, algorithm) };
}
