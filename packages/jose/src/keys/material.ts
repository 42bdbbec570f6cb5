import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, importSPKI } from 'jose';
import { KeyError } from '../errors.ts';
import {
  assertOddModulus,
  assertStrongKey,
  headerName,
  isJoseAlgorithm,
  type JoseAlgorithm,
  RSA_BITS,
} from './algorithms.ts';

/** Maximum length of key material, in base64 characters: a private RSA key of 8192 bits needs about 6300. */
const MAX_MATERIAL_LENGTH = 8192;

function toPem(label: string, material: string): string {
  const lines = material.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function fromPem(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}

/** Tells whether a value is canonical standard base64. */
function isBase64(text: unknown): text is string {
  if (typeof text !== 'string' || text.length === 0 || text.length > MAX_MATERIAL_LENGTH || text.length % 4 !== 0) {
    return false;
  }
  return !/[^A-Za-z0-9+/=]/.test(text) && /^[^=]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/.test(text);
}

function assertAlgorithm(algorithm: unknown): asserts algorithm is JoseAlgorithm {
  if (!isJoseAlgorithm(algorithm)) {
    throw new KeyError('algorithm', 'The algorithm must be RSA_OAEP_256, ES256, ES384, ES512, PS256, PS384 or PS512.');
  }
}

async function importMaterial(
  material: string,
  algorithm: JoseAlgorithm,
  read: (pem: string, alg: string) => Promise<unknown>,
  label: string,
): Promise<CryptoKey> {
  assertAlgorithm(algorithm);
  if (!isBase64(material)) throw new KeyError('encoding', 'Key material must be DER in standard base64.');
  const key = await read(toPem(label, material), headerName(algorithm)).catch(() => undefined);
  if (key === undefined) {
    if (algorithm.startsWith('ES')) {
      throw new KeyError('curve', `The key material must be an elliptic-curve key on the curve of ${algorithm}.`);
    }
    throw new KeyError('encoding', `The key material must be an RSA key for ${algorithm}.`);
  }
  assertStrongKey(key as CryptoKey);
  return key as CryptoKey;
}

/**
 * Imports a public key.
 *
 * @param material SubjectPublicKeyInfo (DER) in standard base64, as in `keyMaterial` of the API
 * @param algorithm algorithm of the key; other key types and curves are rejected
 * @throws {KeyError} not base64, another key type, another curve, or an RSA key below 2048 bits, with an even modulus, or with
 *   an exponent that is even, below 65537 or above 64 bits
 *
 * @example
 * ```ts
 * const publicKey = await importPublicKey(spkiBase64, 'RSA_OAEP_256');
 * ```
 */
export async function importPublicKey(material: string, algorithm: JoseAlgorithm): Promise<CryptoKey> {
  const read = (pem: string, alg: string): Promise<unknown> => importSPKI(pem, alg, { extractable: true });
  const key = await importMaterial(material, algorithm, read, 'PUBLIC KEY');
  await assertOddModulus(key);
  return key;
}

/**
 * Imports a private key.
 *
 * @param material PKCS #8 (DER), unencrypted, in standard base64
 * @param algorithm algorithm of the key
 * @param options `extractable`: whether the key can be exported; defaults to false
 * @throws {KeyError} like {@link importPublicKey}
 *
 * @example
 * ```ts
 * const privateKey = await importPrivateKey(pkcs8Base64, 'ES256');
 * ```
 */
export function importPrivateKey(
  material: string,
  algorithm: JoseAlgorithm,
  options: { readonly extractable?: boolean } = {},
): Promise<CryptoKey> {
  const extractable = options.extractable ?? false;
  return importMaterial(material, algorithm, (pem, alg) => importPKCS8(pem, alg, { extractable }), 'PRIVATE KEY');
}

/**
 * Exports a public key as SubjectPublicKeyInfo in base64.
 *
 * @throws {TypeError} when it is not a public key
 *
 * @example
 * ```ts
 * const spkiBase64 = await exportPublicKey(publicKey);
 * ```
 */
export async function exportPublicKey(key: CryptoKey): Promise<string> {
  return fromPem(await exportSPKI(key));
}

/**
 * Exports a private key as PKCS #8 in base64.
 *
 * @throws {TypeError} when it is not a private key, or not extractable
 *
 * @example
 * ```ts
 * const pkcs8Base64 = await exportPrivateKey(privateKey);
 * ```
 */
export async function exportPrivateKey(key: CryptoKey): Promise<string> {
  return fromPem(await exportPKCS8(key));
}

/**
 * Exports a public key as PEM with a trailing newline, as `text/plain` key endpoints return it.
 *
 * @example
 * ```ts
 * const pem = await exportPublicKeyPem(publicKey); // -----BEGIN PUBLIC KEY-----…
 * ```
 */
export async function exportPublicKeyPem(key: CryptoKey): Promise<string> {
  return toPem('PUBLIC KEY', await exportPublicKey(key));
}

/** A public key and its private key. */
export interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/**
 * Generates a key pair.
 *
 * @param algorithm algorithm of the keys
 * @param options `modulusLength`: bits of an RSA key, defaults to 2048; `extractable`: whether the private key can be
 *   exported, defaults to true, because a new key usually must be stored
 * @throws {KeyError} unknown algorithm
 * @throws {TypeError} a modulus length out of range
 *
 * @example
 * ```ts
 * const { publicKey, privateKey } = await generateKeys('RSA_OAEP_256', { modulusLength: 3072 });
 * ```
 */
export async function generateKeys(
  algorithm: JoseAlgorithm,
  options: { readonly modulusLength?: number; readonly extractable?: boolean } = {},
): Promise<KeyPair> {
  assertAlgorithm(algorithm);
  const { modulusLength = RSA_BITS.min, extractable = true } = options;
  if (!Number.isInteger(modulusLength) || modulusLength < RSA_BITS.min || modulusLength > RSA_BITS.max) {
    throw new TypeError(`modulusLength must be an integer from ${RSA_BITS.min} to ${RSA_BITS.max}, such as 3072.`);
  }
  const pair = await generateKeyPair(headerName(algorithm), { modulusLength, extractable });
  return { publicKey: pair.publicKey as CryptoKey, privateKey: pair.privateKey as CryptoKey };
}
