import type { Bytes } from '../compact.ts';
import type { ParsedJwe } from './parse-jwe.ts';

/** A content encryption key: AES-256 for GCM. Not extractable, so that no log or error can print it. */
export type ContentKey = CryptoKey;

export const CONTENT_KEY_BYTES = 32;

/** Returns 256 random bits. */
export function randomContentKey(): Bytes {
  return crypto.getRandomValues(new Uint8Array(CONTENT_KEY_BYTES));
}

/**
 * Imports the 32 bytes of a content encryption key.
 *
 * @throws {TypeError} when `raw` has another length
 *
 * @example
 * ```ts
 * const contentKey = await importContentKey(crypto.getRandomValues(new Uint8Array(32)));
 * ```
 */
export async function importContentKey(raw: Uint8Array): Promise<ContentKey> {
  if (raw.length !== CONTENT_KEY_BYTES)
    throw new TypeError(`A content key must have ${CONTENT_KEY_BYTES} bytes (got ${raw.length}).`);
  return crypto.subtle.importKey('raw', raw as Bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Decrypts the content of a JWE (RFC 7518 §5.3). Returns undefined when the authentication tag is invalid. */
export async function decryptContent(
  key: ContentKey,
  jwe: Pick<ParsedJwe, 'protectedHeader' | 'iv' | 'ciphertext' | 'tag'>,
): Promise<Bytes | undefined> {
  const { protectedHeader, iv, ciphertext, tag } = jwe;
  const encrypted = new Uint8Array(ciphertext.length + tag.length);
  encrypted.set(ciphertext);
  encrypted.set(tag, ciphertext.length);
  const additionalData = new TextEncoder().encode(protectedHeader) as Bytes;
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, encrypted));
  } catch {
    return undefined;
  }
}
