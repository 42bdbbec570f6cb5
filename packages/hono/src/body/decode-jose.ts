import type { JoseDescriptor } from '@sca-kit/api';
import { type ContentKey, decryptAndVerify, decryptJwe, JoseError, verifyJws } from '@sca-kit/jose';
import type { Caller } from '../caller.ts';
import { RequestError } from '../errors/request-error.ts';
import type { JoseKeys } from './jose-keys.ts';
import { assertJsonLimits } from './parse-body.ts';

/** The payload of a JWE or JWS. */
export interface DecryptedPayload {
  readonly payload: unknown;
  /** The content encryption key of a JWE request, kept for a response that is encrypted directly. */
  readonly contentKey: ContentKey | null;
}

/**
 * Decrypts a compact JWE or verifies a compact JWS.
 * @param now milliseconds since the Unix epoch, for the validity of keys
 * @throws RequestError `jwe_error` or `jws_error`, with one message for all causes (RFC 7516 §11.5); `request.malformed` for
 * a payload over the JSON limits
 */
export async function decodeJose(
  compact: string,
  jose: JoseDescriptor,
  context: { readonly keys: JoseKeys; readonly caller: Caller; readonly now: number },
): Promise<DecryptedPayload> {
  const { keys, caller } = context;
  const options = { now: context.now, parse };
  try {
    if (jose.method === 'jwe') return await decryptJwe(compact, await keys.server(), options);
    const verification = await keys.client(caller.clientId);
    if (jose.method === 'jws')
      return { payload: (await verifyJws(compact, verification, options)).payload, contentKey: null };
    return await decryptAndVerify(compact, { decryption: await keys.server(), verification }, options);
  } catch (cause) {
    if (!(cause instanceof JoseError) || cause.code === 'key_error') throw cause;
    throw new RequestError(
      cause.code === 'jws_error' ? 'jws_error' : 'jwe_error',
      'The JWE or JWS cannot be decrypted or verified.',
      { cause },
    );
  }
}

/** @throws SyntaxError when the plaintext is not JSON, which counts as an invalid envelope */
function parse(text: string): unknown {
  assertJsonLimits(text);
  return JSON.parse(text);
}
