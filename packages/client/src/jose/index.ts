import type { Layer } from '../layer.ts';
import { type JoseOptions, protectionOf } from './protection.ts';

/**
 * Encrypts the requests of operations with `x-jose` and decrypts their responses, so that callers work with plain objects
 * (RFC 7516, RFC 7515). If the server no longer knows the key of a request, fetches the new key and sends the request
 * once more.
 *
 * The first such call loads the code: it is more than the rest of the client, and many pages never need it.
 */
export function jose(options: JoseOptions): Layer {
  let loaded: Promise<Layer> | undefined;
  const load = (): Promise<Layer> => {
    loaded ??= import('./protected-calls.ts').then(
      ({ protectedCalls }) => protectedCalls(options),
      (error: unknown) => {
        loaded = undefined;
        throw error;
      },
    );
    return loaded;
  };
  return async (call, next) => (protectionOf(call).incoming === null ? next(call) : (await load())(call, next));
}
