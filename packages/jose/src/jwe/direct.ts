import { CompactEncrypt, compactDecrypt } from 'jose';
import { decodeJson, encodeJson, readMaxLength } from '../compact.ts';
import { JweError } from '../errors.ts';
import type { ContentKey } from './content.ts';
import { type JweHeader, parseEnvelope } from './envelope.ts';

/** What was in a directly encrypted JWE. */
export interface DecryptedDirect {
  readonly payload: unknown;
  readonly header: JweHeader;
}

function assertContentKey(key: ContentKey): void {
  const { name, length } = key.algorithm as { name: string; length?: number };
  if (key.type !== 'secret' || name !== 'AES-GCM' || length !== 256) {
    throw new TypeError('contentKey must be an AES-256-GCM key, such as encryptJwe and decryptJwe return');
  }
}

/**
 * Seals an answer under the content key of its request: `{"alg":"dir","enc":"A256GCM"}`. The initialization vector is
 * random and new on every call; a repeated one would give both plaintexts away (NIST SP 800-38D §8).
 *
 * @throws {TypeError} a value JSON cannot carry, or a key of another kind
 * @example
 * const { payload, contentKey } = await decryptJwe(requestBody, keys, { now: Date.now() });
 * const responseBody = await encryptDirect({ received: payload }, contentKey);
 */
export async function encryptDirect(value: unknown, contentKey: ContentKey): Promise<string> {
  assertContentKey(contentKey);
  return new CompactEncrypt(encodeJson(value)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(contentKey);
}

/**
 * Opens an answer that was sealed under the content key of a request.
 *
 * @param options `maxLength`: longest text taken, in characters; 3 MiB unless given
 * @throws {JweError} whatever is wrong with the JWE
 * @throws {TypeError} a key of another kind, or bad options
 * @example
 * const { jwe, contentKey } = await encryptJwe({ pin: '1234' }, recipient);
 * const { payload } = await decryptDirect(await send(jwe), contentKey);
 */
export async function decryptDirect(
  compact: string,
  contentKey: ContentKey,
  options: { readonly maxLength?: number } = {},
): Promise<DecryptedDirect> {
  assertContentKey(contentKey);
  const envelope = parseEnvelope(compact, 'dir', readMaxLength(options.maxLength));
  if (envelope === undefined) throw new JweError();
  const opened = await compactDecrypt(compact, contentKey, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
    maxDecompressedLength: 0,
  }).catch(() => undefined);
  const payload = opened && decodeJson(opened.plaintext);
  if (payload === undefined) throw new JweError();
  return { payload: payload.value, header: envelope.header };
}
