import { base64url } from 'jose';
import type { Bytes } from '../compact.ts';
import { KeyError } from '../errors.ts';

/** The API's name of its key-encryption algorithm. In a JWE header it is `RSA-OAEP-256`. */
export type EncryptionAlgorithm = 'RSA_OAEP_256';

/** Signature algorithms of the API, named as in a JWS header. */
export type SigningAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'PS384' | 'PS512';

/** Algorithm of a key. */
export type JoseAlgorithm = EncryptionAlgorithm | SigningAlgorithm;

/** Use of a key. */
export type KeyScope = 'PAYLOAD_ENCRYPTION' | 'PAYLOAD_SIGNING';

/** The signature algorithms, in the API's order. */
export const SIGNING_ALGORITHMS: readonly SigningAlgorithm[] = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];

/** Every algorithm name, encryption first. */
export const JOSE_ALGORITHMS: readonly JoseAlgorithm[] = ['RSA_OAEP_256', ...SIGNING_ALGORITHMS];

/**
 * Tells whether a value is the name of an algorithm of the API.
 *
 * @example
 * ```ts
 * isJoseAlgorithm('ES256'); // true
 * isJoseAlgorithm('none'); // false
 * ```
 */
export function isJoseAlgorithm(name: unknown): name is JoseAlgorithm {
  return JOSE_ALGORITHMS.includes(name as JoseAlgorithm);
}

/**
 * Returns the scope of an algorithm.
 *
 * @example
 * ```ts
 * keyScope('ES256'); // 'PAYLOAD_SIGNING'
 * ```
 */
export function keyScope(algorithm: JoseAlgorithm): KeyScope {
  return algorithm === 'RSA_OAEP_256' ? 'PAYLOAD_ENCRYPTION' : 'PAYLOAD_SIGNING';
}

/** Returns the name of an algorithm in a JOSE header (RFC 7518). */
export function headerName(algorithm: JoseAlgorithm): string {
  return algorithm === 'RSA_OAEP_256' ? 'RSA-OAEP-256' : algorithm;
}

/** Members of the `algorithm` of a web crypto key. */
interface KeyShape {
  readonly name: string;
  readonly namedCurve?: string;
  readonly hash?: { readonly name: string };
  readonly modulusLength?: number;
  readonly publicExponent?: Uint8Array;
}

const CURVES: Readonly<Record<string, SigningAlgorithm>> = { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' };

function shapeOf(key: CryptoKey): KeyShape {
  return key.algorithm as KeyShape;
}

/**
 * Returns the algorithm of a web crypto key; undefined if the API does not support it.
 *
 * @example
 * ```ts
 * const { publicKey } = await generateKeys('ES256');
 * detectAlgorithm(publicKey); // 'ES256'
 * ```
 */
export function detectAlgorithm(key: CryptoKey): JoseAlgorithm | undefined {
  const { name, namedCurve = '', hash } = shapeOf(key);
  if (name === 'ECDSA') return CURVES[namedCurve];
  if (name === 'RSA-OAEP') return hash?.name === 'SHA-256' ? 'RSA_OAEP_256' : undefined;
  if (name === 'RSA-PSS') return SIGNING_ALGORITHMS.find((one) => one === hash?.name.replace('SHA-', 'PS'));
  return undefined;
}

const moduli = new WeakMap<CryptoKey, Bytes>();

/** Returns the modulus of an RSA public key, big-endian. @throws when the key is not extractable */
export async function modulusOf(publicKey: CryptoKey): Promise<Bytes> {
  const known = moduli.get(publicKey);
  if (known !== undefined) return known;
  const { n = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  const modulus = base64url.decode(n) as Bytes;
  moduli.set(publicKey, modulus);
  return modulus;
}

/** Minimum and maximum RSA modulus, in bits. The maximum prevents keys that take seconds of computation. */
export const RSA_BITS: { readonly min: number; readonly max: number } = { min: 2048, max: 8192 };

/** Maximum public exponent, in bits: OpenSSL cannot use larger ones with large moduli. */
const MAX_EXPONENT_BITS = 64;

/**
 * Rejects RSA keys that are too weak or too costly: RFC 7518 §3.5 and §4.3 require 2048 bits, FIPS 186-5 A.1.1 an odd
 * public exponent above 2^16. Exponents are limited to 64 bits.
 *
 * @throws {KeyError} `size` or `exponent`
 */
export function assertStrongKey(key: CryptoKey): void {
  const { modulusLength, publicExponent } = shapeOf(key);
  if (modulusLength === undefined) return;
  if (modulusLength < RSA_BITS.min || modulusLength > RSA_BITS.max) {
    throw new KeyError('size', `An RSA key must have ${RSA_BITS.min} to ${RSA_BITS.max} bits (got ${modulusLength}).`);
  }
  const exponent = (publicExponent ?? new Uint8Array()).reduce((sum, byte) => sum * 256 + byte, 0);
  if (exponent < 65537 || (publicExponent?.at(-1) ?? 0) % 2 === 0) {
    throw new KeyError('exponent', 'The public exponent of an RSA key must be odd and at least 65537.');
  }
  if (exponent >= 2 ** MAX_EXPONENT_BITS) {
    throw new KeyError('exponent', `The public exponent of an RSA key must have at most ${MAX_EXPONENT_BITS} bits.`);
  }
}

/**
 * Rejects RSA public keys with an even modulus, which cannot encrypt or verify.
 *
 * @throws {KeyError} `modulus`
 */
export async function assertOddModulus(publicKey: CryptoKey): Promise<void> {
  if (shapeOf(publicKey).modulusLength === undefined) return;
  const modulus = await modulusOf(publicKey);
  if ((modulus.at(-1) ?? 0) % 2 === 0) throw new KeyError('modulus', 'The modulus of an RSA key must be odd.');
}
