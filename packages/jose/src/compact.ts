import { base64url } from 'jose';

/** Longest compact serialization read when the caller sets no limit, in characters: room for a 1 MiB face map twice encoded. */
export const DEFAULT_MAX_LENGTH: number = 3 * 1024 * 1024;

/** Longest header read, in characters: a key is named in far fewer, and a parser can be kept busy with more. */
const MAX_HEADER_LENGTH = 8192;

/** Bytes in memory of their own, which web crypto insists on. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A JSON object whose members have not been looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The segments of a compact serialization; undefined when it is no text, too long, or has another number of them. */
export function splitCompact(compact: unknown, segments: number, maxLength: number): string[] | undefined {
  if (typeof compact !== 'string' || compact.length > maxLength) return undefined;
  const parts = compact.split('.', segments + 1);
  return parts.length === segments ? parts : undefined;
}

/**
 * Decodes one base64url segment, or gives undefined. Accepts exactly one spelling per value: padding, other alphabets
 * and stray bits in the last character are refused, so that no two texts pass for the same envelope.
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

/** The JOSE header of a segment: a JSON object in UTF-8, or undefined. */
export function decodeHeader(segment: string): JsonObject | undefined {
  if (segment.length > MAX_HEADER_LENGTH) return undefined;
  const bytes = decodeSegment(segment);
  const value = bytes && decodeJson(bytes)?.value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The JSON value in `bytes`, wrapped so that `null` and "no JSON" stay apart. What else `parse` throws is thrown on. */
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

/** UTF-8 JSON of a value. @throws {TypeError} when JSON has no form for it (undefined, function, BigInt, cycle) */
export function encodeJson(value: unknown): Bytes {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('The payload must be a value that JSON can carry');
  return new TextEncoder().encode(text) as Bytes;
}

/** Whether a header names a key the way it must: not at all, or with a text. */
export function hasSoundKeyId(header: JsonObject): boolean {
  return header.kid === undefined || typeof header.kid === 'string';
}

/** Checks a caller's `maxLength`. @throws {TypeError} when it is no positive whole number */
export function readMaxLength(maxLength: number | undefined): number {
  if (maxLength === undefined) return DEFAULT_MAX_LENGTH;
  if (!Number.isSafeInteger(maxLength) || maxLength < 1) {
    throw new TypeError(`maxLength must be a positive whole number of characters, such as ${DEFAULT_MAX_LENGTH}`);
  }
  return maxLength;
}
