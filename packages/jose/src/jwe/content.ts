import type { Bytes } from '../compact.ts';
import type { Envelope } from './envelope.ts';

/** A content encryption key: AES-256 for GCM. Not extractable, so that no log or error can print it. */
export type ContentKey = CryptoKey;

export const CONTENT_KEY_BYTES = 32;

/** 256 random bits. */
export function randomContentKey(): Bytes {
  return crypto.getRandomValues(new Uint8Array(CONTENT_KEY_BYTES));
}

/**
 * Wraps the 32 bytes of a content encryption key that came from elsewhere.
 *
 * @throws {TypeError} when it has another length
 * @example
 * const contentKey = await importContentKey(crypto.getRandomValues(new Uint8Array(32)));
 */
export async function importContentKey(raw: Uint8Array): Promise<ContentKey> {
  if (raw.length !== CONTENT_KEY_BYTES) throw new TypeError(`A content key has ${CONTENT_KEY_BYTES} bytes`);
  return crypto.subtle.importKey('raw', raw as Bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The plaintext of an envelope under a content key (RFC 7518 §5.3); undefined when the tag does not hold. */
export async function decryptContent(
  key: ContentKey,
  envelope: Pick<Envelope, 'protectedHeader' | 'iv' | 'ciphertext' | 'tag'>,
): Promise<Bytes | undefined> {
  const { protectedHeader, iv, ciphertext, tag } = envelope;
  const sealed = new Uint8Array(ciphertext.length + tag.length);
  sealed.set(ciphertext);
  sealed.set(tag, ciphertext.length);
  const additionalData = new TextEncoder().encode(protectedHeader) as Bytes;
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed));
  } catch {
    return undefined;
  }
}
