import type { JoseDescriptor, OperationDescriptor } from '@sca-kit/api';
import { type ContentKey, decryptAndVerify, decryptJwe, JoseError, type KeySet, verifyJws } from '@sca-kit/jose';
import type { Caller } from '../caller.ts';
import { RequestError } from '../errors/request-error.ts';
import { assertJsonLimits } from './parse-body.ts';

/** The keys behind the envelopes. */
export interface JoseKeys {
  /** The server's own keys: for opening requests and signing answers. Asked for each request: what answers may rotate them. */
  server(): Promise<KeySet> | KeySet;
  /** The public keys that a client uploaded: for checking its signatures and sealing answers for it. */
  client(clientId: string): Promise<KeySet>;
}

/** An opened request body. */
export interface DecryptedRequest {
  readonly payload: unknown;
  /** The content encryption key of a JWE request, kept for a direct answer. */
  readonly contentKey: ContentKey | null;
}

/**
 * Opens a compact JWE or JWS.
 * @param now milliseconds since the Unix epoch, for the validity of keys
 * @throws RequestError `jwe_error` or `jws_error`, the same for every way an envelope can be bad; `request.malformed` for
 * a payload that describes more than any body needs
 */
export async function decryptRequest(
  compact: string,
  mark: JoseDescriptor,
  context: { readonly keys: JoseKeys; readonly caller: Caller; readonly now: number },
): Promise<DecryptedRequest> {
  const { keys, caller } = context;
  const options = { now: context.now, parse };
  try {
    if (mark.method === 'jwe') return await decryptJwe(compact, await keys.server(), options);
    const verification = await keys.client(caller.clientId);
    if (mark.method === 'jws')
      return { payload: (await verifyJws(compact, verification, options)).payload, contentKey: null };
    return await decryptAndVerify(compact, { decryption: await keys.server(), verification }, options);
  } catch (cause) {
    if (!(cause instanceof JoseError) || cause.code === 'key_error') throw cause;
    throw new RequestError(
      cause.code === 'jws_error' ? 'jws_error' : 'jwe_error',
      'The envelope could not be opened.',
      { cause },
    );
  }
}

/** @throws SyntaxError for what is no JSON: that envelope is bad like any other */
function parse(text: string): unknown {
  assertJsonLimits(text);
  return JSON.parse(text);
}

/** The envelope method that the request names must be the operation's. */
export function checkJoseMethod(operation: OperationDescriptor, headers: Headers): void {
  const method = operation.request.jose?.method ?? operation.responseJose?.method;
  if (headers.get('x-tw-jose-method')?.trim().toLowerCase() === method) return;
  const message = `must be ${method}: this operation takes and gives that kind of envelope.`;
  throw new RequestError('request.invalid', message, {
    issues: [{ path: '/header/x-tw-jose-method', message, limits: [String(method)] }],
  });
}
