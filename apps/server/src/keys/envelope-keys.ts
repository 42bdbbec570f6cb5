import type { JoseKeys } from '@sca-kit/hono';
import { importPublicKey, isJoseAlgorithm, JOSE_ALGORITHMS, KeySet, scopeOf, type VersionedKey } from '@sca-kit/jose';
import type { Stores } from '@sca-kit/store';

/** The server's keys, and for each client the newest valid key that it uploaded for each algorithm. */
export function joseKeys(
  server: KeySet,
  stores: Pick<Stores, 'josePublicKeys'>,
  timeOf: (clientId: string) => Promise<number>,
): JoseKeys {
  return {
    server: () => server,
    async client(clientId) {
      const now = await timeOf(clientId);
      const keys = await Promise.all(
        JOSE_ALGORITHMS.map((algorithm) =>
          stores.josePublicKeys.findNewest(clientId, scopeOf(algorithm), now, algorithm),
        ),
      );
      return new KeySet(await Promise.all(keys.flatMap((key) => (key ? [versioned(key)] : []))));
    },
  };
}

/** Validity was judged by the client's clock when the key was looked up, so the key itself carries none. */
async function versioned(key: {
  readonly keyId: string;
  readonly algorithm: string;
  readonly keyMaterial: string;
}): Promise<VersionedKey> {
  const { keyId, algorithm, keyMaterial } = key;
  if (!isJoseAlgorithm(algorithm)) throw new TypeError(`The stored key has the unknown algorithm ${algorithm}.`);
  const publicKey = await importPublicKey(keyMaterial, algorithm);
  return { keyId, version: 1, algorithm, scope: scopeOf(algorithm), publicKey };
}
