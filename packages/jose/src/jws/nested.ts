import type { Bytes } from '../compact.ts';
import {
  type DecryptedJwe,
  type DecryptOptions,
  decryptJweWith,
  type EncryptedJwe,
  encryptJweBytes,
  type Recipient,
} from '../jwe/jwe.ts';
import type { KeySet } from '../keys/key-set.ts';
import { type Signer, signJws, type VerifiedJws, verifyJws } from './jws.ts';

/** The two sets that a nested envelope needs. */
export interface NestedKeys {
  /** With private `RSA_OAEP_256` keys: the receiver's own. */
  readonly decryption: KeySet;
  /** With public signing keys: the sender's. */
  readonly verification: KeySet;
}

/** What was in a nested envelope. */
export interface DecryptedJwsJwe extends Omit<DecryptedJwe, 'payload'> {
  readonly payload: unknown;
  readonly signature: Omit<VerifiedJws, 'payload'>;
}

/**
 * Signs a JSON value, then seals the JWS (RFC 7516 §11.2: sign first, so that the signature is not open to all).
 * The JWE carries `cty: "JOSE"`.
 *
 * @throws {TypeError | KeyError} as {@link signJws} and `encryptJwe`
 * @example
 * const { jwe } = await signAndEncrypt({ pin: '1234' }, { signer: { privateKey, keyId }, recipient });
 */
export async function signAndEncrypt(
  value: unknown,
  parties: { readonly signer: Signer; readonly recipient: Recipient },
): Promise<EncryptedJwe> {
  const jws = await signJws(value, parties.signer);
  return encryptJweBytes(new TextEncoder().encode(jws) as Bytes, parties.recipient, 'JOSE');
}

/**
 * Opens the JWE, then verifies the JWS in it.
 *
 * @throws {JweError} when the envelope cannot be opened
 * @throws {JwsError} when what is inside is no valid JWS of a known key
 * @throws {TypeError} bad options, or no private key in `decryption`
 * @example
 * const { payload } = await decryptAndVerify(jwe, { decryption: ownKeys, verification: theirKeys }, { now: Date.now() });
 */
export async function decryptAndVerify(
  compact: string,
  keys: NestedKeys,
  options: DecryptOptions,
): Promise<DecryptedJwsJwe> {
  const opened = await decryptJweWith(compact, keys.decryption, options, (plaintext) => ({
    value: new TextDecoder().decode(plaintext),
  }));
  const { payload, ...signature } = await verifyJws(opened.payload, keys.verification, options);
  return { payload, contentKey: opened.contentKey, header: opened.header, signature };
}
