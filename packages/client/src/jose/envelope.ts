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

/** How the body of a request or an answer is protected. */
export interface Protection {
  readonly method: 'jwe' | 'jws' | 'jwsjwe';
  readonly response: 'direct' | 'key' | null;
}

/** Keys of the caller's own, for the operations that answer with them or want a signature. */
export interface OwnKeys {
  /** Signs requests; its public half has to be uploaded. */
  readonly signer?: Signer;
  /** Opens answers; the newest public half has to be uploaded. */
  readonly decryption?: KeySet;
}

/** A body in its envelope. */
export interface Sealed {
  readonly text: string;
  /** Opens the direct answer. */
  readonly contentKey?: ContentKey;
}

/**
 * Puts a value into the envelope that an operation asks for.
 *
 * @throws {ScaClientError} `own_key_missing`
 */
export async function seal(
  value: unknown,
  method: Protection['method'],
  keys: { readonly recipient: () => Promise<VersionedKey>; readonly own: OwnKeys },
): Promise<Sealed> {
  if (method === 'jws') return { text: await signJws(value, signerOf(keys.own)) };
  const signer = method === 'jwsjwe' ? signerOf(keys.own) : undefined;
  const recipient = await keys.recipient();
  const sealed = signer ? await signAndEncrypt(value, { signer, recipient }) : await encryptJwe(value, recipient);
  return { text: sealed.jwe, contentKey: sealed.contentKey };
}

/**
 * Refuses, before anything is sent, an exchange that would need keys which were not given.
 *
 * @throws {ScaClientError} `own_key_missing`
 */
export function assertOwnKeys(outgoing: Protection | null, incoming: Protection, own: OwnKeys): void {
  if (outgoing !== null && outgoing.method !== 'jwe') signerOf(own);
  if (incoming.response === 'key' && incoming.method !== 'jws') decryptionOf(own);
}

/** What opening an answer may need. */
export interface OpeningKeys {
  readonly own: OwnKeys;
  readonly contentKey: ContentKey | undefined;
  /** The server's signing keys. */
  readonly verification: () => Promise<KeySet>;
  /** Those keys fetched again, when a signature is by none of them. */
  readonly renew: (refused: KeySet) => Promise<KeySet>;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/**
 * Takes the value out of an answer's envelope.
 *
 * @throws {ScaClientError} `envelope_invalid` or `own_key_missing`
 */
export async function open(text: string, protection: Protection, keys: OpeningKeys): Promise<unknown> {
  try {
    if (protection.method !== 'jwe') return await openSigned(text, protection.method, keys);
    if (protection.response === 'key') {
      return (await decryptJwe(text, decryptionOf(keys.own), { now: keys.now })).payload;
    }
    if (keys.contentKey === undefined) throw invalid();
    return (await decryptDirect(text, keys.contentKey)).payload;
  } catch (error) {
    throw error instanceof JoseError ? invalid() : error;
  }
}

async function openSigned(text: string, method: 'jws' | 'jwsjwe', keys: OpeningKeys): Promise<unknown> {
  const { own, now } = keys;
  const decryption = method === 'jwsjwe' ? decryptionOf(own) : new KeySet([]);
  const read = async (verification: KeySet): Promise<unknown> => {
    const opened =
      method === 'jws'
        ? await verifyJws(text, verification, { now })
        : await decryptAndVerify(text, { decryption, verification }, { now });
    return opened.payload;
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
  return new ScaClientError('own_key_missing', `The operation needs a key of your own: give ${option}`);
}

function invalid(): ScaClientError {
  return new ScaClientError('envelope_invalid', 'The envelope of the answer does not open');
}
