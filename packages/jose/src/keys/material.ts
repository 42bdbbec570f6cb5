import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, importSPKI } from 'jose';
import { KeyError } from '../errors.ts';
import { assertSoundKey, headerName, isJoseAlgorithm, type JoseAlgorithm, RSA_BITS } from './algorithms.ts';

/** Longest key material read, in base64 characters: a private RSA key of 8192 bits needs about 6300. */
const MAX_MATERIAL_LENGTH = 8192;

function toPem(label: string, material: string): string {
  const lines = material.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function fromPem(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}

/** Standard base64 in its one canonical spelling. */
function isBase64(text: unknown): text is string {
  if (typeof text !== 'string' || text.length === 0 || text.length > MAX_MATERIAL_LENGTH || text.length % 4 !== 0) {
    return false;
  }
  return !/[^A-Za-z0-9+/=]/.test(text) && /^[^=]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/.test(text);
}

function assertAlgorithm(algorithm: unknown): asserts algorithm is JoseAlgorithm {
  if (!isJoseAlgorithm(algorithm)) {
    throw new KeyError('algorithm', 'The algorithm must be RSA_OAEP_256, ES256, ES384, ES512, PS256, PS384 or PS512');
  }
}

async function importMaterial(
  material: string,
  algorithm: JoseAlgorithm,
  read: (pem: string, alg: string) => Promise<unknown>,
  label: string,
): Promise<CryptoKey> {
  assertAlgorithm(algorithm);
  if (!isBase64(material)) throw new KeyError('encoding', 'Key material must be DER in standard base64');
  const key = await read(toPem(label, material), headerName(algorithm)).catch(() => undefined);
  if (key === undefined) {
    if (algorithm.startsWith('ES')) {
      throw new KeyError('curve', `The key material is no elliptic-curve key on the curve of ${algorithm}`);
    }
    throw new KeyError('encoding', `The key material is no RSA key for ${algorithm}`);
  }
  assertSoundKey(key as CryptoKey);
  return key as CryptoKey;
}

/**
 * Imports a public key.
 *
 * @param material SubjectPublicKeyInfo (DER) in standard base64, as the API carries it in `keyMaterial`
 * @param algorithm what the key is for; a key of another type or curve is refused
 * @throws {KeyError} not base64, not such a key, wrong curve, RSA below 2048 bits
 * @example
 * const publicKey = await importPublicKey(published.keyMaterial, 'RSA_OAEP_256');
 */
export function importPublicKey(material: string, algorithm: JoseAlgorithm): Promise<CryptoKey> {
  return importMaterial(material, algorithm, (pem, alg) => importSPKI(pem, alg, { extractable: true }), 'PUBLIC KEY');
}

/**
 * Imports a private key.
 *
 * @param material PKCS #8 (DER), unencrypted, in standard base64
 * @param algorithm what the key is for
 * @param options `extractable`: whether the key may be exported again; false unless asked for
 * @throws {KeyError} as {@link importPublicKey}
 * @example
 * const privateKey = await importPrivateKey(stored, 'ES256');
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
 * A public key as base64 SubjectPublicKeyInfo.
 * @throws {TypeError} when it is not a public key
 * @example
 * const { publicKey } = await generateKeys('ES256');
 * const keyMaterial = await exportPublicKey(publicKey);
 */
export async function exportPublicKey(key: CryptoKey): Promise<string> {
  return fromPem(await exportSPKI(key));
}

/**
 * A private key as base64 PKCS #8.
 * @throws {TypeError} when it is not a private key, or not extractable
 * @example
 * const { privateKey } = await generateKeys('ES256');
 * const stored = await exportPrivateKey(privateKey);
 */
export async function exportPrivateKey(key: CryptoKey): Promise<string> {
  return fromPem(await exportPKCS8(key));
}

/**
 * A public key as PEM text with a closing line break, as `text/plain` key endpoints serve it.
 * @example
 * const { publicKey } = await generateKeys('ES256');
 * await exportPublicKeyPem(publicKey); // '-----BEGIN PUBLIC KEY-----\n…'
 */
export async function exportPublicKeyPem(key: CryptoKey): Promise<string> {
  return toPem('PUBLIC KEY', await exportPublicKey(key));
}

/** A public key and its private half. */
export interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/**
 * Makes a key pair.
 *
 * @param algorithm what the pair is for
 * @param options `modulusLength`: bits of an RSA key, 2048 unless given; `extractable`: whether the private key may be
 *   exported, true unless said otherwise, because a new key usually has to be kept somewhere
 * @throws {KeyError} unknown algorithm
 * @throws {TypeError} a modulus length out of bounds
 * @example
 * const { publicKey, privateKey } = await generateKeys('RSA_OAEP_256', { modulusLength: 3072 });
 */
export async function generateKeys(
  algorithm: JoseAlgorithm,
  options: { readonly modulusLength?: number; readonly extractable?: boolean } = {},
): Promise<KeyPair> {
  assertAlgorithm(algorithm);
  const { modulusLength = RSA_BITS.min, extractable = true } = options;
  if (!Number.isInteger(modulusLength) || modulusLength < RSA_BITS.min || modulusLength > RSA_BITS.max) {
    throw new TypeError(`modulusLength must be ${RSA_BITS.min} to ${RSA_BITS.max} bits, such as 3072`);
  }
  const pair = await generateKeyPair(headerName(algorithm), { modulusLength, extractable });
  return { publicKey: pair.publicKey as CryptoKey, privateKey: pair.privateKey as CryptoKey };
}
