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

/** Key sets for a JWS inside a JWE. */
export interface NestedKeys {
  /** The recipient's private `RSA_OAEP_256` keys. */
  readonly decryption: KeySet;
  /** The sender's public signing keys. */
  readonly verification: KeySet;
}

/** Payload of a JWS inside a JWE, with both headers and the signing key. */
export interface DecryptedJwsJwe extends Omit<DecryptedJwe, 'payload'> {
  readonly payload: unknown;
  readonly signature: Omit<VerifiedJws, 'payload'>;
}

/**
 * Signs a JSON value and encrypts the JWS, in this order, so that the signature is not public (RFC 7516 §11.2). The JWE has
 * `cty: "JOSE"`.
 *
 * @throws {TypeError | KeyError} like {@link signJws} and `encryptJwe`
 *
 * @example
 * ```ts
 * const { jwe } = await signAndEncrypt({ message: 'hello' }, { signer, recipient });
 * ```
 */
export async function signAndEncrypt(
  value: unknown,
  parties: { readonly signer: Signer; readonly recipient: Recipient },
): Promise<EncryptedJwe> {
  const jws = await signJws(value, parties.signer);
  return encryptJweBytes(new TextEncoder().encode(jws) as Bytes, parties.recipient, 'JOSE');
}

/**
 * Decrypts a JWE and verifies the JWS inside it.
 *
 * @throws {JweError} when the JWE cannot be decrypted
 * @throws {JwsError} when the content is not a valid JWS by a known key
 * @throws {TypeError} invalid options, or no private key in `decryption`
 *
 * @example
 * ```ts
 * const { payload } = await decryptAndVerify(body, { decryption, verification }, { now: Date.now() });
 * ```
 */
export async function decryptAndVerify(
  compact: string,
  keys: NestedKeys,
  options: DecryptOptions,
): Promise<DecryptedJwsJwe> {
  const decrypted = await decryptJweWith(compact, keys.decryption, options, (plaintext) => ({
    value: new TextDecoder().decode(plaintext),
  }));
  const { payload, ...signature } = await verifyJws(decrypted.payload, keys.verification, options);
  return { payload, contentKey: decrypted.contentKey, header: decrypted.header, signature };
}
