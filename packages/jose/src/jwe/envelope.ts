import { type Bytes, decodeHeader, decodeSegment, hasSoundKeyId, type JsonObject, splitCompact } from '../compact.ts';

/** The header of an accepted JWE. Members that the envelope gives no meaning to are kept as they came. */
export interface JweHeader {
  readonly alg: 'RSA-OAEP-256' | 'dir';
  readonly enc: 'A256GCM';
  /** Names the key that the sender used. */
  readonly kid?: string;
  /** Media type of the plaintext, when the sender states it. */
  readonly cty?: string;
  readonly [member: string]: unknown;
}

/** The five segments of a compact JWE, decoded. */
export interface Envelope {
  readonly header: JweHeader;
  /** The header as it came: the additional authenticated data. */
  readonly protectedHeader: string;
  readonly encryptedKey: Bytes;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
  readonly tag: Bytes;
}

export const IV_BYTES = 12;
export const TAG_BYTES = 16;

/**
 * Header members that change how a JWE is read. `crit` and `zip` because no extension is understood and compressed
 * plaintext leaks its content by its length; the rest belong to algorithms that are not accepted.
 */
const REFUSED_MEMBERS = ['crit', 'zip', 'p2c', 'p2s', 'epk', 'apu', 'apv', 'iv', 'tag', 'b64'];

function isAcceptedHeader(header: JsonObject, alg: JweHeader['alg']): boolean {
  if (header.alg !== alg || header.enc !== 'A256GCM' || !hasSoundKeyId(header)) return false;
  return !REFUSED_MEMBERS.some((member) => Object.hasOwn(header, member));
}

/**
 * Takes a compact JWE apart and checks all that can be checked without a key.
 *
 * @returns undefined when anything is not as it must be; never says what
 */
export function parseEnvelope(compact: unknown, alg: JweHeader['alg'], maxLength: number): Envelope | undefined {
  const segments = splitCompact(compact, 5, maxLength);
  if (segments === undefined) return undefined;
  const [protectedHeader = '', ...rest] = segments;
  const header = decodeHeader(protectedHeader);
  if (header === undefined || !isAcceptedHeader(header, alg)) return undefined;
  const [encryptedKey, iv, ciphertext, tag] = rest.map(decodeSegment);
  if (encryptedKey === undefined || ciphertext === undefined) return undefined;
  if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES) return undefined;
  // Direct encryption has no key to carry (RFC 7516 §5.2 step 10); key encryption must carry one.
  if ((alg === 'dir') !== (encryptedKey.length === 0)) return undefined;
  return { header: Object.freeze(header) as JweHeader, protectedHeader, encryptedKey, iv, ciphertext, tag };
}
