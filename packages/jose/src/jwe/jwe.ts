import { CompactEncrypt } from 'jose';
import { type Bytes, decodeJson, encodeJson, readMaxLength } from '../compact.ts';
import { JweError } from '../errors.ts';
import { algorithmOf, assertSoundKey, modulusOf } from '../keys/algorithms.ts';
import type { KeySet, VersionedKey } from '../keys/key-set.ts';
import { CONTENT_KEY_BYTES, type ContentKey, decryptContent, importContentKey, randomContentKey } from './content.ts';
import { type Envelope, IV_BYTES, type JweHeader, parseEnvelope, TAG_BYTES } from './envelope.ts';

/** Whom a JWE is for. */
export interface Recipient {
  /** An `RSA_OAEP_256` key. */
  readonly publicKey: CryptoKey;
  /** Becomes the `kid`; without it the receiver tries the keys it has. */
  readonly keyId?: string;
}

/** A sealed request, and the key under which its answer comes back. */
export interface EncryptedJwe {
  readonly jwe: string;
  readonly contentKey: ContentKey;
}

/** How to open an envelope. */
export interface DecryptOptions {
  /** Milliseconds since the Unix epoch: decides which versions of the keys still serve. */
  readonly now: number;
  /** Longest text taken, in characters; 3 MiB unless given. */
  readonly maxLength?: number;
  /**
   * Reads the text of the payload; `JSON.parse` unless given. A `SyntaxError` makes the envelope a bad one, whatever else
   * it throws is thrown on: so a caller can look at a payload before it is parsed.
   */
  readonly parse?: (text: string) => unknown;
}

/** What was in a JWE. */
export interface DecryptedJwe<Payload = unknown> {
  readonly payload: Payload;
  /** Seals the direct answer. */
  readonly contentKey: ContentKey;
  readonly header: JweHeader;
}

/**
 * Seals a JSON value for a recipient: compact JWE, `RSA-OAEP-256` with `A256GCM` (RFC 7516 §5.1).
 *
 * @throws {TypeError} a value JSON cannot carry, or a key that is no `RSA_OAEP_256` public key
 * @throws {KeyError} an RSA key below 2048 bits
 * @example
 * const { publicKey, keyId } = await importPublishedKey(published);
 * const { jwe, contentKey } = await encryptJwe({ pin: '1234' }, { publicKey, keyId });
 */
export async function encryptJwe(plaintext: unknown, recipient: Recipient): Promise<EncryptedJwe> {
  return encryptJweBytes(encodeJson(plaintext), recipient);
}

/** As {@link encryptJwe}, for bytes; `cty` says what they are. */
export async function encryptJweBytes(plaintext: Bytes, recipient: Recipient, cty?: string): Promise<EncryptedJwe> {
  const { publicKey, keyId } = recipient;
  if (publicKey.type !== 'public' || algorithmOf(publicKey) !== 'RSA_OAEP_256') {
    throw new TypeError('publicKey must be an RSA_OAEP_256 public key');
  }
  assertSoundKey(publicKey);
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
 * Opens a compact JWE that was sealed to one of the keys. `kid` picks the key; without it every usable key is tried,
 * newest first, so that a sender who still holds the key of yesterday is understood.
 *
 * Every failure is the same {@link JweError} and costs the same work: one private-key operation and one content
 * decryption for each usable key, whatever was wrong.
 *
 * @throws {JweError} whatever is wrong with the JWE
 * @throws {TypeError} a key set without a private `RSA_OAEP_256` key, or bad options
 * @example
 * const { payload, contentKey } = await decryptJwe(jwe, keys, { now: Date.now() });
 */
export function decryptJwe(compact: string, keys: KeySet, options: DecryptOptions): Promise<DecryptedJwe> {
  return decryptJweWith(compact, keys, options, (plaintext) => decodeJson(plaintext, options.parse));
}

/** As {@link decryptJwe}, with another way to read the plaintext; `read` answers undefined to refuse it. */
export async function decryptJweWith<Payload>(
  compact: string,
  keys: KeySet,
  options: DecryptOptions,
  read: (plaintext: Bytes) => { readonly value: Payload } | undefined,
): Promise<DecryptedJwe<Payload>> {
  const maxLength = readMaxLength(options.maxLength);
  const holders = keys.keys.filter(canDecrypt);
  const usable = keys.usable('PAYLOAD_ENCRYPTION', options.now).filter(canDecrypt);
  const spare = holders[0];
  if (spare === undefined) throw new TypeError('The key set has no private RSA_OAEP_256 key');

  const envelope = parseEnvelope(compact, 'RSA-OAEP-256', maxLength);
  const kid = envelope?.header.kid;
  const chosen = envelope === undefined ? [] : usable.filter((key) => kid === undefined || key.keyId === kid);
  for (const key of chosen) {
    const contentKey = await unwrapContentKey(key, envelope?.encryptedKey);
    const plaintext = envelope && (await decryptContent(contentKey, envelope));
    const payload = plaintext && read(plaintext);
    if (envelope && payload) return { payload: payload.value, contentKey, header: envelope.header };
  }

  // The work that an envelope for the other keys would have caused; a clock outside sees no difference.
  const rest = usable.length > 0 ? usable.filter((key) => !chosen.includes(key)) : [spare];
  const decoy = envelope ?? decoyOf(compact, maxLength);
  for (const key of rest) await decryptContent(await unwrapContentKey(key, undefined), decoy);
  throw new JweError();
}

type DecryptionKey = VersionedKey & { readonly privateKey: CryptoKey };

function canDecrypt(key: VersionedKey): key is DecryptionKey {
  return key.algorithm === 'RSA_OAEP_256' && key.privateKey !== undefined;
}

/**
 * The content key of a request, or a random one when the encrypted key is no good, so that the failure shows at the
 * tag and nowhere else (RFC 7516 §11.5). Without an encrypted key it opens a decoy, for the time that takes.
 */
async function unwrapContentKey(key: DecryptionKey, encryptedKey: Bytes | undefined): Promise<ContentKey> {
  const modulus = await modulusOf(key.publicKey);
  const fallback = randomContentKey();
  const wrapped = encryptedKey && isBelow(encryptedKey, modulus) ? encryptedKey : decoyKey(modulus.length);
  const opened = await crypto.subtle
    .decrypt({ name: 'RSA-OAEP' }, key.privateKey, wrapped)
    .then((raw) => new Uint8Array(raw))
    .catch(() => fallback);
  return importContentKey(opened.length === CONTENT_KEY_BYTES ? opened : fallback);
}

/** Whether a number may be decrypted at all; both are big-endian and public. */
function isBelow(number: Bytes, modulus: Bytes): boolean {
  if (number.length !== modulus.length) return false;
  const at = number.findIndex((byte, index) => byte !== modulus[index]);
  return at >= 0 && (number[at] ?? 0) < (modulus[at] ?? 0);
}

/** A random number below the modulus, which RSA therefore has to work on; anything above is refused for free. */
function decoyKey(size: number): Bytes {
  const bytes = crypto.getRandomValues(new Uint8Array(size));
  bytes[0] = 0;
  return bytes;
}

/** Content of about the size that the rejected text would have had. */
function decoyOf(compact: unknown, maxLength: number): Pick<Envelope, 'protectedHeader' | 'iv' | 'ciphertext' | 'tag'> {
  const length = typeof compact === 'string' ? Math.min(compact.length, maxLength) : 0;
  return {
    protectedHeader: '',
    iv: new Uint8Array(IV_BYTES),
    ciphertext: new Uint8Array(Math.floor((length * 3) / 4)),
    tag: new Uint8Array(TAG_BYTES),
  };
}
