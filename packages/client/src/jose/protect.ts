import {
  type ContentKey,
  decryptAndVerify,
  decryptDirect,
  decryptJwe,
  encryptJwe,
  JoseError,
  JwsError,
  KeySet,
  type Signer,
  signAndEncrypt,
  signJws,
  type VersionedKey,
  verifyJws,
} from '@sca-kit/jose';
import { ScaClientError } from '../error.ts';

/** JOSE method of a request or response body. */
export interface Protection {
  readonly method: 'jwe' | 'jws' | 'jwsjwe';
  readonly response: 'direct' | 'key' | null;
}

/** The caller's keys, for operations that require a signature or encrypt responses for the client. */
export interface OwnKeys {
  /** Signs requests. The public key must be uploaded. */
  readonly signer?: Signer;
  /** Decrypts responses. The newest public key must be uploaded. */
  readonly decryption?: KeySet;
}

/** An encrypted or signed body. */
export interface ProtectedBody {
  readonly text: string;
  /** Decrypts the direct response. */
  readonly contentKey?: ContentKey;
}

/**
 * Encrypts or signs a value with the JOSE method of an operation. A signature holds for the path `url` only.
 *
 * @throws {ScaClientError} `own_key_missing`
 */
export async function protect(
  value: unknown,
  method: Protection['method'],
  keys: { readonly recipient: () => Promise<VersionedKey>; readonly own: OwnKeys; readonly url: string },
): Promise<ProtectedBody> {
  const signer = method === 'jwe' ? undefined : { ...signerOf(keys.own), url: keys.url };
  if (method === 'jws' && signer) return { text: await signJws(value, signer) };
  const recipient = await keys.recipient();
  const encrypted = signer ? await signAndEncrypt(value, { signer, recipient }) : await encryptJwe(value, recipient);
  return { text: encrypted.jwe, contentKey: encrypted.contentKey };
}

/**
 * Throws before a request is sent that needs missing keys.
 *
 * @throws {ScaClientError} `own_key_missing`
 */
export function assertOwnKeys(outgoing: Protection | null, incoming: Protection, own: OwnKeys): void {
  if (outgoing !== null && outgoing.method !== 'jwe') signerOf(own);
  if (incoming.response === 'key' && incoming.method !== 'jws') decryptionOf(own);
}

/** Keys to decrypt and verify a response. */
export interface ResponseKeys {
  readonly own: OwnKeys;
  readonly contentKey: ContentKey | undefined;
  /** The server's signing keys. */
  readonly verification: () => Promise<KeySet>;
  /** Fetches the signing keys again, after a signature by an unknown key. */
  readonly renew: (outdated: KeySet) => Promise<KeySet>;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/**
 * Decrypts and verifies a response.
 *
 * @throws {ScaClientError} `encrypted_response_invalid` or `own_key_missing`
 */
export async function unprotect(text: string, protection: Protection, keys: ResponseKeys): Promise<unknown> {
  try {
    if (protection.method !== 'jwe') return await verifySigned(text, protection.method, keys);
    if (protection.response === 'key') {
      return (await decryptJwe(text, decryptionOf(keys.own), { now: keys.now })).payload;
    }
    if (keys.contentKey === undefined) throw invalid();
    return (await decryptDirect(text, keys.contentKey)).payload;
  } catch (error) {
    throw error instanceof JoseError ? invalid() : error;
  }
}

async function verifySigned(text: string, method: 'jws' | 'jwsjwe', keys: ResponseKeys): Promise<unknown> {
  const { own, now } = keys;
  const decryption = method === 'jwsjwe' ? decryptionOf(own) : new KeySet([]);
  const read = async (verification: KeySet): Promise<unknown> => {
    const verified =
      method === 'jws'
        ? await verifyJws(text, verification, { now })
        : await decryptAndVerify(text, { decryption, verification }, { now });
    return verified.payload;
  };
  const known = await keys.verification();
  return read(known).catch(async (error: unknown) => {
    if (!(error instanceof JwsError)) throw error;
    return read(await keys.renew(known));
  });
}

function signerOf(own: OwnKeys): Signer {
  if (own.signer === undefined) throw missing('jose.signer');
  return own.signer;
}

function decryptionOf(own: OwnKeys): KeySet {
  if (own.decryption === undefined) throw missing('jose.decryption');
  return own.decryption;
}

function missing(option: string): ScaClientError {
  return new ScaClientError('own_key_missing', `The operation needs ${option}. Pass it to createScaClient.`);
}

function invalid(): ScaClientError {
  return new ScaClientError(
    'encrypted_response_invalid',
    'The response could not be decrypted or its signature could not be verified.',
  );
}
