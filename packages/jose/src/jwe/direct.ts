import { CompactEncrypt, compactDecrypt } from 'jose';
import { decodeJson, encodeJson, readMaxLength } from '../compact.ts';
import { JweError } from '../errors.ts';
import type { ContentKey } from './content.ts';
import { type JweHeader, parseJwe } from './parse-jwe.ts';

/** Payload and header of a directly encrypted JWE. */
export interface DecryptedDirect {
  readonly payload: unknown;
  readonly header: JweHeader;
}

function assertContentKey(key: ContentKey): void {
  const { name, length } = key.algorithm as { name: string; length?: number };
  if (key.type !== 'secret' || name !== 'AES-GCM' || length !== 256) {
    throw new TypeError('contentKey must be an AES-256-GCM key, such as encryptJwe and decryptJwe return.');
  }
}

/**
 * Encrypts a response with the content key of its request: `{"alg":"dir","enc":"A256GCM"}`. Each call uses a new random
 * initialization vector, because reusing one would reveal both plaintexts (NIST SP 800-38D §8).
 *
 * @param value a JSON value
 * @throws {TypeError} a value that JSON cannot represent, or a key of another type
 *
 * @example
 * ```ts
 * const { payload, contentKey } = await decryptJwe(body, keys, { now: Date.now() });
 * const response = await encryptDirect({ ok: true }, contentKey);
 * ```
 */
export async function encryptDirect(value: unknown, contentKey: ContentKey): Promise<string> {
  assertContentKey(contentKey);
  return new CompactEncrypt(encodeJson(value)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(contentKey);
}

/**
 * Decrypts a response that was encrypted with the content key of a request.
 *
 * @param options `maxLength`: maximum length in characters; defaults to 3 MiB
 * @throws {JweError} any invalid JWE
 * @throws {TypeError} a key of another type, or invalid options
 *
 * @example
 * ```ts
 * const { jwe, contentKey } = await encryptJwe({ pin: '1234' }, recipient);
 * const { payload } = await decryptDirect(await send(jwe), contentKey);
 * ```
 */
export async function decryptDirect(
  compact: string,
  contentKey: ContentKey,
  options: { readonly maxLength?: number } = {},
): Promise<DecryptedDirect> {
  assertContentKey(contentKey);
  const parsed = parseJwe(compact, 'dir', readMaxLength(options.maxLength));
  if (parsed === undefined) throw new JweError();
  const decrypted = await compactDecrypt(compact, contentKey, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
    maxDecompressedLength: 0,
  }).catch(() => undefined);
  const payload = decrypted && decodeJson(decrypted.plaintext);
  if (payload === undefined) throw new JweError();
  return { payload: payload.value, header: parsed.header };
}
