import { base64url } from 'jose';

/** Default maximum length of a compact serialization, in characters: enough for a 1 MiB face map that is encoded twice. */
export const DEFAULT_MAX_LENGTH: number = 3 * 1024 * 1024;

/** Maximum length of a header, in characters. Longer headers would only keep the parser busy. */
const MAX_HEADER_LENGTH = 8192;

/** Bytes in an `ArrayBuffer`, as web crypto requires. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A JSON object with unchecked members. */
export type JsonObject = Readonly<Record<string, unknown>>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Splits a compact serialization. Returns undefined if it is not a string, too long, or has another number of parts. */
export function splitCompact(compact: unknown, segments: number, maxLength: number): string[] | undefined {
  if (typeof compact !== 'string' || compact.length > maxLength) return undefined;
  const parts = compact.split('.', segments + 1);
  return parts.length === segments ? parts : undefined;
}

/**
 * Decodes a base64url segment. Accepts exactly one encoding per value: returns undefined for padding, other alphabets and
 * unused bits in the last character, so that two different texts are never the same JWE or JWS.
 */
export function decodeSegment(segment: string): Bytes | undefined {
  if (/[^A-Za-z0-9_-]/.test(segment)) return undefined;
  const tail = segment.length % 4;
  const last = segment.at(-1) ?? '';
  if (tail === 1 || (tail === 2 && !'AQgw'.includes(last)) || (tail === 3 && !'AEIMQUYcgkosw048'.includes(last))) {
    return undefined;
  }
  return base64url.decode(segment) as Bytes;
}

/** Decodes a JOSE header, a JSON object in UTF-8. Returns undefined for anything else. */
export function decodeHeader(segment: string): JsonObject | undefined {
  if (segment.length > MAX_HEADER_LENGTH) return undefined;
  const bytes = decodeSegment(segment);
  const value = bytes && decodeJson(bytes)?.value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** Parses JSON. Returns an object, so that `null` differs from invalid JSON. Errors of `parse` other than `SyntaxError` are rethrown. */
export function decodeJson(
  bytes: Uint8Array,
  parse: (text: string) => unknown = JSON.parse,
): { readonly value: unknown } | undefined {
  const text = decodeText(bytes);
  try {
    return text === undefined ? undefined : { value: parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Encodes a value as UTF-8 JSON. @throws {TypeError} a value that JSON cannot represent (undefined, function, BigInt, cycle) */
export function encodeJson(value: unknown): Bytes {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('The payload must be a value that JSON can represent.');
  return new TextEncoder().encode(text) as Bytes;
}

/** Tells whether `kid` is absent or a string. */
export function hasValidKeyId(header: JsonObject): boolean {
  return header.kid === undefined || typeof header.kid === 'string';
}

/** Validates `maxLength`. @throws {TypeError} when it is not a positive integer */
export function readMaxLength(maxLength: number | undefined): number {
  if (maxLength === undefined) return DEFAULT_MAX_LENGTH;
  if (!Number.isSafeInteger(maxLength) || maxLength < 1) {
    throw new TypeError(`maxLength must be a positive integer, such as ${DEFAULT_MAX_LENGTH}.`);
  }
  return maxLength;
}
