import { base64url } from 'jose';
import type { Bytes } from '../compact.ts';
import { KeyError } from '../errors.ts';

/** How the API names the one key-encryption algorithm it takes. In a JWE header it is `RSA-OAEP-256`. */
export type EncryptionAlgorithm = 'RSA_OAEP_256';

/** The signature algorithms of the API, spelt as in a JWS header. */
export type SigningAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'PS384' | 'PS512';

/** Any algorithm a key of the API may be for. */
export type JoseAlgorithm = EncryptionAlgorithm | SigningAlgorithm;

/** What a key may be used for. */
export type KeyScope = 'PAYLOAD_ENCRYPTION' | 'PAYLOAD_SIGNING';

/** The signature algorithms, in the API's order. */
export const SIGNING_ALGORITHMS: readonly SigningAlgorithm[] = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];

/** Every algorithm name, encryption first. */
export const JOSE_ALGORITHMS: readonly JoseAlgorithm[] = ['RSA_OAEP_256', ...SIGNING_ALGORITHMS];

/**
 * Whether a text is the name of an algorithm of the API.
 * @example
 * isJoseAlgorithm('ES256'); // true
 */
export function isJoseAlgorithm(name: unknown): name is JoseAlgorithm {
  return JOSE_ALGORITHMS.includes(name as JoseAlgorithm);
}

/**
 * The scope that an algorithm belongs to.
 * @example
 * scopeOf('RSA_OAEP_256'); // 'PAYLOAD_ENCRYPTION'
 */
export function scopeOf(algorithm: JoseAlgorithm): KeyScope {
  return algorithm === 'RSA_OAEP_256' ? 'PAYLOAD_ENCRYPTION' : 'PAYLOAD_SIGNING';
}

/** The header spelling of an algorithm (RFC 7518). */
export function headerName(algorithm: JoseAlgorithm): string {
  return algorithm === 'RSA_OAEP_256' ? 'RSA-OAEP-256' : algorithm;
}

/** The members of a web crypto key's `algorithm` that matter here. */
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
 * The algorithm a web crypto key is for; undefined when it is for none of ours.
 * @example
 * const { publicKey } = await generateKeys('ES256');
 * algorithmOf(publicKey); // 'ES256'
 */
export function algorithmOf(key: CryptoKey): JoseAlgorithm | undefined {
  const { name, namedCurve = '', hash } = shapeOf(key);
  if (name === 'ECDSA') return CURVES[namedCurve];
  if (name === 'RSA-OAEP') return hash?.name === 'SHA-256' ? 'RSA_OAEP_256' : undefined;
  if (name === 'RSA-PSS') return SIGNING_ALGORITHMS.find((one) => one === hash?.name.replace('SHA-', 'PS'));
  return undefined;
}

const moduli = new WeakMap<CryptoKey, Bytes>();

/** The modulus of an RSA public key, big-endian. @throws when the key is not extractable */
export async function modulusOf(publicKey: CryptoKey): Promise<Bytes> {
  const known = moduli.get(publicKey);
  if (known !== undefined) return known;
  const { n = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  const modulus = base64url.decode(n) as Bytes;
  moduli.set(publicKey, modulus);
  return modulus;
}

/** Smallest and largest RSA modulus taken, in bits. The upper bound keeps a stranger's key from costing us seconds. */
export const RSA_BITS: { readonly min: number; readonly max: number } = { min: 2048, max: 8192 };

/**
 * Refuses RSA keys that are too weak or too costly: RFC 7518 §3.5 and §4.3 ask for 2048 bits, FIPS 186-5 A.1.1 for an
 * odd public exponent above 2^16.
 *
 * @throws {KeyError} `size` or `exponent`
 */
export function assertSoundKey(key: CryptoKey): void {
  const { modulusLength, publicExponent } = shapeOf(key);
  if (modulusLength === undefined) return;
  if (modulusLength < RSA_BITS.min || modulusLength > RSA_BITS.max) {
    throw new KeyError('size', `An RSA key must have ${RSA_BITS.min} to ${RSA_BITS.max} bits, not ${modulusLength}`);
  }
  const exponent = (publicExponent ?? new Uint8Array()).reduce((sum, byte) => sum * 256 + byte, 0);
  if (exponent < 65537 || (publicExponent?.at(-1) ?? 0) % 2 === 0) {
    throw new KeyError('exponent', 'The public exponent of an RSA key must be odd and at least 65537');
  }
}
