import { type Bytes, decodeHeader, decodeSegment, hasValidKeyId, type JsonObject, splitCompact } from '../compact.ts';

/** Header of a valid JWE, including unknown members. */
export interface JweHeader {
  readonly alg: 'RSA-OAEP-256' | 'dir';
  readonly enc: 'A256GCM';
  /** Id of the key that the sender used. */
  readonly kid?: string;
  /** Media type of the plaintext, if the sender sets it. */
  readonly cty?: string;
  readonly [member: string]: unknown;
}

/** The decoded five parts of a compact JWE. */
export interface ParsedJwe {
  readonly header: JweHeader;
  /** The encoded header: the additional authenticated data. */
  readonly protectedHeader: string;
  readonly encryptedKey: Bytes;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
  readonly tag: Bytes;
}

export const IV_BYTES = 12;
export const TAG_BYTES = 16;

/**
 * Header members that change how a JWE is processed. `crit` and `zip` are rejected because no extension is supported and
 * the length of compressed plaintext leaks its content; the others belong to unsupported algorithms.
 */
const FORBIDDEN_MEMBERS = ['crit', 'zip', 'p2c', 'p2s', 'epk', 'apu', 'apv', 'iv', 'tag', 'b64'];

function isValidHeader(header: JsonObject, alg: JweHeader['alg']): boolean {
  if (header.alg !== alg || header.enc !== 'A256GCM' || !hasValidKeyId(header)) return false;
  return !FORBIDDEN_MEMBERS.some((member) => Object.hasOwn(header, member));
}

/**
 * Parses a compact JWE and checks everything that can be checked without a key.
 *
 * @returns undefined for any invalid JWE, without the reason
 */
export function parseJwe(compact: unknown, alg: JweHeader['alg'], maxLength: number): ParsedJwe | undefined {
  const segments = splitCompact(compact, 5, maxLength);
  if (segments === undefined) return undefined;
  const [protectedHeader = '', ...rest] = segments;
  const header = decodeHeader(protectedHeader);
  if (header === undefined || !isValidHeader(header, alg)) return undefined;
  const [encryptedKey, iv, ciphertext, tag] = rest.map(decodeSegment);
  if (encryptedKey === undefined || ciphertext === undefined) return undefined;
  if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES) return undefined;
  // Direct encryption has no encrypted key (RFC 7516 §5.2 step 10); key encryption must have one.
  if ((alg === 'dir') !== (encryptedKey.length === 0)) return undefined;
  return { header: Object.freeze(header) as JweHeader, protectedHeader, encryptedKey, iv, ciphertext, tag };
}
