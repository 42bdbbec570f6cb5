import type { JoseDescriptor } from '@sca-kit/api';
import { decryptAndVerify, decryptJwe, JoseError, JwsError, type JwsHeader, verifyJws } from '@sca-kit/jose';
import type { Caller } from '../caller.ts';
import { RequestError } from '../errors/request-error.ts';
import type { Body } from './body.ts';
import type { JoseKeys } from './jose-keys.ts';
import { assertJsonLimits } from './parse-body.ts';

/**
 * Decrypts a compact JWE or verifies a compact JWS, which has to be made for this path: its protected header `url` names it.
 * @param now milliseconds since the Unix epoch, for the validity of keys
 * @throws RequestError `jwe_error` or `jws_error`, with one message for all causes (RFC 7516 §11.5); `request.malformed` for
 * a payload over the JSON limits
 */
export async function decodeJose(
  compact: string,
  jose: JoseDescriptor,
  context: { readonly keys: JoseKeys; readonly caller: Caller; readonly path: string; readonly now: number },
): Promise<Omit<Body, 'mediaType'>> {
  const { keys, caller, path } = context;
  const options = { now: context.now, parse };
  try {
    if (jose.method === 'jwe') {
      const { payload, contentKey } = await decryptJwe(compact, await keys.server(), options);
      return { value: payload, contentKey, signatureAlgorithm: null };
    }
    const verification = await keys.client(caller.clientId);
    const { payload, contentKey, header } =
      jose.method === 'jws'
        ? { ...(await verifyJws(compact, verification, options)), contentKey: null }
        : await decryptAndVerify(compact, { decryption: await keys.server(), verification }, options).then(
            ({ signature, ...decrypted }) => ({ ...decrypted, header: signature.header }),
          );
    assertSignedFor(path, header);
    return { value: payload, contentKey, signatureAlgorithm: header.alg };
  } catch (cause) {
    if (!(cause instanceof JoseError) || cause.code === 'key_error') throw cause;
    throw new RequestError(
      cause.code === 'jws_error' ? 'jws_error' : 'jwe_error',
      'The JWE or JWS cannot be decrypted or verified.',
      { cause },
    );
  }
}

/** @throws JwsError when the signature was made for another resource: it must not be replayed there */
function assertSignedFor(path: string, { url }: JwsHeader): void {
  if (typeof url !== 'string' || URL.parse(url, 'https://localhost')?.pathname !== path) throw new JwsError();
}

/** @throws SyntaxError when the plaintext is not JSON, which counts as an invalid JWE or JWS */
function parse(text: string): unknown {
  assertJsonLimits(text);
  return JSON.parse(text);
}
