import { keyScope } from '@sca-kit/jose';
import type { FindPublicKeys } from '@sca-kit/node';
import type { Stores } from '@sca-kit/store';

/** Finds the public keys of a client that are valid by the client's clock. */
export function findPublicKeys(
  { josePublicKeys }: Pick<Stores, 'josePublicKeys'>,
  timeOf: (clientId: string) => Promise<number>,
): FindPublicKeys {
  return async (clientId, algorithms) => {
    const now = await timeOf(clientId);
    const keys = await Promise.all(
      algorithms.map((algorithm) => josePublicKeys.findNewest(clientId, keyScope(algorithm), now, algorithm)),
    );
    return keys.filter((key) => key !== undefined);
  };
}
