import { CompactEncrypt } from 'jose';
import { type Bytes, decodeJson, encodeJson, readMaxLength } from '../compact.ts';
import { JweError } from '../errors.ts';
import { assertStrongKey, detectAlgorithm, modulusOf } from '../keys/algorithms.ts';
import type { KeySet, VersionedKey } from '../keys/key-set.ts';
import { CONTENT_KEY_BYTES, type ContentKey, decryptContent, importContentKey, randomContentKey } from './content.ts';
import { IV_BYTES, type JweHeader, type ParsedJwe, parseJwe, TAG_BYTES } from './parse-jwe.ts';

/** Recipient of a JWE. */
export interface Recipient {
  /** An `RSA_OAEP_256` public key. */
  readonly publicKey: CryptoKey;
  /** Becomes the `kid`. Without it the recipient tries all its keys. */
  readonly keyId?: string;
}

/** An encrypted request and the content key, which decrypts the direct response. */
export interface EncryptedJwe {
  readonly jwe: string;
  readonly contentKey: ContentKey;
}

/** Options to decrypt a JWE or verify a JWS. */
export interface DecryptOptions {
  /** Milliseconds since the Unix epoch. Determines which key versions are valid. */
  readonly now: number;
  /** Maximum length in characters. Defaults to 3 MiB. */
  readonly maxLength?: number;
  /**
   * Parses the text of the payload. Defaults to `JSON.parse`. A `SyntaxError` makes the JWE or JWS invalid; other errors are
   * rethrown, so that a caller can check the text before parsing it.
   */
  readonly parse?: (text: string) => unknown;
}

/** Payload, content key and header of a JWE. */
export interface DecryptedJwe<Payload = unknown> {
  readonly payload: Payload;
  /** Encrypts the direct response. */
  readonly contentKey: ContentKey;
  readonly header: JweHeader;
}

/**
 * Encrypts a JSON value as a compact JWE: `RSA-OAEP-256` with `A256GCM` (RFC 7516 §5.1).
 *
 * @throws {TypeError} a value that JSON cannot represent, or a key that is not an `RSA_OAEP_256` public key
 * @throws {KeyError} an RSA key below 2048 bits
 *
 * @example
 * ```ts
 * const { keyId, publicKey } = await importPublishedKey(published);
 * const { jwe, contentKey } = await encryptJwe({ pin: '1234' }, { keyId, publicKey });
 * ```
 */
export async function encryptJwe(plaintext: unknown, recipient: Recipient): Promise<EncryptedJwe> {
  return encryptJweBytes(encodeJson(plaintext), recipient);
}

/** Like {@link encryptJwe}, for bytes. `cty` is their media type. */
export async function encryptJweBytes(plaintext: Bytes, recipient: Recipient, cty?: string): Promise<EncryptedJwe> {
  const { publicKey, keyId } = recipient;
  if (publicKey.type !== 'public' || detectAlgorithm(publicKey) !== 'RSA_OAEP_256') {
    throw new TypeError('publicKey must be an RSA_OAEP_256 public key.');
  }
  assertStrongKey(publicKey);
  const raw = randomContentKey();
  const jwe = await new CompactEncrypt(plaintext)
    .setProtectedHeader({
      alg: 'RSA-OAEP-256',
      enc: 'A256GCM',
      ...(keyId !== undefined && { kid: keyId }),
      ...(cty !== undefined && { cty }),
    })
    .setContentEncryptionKey(raw)
    .encrypt(publicKey);
  return { jwe, contentKey: await importContentKey(raw) };
}

/**
 * Decrypts a compact JWE with one of the keys. `kid` selects the key; without it every usable key is tried, newest first,
 * so that senders with the previous key still work.
 *
 * Every failure is the same {@link JweError} and costs the same work, whatever the cause: one private-key operation and
 * one content decryption per usable key.
 *
 * @throws {JweError} any invalid JWE
 * @throws {TypeError} a key set without a private `RSA_OAEP_256` key, or invalid options
 *
 * @example
 * ```ts
 * const { payload, contentKey } = await decryptJwe(body, keys, { now: Date.now() });
 * ```
 */
export function decryptJwe(compact: string, keys: KeySet, options: DecryptOptions): Promise<DecryptedJwe> {
  return decryptJweWith(compact, keys, options, (plaintext) => decodeJson(plaintext, options.parse));
}

/** Like {@link decryptJwe}, with a function that reads the plaintext and returns undefined if it is invalid. */
export async function decryptJweWith<Payload>(
  compact: string,
  keys: KeySet,
  options: DecryptOptions,
  read: (plaintext: Bytes) => { readonly value: Payload } | undefined,
): Promise<DecryptedJwe<Payload>> {
  const maxLength = readMaxLength(options.maxLength);
  const decryptionKeys = keys.keys.filter(canDecrypt);
  const usable = keys.usable('PAYLOAD_ENCRYPTION', options.now).filter(canDecrypt);
  const spare = decryptionKeys[0];
  if (spare === undefined) throw new TypeError('The key set must contain a private RSA_OAEP_256 key.');

  const parsed = parseJwe(compact, 'RSA-OAEP-256', maxLength);
  const kid = parsed?.header.kid;
  const chosen = parsed === undefined ? [] : usable.filter((key) => kid === undefined || key.keyId === kid);
  for (const key of chosen) {
    const contentKey = await unwrapContentKey(key, parsed?.encryptedKey);
    const plaintext = parsed && (await decryptContent(contentKey, parsed));
    const payload = plaintext && read(plaintext);
    if (parsed && payload) return { payload: payload.value, contentKey, header: parsed.header };
  }

  // The same work for the remaining keys, so that the response time does not depend on the cause.
  const rest = usable.length > 0 ? usable.filter((key) => !chosen.includes(key)) : [spare];
  const decoy = parsed ?? decoyOf(compact, maxLength);
  for (const key of rest) await decryptContent(await unwrapContentKey(key, undefined), decoy);
  throw new JweError();
}

type DecryptionKey = VersionedKey & { readonly privateKey: CryptoKey };

function canDecrypt(key: VersionedKey): key is DecryptionKey {
  return key.algorithm === 'RSA_OAEP_256' && key.privateKey !== undefined;
}

/**
 * Returns the content key of a request, or a random one if the encrypted key is invalid, so that the failure shows only at
 * the authentication tag (RFC 7516 §11.5). Without an encrypted key it decrypts a decoy, which takes the same time.
 */
async function unwrapContentKey(key: DecryptionKey, encryptedKey: Bytes | undefined): Promise<ContentKey> {
  const modulus = await modulusOf(key.publicKey);
  const fallback = randomContentKey();
  const wrapped = encryptedKey && isBelow(encryptedKey, modulus) ? encryptedKey : decoyKey(modulus.length);
  const unwrapped = await crypto.subtle
    .decrypt({ name: 'RSA-OAEP' }, key.privateKey, wrapped)
    .then((raw) => new Uint8Array(raw))
    .catch(() => fallback);
  return importContentKey(unwrapped.length === CONTENT_KEY_BYTES ? unwrapped : fallback);
}

/** Tells whether a number is below the modulus and can be decrypted. Both are big-endian and public. */
function isBelow(number: Bytes, modulus: Bytes): boolean {
  if (number.length !== modulus.length) return false;
  const at = number.findIndex((byte, index) => byte !== modulus[index]);
  return at >= 0 && (number[at] ?? 0) < (modulus[at] ?? 0);
}

/** Returns a random number below the modulus: RSA rejects larger numbers without any work. */
function decoyKey(size: number): Bytes {
  const bytes = crypto.getRandomValues(new Uint8Array(size));
  bytes[0] = 0;
  return bytes;
}

/** Returns content of about the size of the rejected text. */
function decoyOf(
  compact: unknown,
  maxLength: number,
): Pick<ParsedJwe, 'protectedHeader' | 'iv' | 'ciphertext' | 'tag'> {
  const length = typeof compact === 'string' ? Math.min(compact.length, maxLength) : 0;
  return {
    protectedHeader: '',
    iv: new Uint8Array(IV_BYTES),
    ciphertext: new Uint8Array(Math.floor((length * 3) / 4)),
    tag: new Uint8Array(TAG_BYTES),
  };
}
