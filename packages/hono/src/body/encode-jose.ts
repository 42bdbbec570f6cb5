import type { JoseDescriptor } from '@sca-kit/api';
import { encryptDirect, encryptJwe, type KeySet, type SigningAlgorithm, signAndEncrypt, signJws } from '@sca-kit/jose';
import type { Caller } from '../caller.ts';
import { RequestError } from '../errors/request-error.ts';
import type { Body } from './body.ts';
import type { JoseKeys } from './jose-keys.ts';

/**
 * Encrypts or signs a response body: under the request's content key with a fresh IV (direct), for the newest key that the
 * client uploaded, or with the server's newest signing key of the algorithm that signed the request.
 * @throws RequestError `jwe_error` when the client has no usable key
 */
export async function encodeJose(
  value: unknown,
  jose: JoseDescriptor,
  context: {
    readonly keys: JoseKeys;
    readonly caller: Caller;
    readonly body: Pick<Body, 'contentKey' | 'signatureAlgorithm'>;
    readonly now: number;
  },
): Promise<string> {
  const { keys, caller, now } = context;
  const { contentKey, signatureAlgorithm } = context.body;
  if (jose.method === 'jwe' && jose.response === 'direct') {
    if (contentKey === null) throw new TypeError('A direct response needs the content key of the request.');
    return encryptDirect(value, contentKey);
  }
  if (jose.method === 'jws') return signJws(value, signer(await keys.server(), signatureAlgorithm, now));
  const recipient = recipientOf(await keys.client(caller.clientId), now);
  if (jose.method === 'jwe') return (await encryptJwe(value, recipient)).jwe;
  return (await signAndEncrypt(value, { signer: signer(await keys.server(), signatureAlgorithm, now), recipient })).jwe;
}

function recipientOf(keys: KeySet, now: number): { publicKey: CryptoKey; keyId: string } {
  const key = keys.newest('RSA_OAEP_256', now);
  if (!key) throw new RequestError('jwe_error', 'Upload an RSA_OAEP_256 key first: the response is encrypted for it.');
  return { publicKey: key.publicKey, keyId: key.keyId };
}

const PREFERRED = ['ES256', 'PS256', 'ES384', 'ES512', 'PS384', 'PS512'] as const;

function signer(
  keys: KeySet,
  algorithm: SigningAlgorithm | null,
  now: number,
): { privateKey: CryptoKey; keyId: string } {
  for (const candidate of [algorithm ?? PREFERRED[0], ...PREFERRED]) {
    const key = keys.newest(candidate, now);
    if (key?.privateKey) return { privateKey: key.privateKey, keyId: key.keyId };
  }
  throw new TypeError('The server has no signing key.');
}
