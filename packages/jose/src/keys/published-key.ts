import { KeyError } from '../errors.ts';
import { isJoseAlgorithm, type JoseAlgorithm, type KeyScope, scopeOf } from './algorithms.ts';
import type { VersionedKey } from './key-set.ts';
import { exportPublicKey, importPublicKey } from './material.ts';

/** A public key as the API's key endpoint answers it. */
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
 * The public side of a key in the shape of the API.
 * @example
 * const newest = keys.newest('RSA_OAEP_256', Date.now());
 * const published = newest && (await publishKey(newest));
 */
export async function publishKey(key: VersionedKey): Promise<PublishedKey> {
  const { keyId, version, algorithm, scope } = key;
  return { keyId, version, keyMaterial: { algorithm, keyMaterial: await exportPublicKey(key.publicKey) }, scope };
}

/**
 * Reads a key that an API has answered; the result has no private half.
 *
 * @throws {KeyError} unusable material, unknown algorithm, or a scope that is not the algorithm's
 * @example
 * const { publicKey, keyId } = await importPublishedKey(await response.json());
 */
export async function importPublishedKey(published: PublishedKey): Promise<VersionedKey> {
  const { keyId, version, scope, keyMaterial } = published;
  const { algorithm } = keyMaterial;
  if (!isJoseAlgorithm(algorithm) || scope !== scopeOf(algorithm)) {
    throw new KeyError('algorithm', 'The algorithm of the key does not belong to its scope');
  }
  return { keyId, version, algorithm, scope, publicKey: await importPublicKey(keyMaterial.keyMaterial, algorithm) };
}
