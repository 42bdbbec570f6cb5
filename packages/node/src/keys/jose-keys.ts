import {
  importPublicKey,
  isJoseAlgorithm,
  JOSE_ALGORITHMS,
  type JoseAlgorithm,
  KeySet,
  keyScope,
  type VersionedKey,
} from '@sca-kit/jose';

/** A public key that a client uploaded. */
export interface StoredPublicKey {
  readonly keyId: string;
  readonly algorithm: string;
  /** SubjectPublicKeyInfo as base64, without PEM armour. */
  readonly keyMaterial: string;
}

/** Finds the newest valid key that a client uploaded for each algorithm: the port to your storage. */
export type FindPublicKeys = (
  clientId: string,
  algorithms: readonly JoseAlgorithm[],
) => Promise<readonly StoredPublicKey[]>;

/** The `jose.keys` option of `createRouter()` of `@sca-kit/hono`. */
export interface JoseKeyRing {
  server(): KeySet;
  client(clientId: string): Promise<KeySet>;
}

/**
 * Creates the keys for encrypted and signed bodies: the server's own, and for each client its newest valid key of each algorithm.
 * @example
 * const { jose } = await openKeyFile('.sca-kit/keys.json', Date.now());
 * const keys = createJoseKeys(jose, (clientId, algorithms) => myDatabase.findPublicKeys(clientId, algorithms));
 */
export function createJoseKeys(server: KeySet, findPublicKeys: FindPublicKeys): JoseKeyRing {
  return {
    server: () => server,
    async client(clientId) {
      const stored = await findPublicKeys(clientId, JOSE_ALGORITHMS);
      return new KeySet(await Promise.all(stored.map(toVersionedKey)));
    },
  };
}

/** The key has no validity of its own: `findPublicKeys` has checked it against the client's clock. */
async function toVersionedKey({ keyId, algorithm, keyMaterial }: StoredPublicKey): Promise<VersionedKey> {
  if (!isJoseAlgorithm(algorithm))
    throw new TypeError(`The public key ${keyId} has the unknown algorithm ${algorithm}.`);
  const publicKey = await importPublicKey(keyMaterial, algorithm);
  return { keyId, version: 1, algorithm, scope: keyScope(algorithm), publicKey };
}
