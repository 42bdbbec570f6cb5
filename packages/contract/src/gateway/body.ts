import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { isJson, isMultipartForm, parseContentType, parseNumber } from '@sca-kit/openapi';
import { isJsonLines, isText } from './media-type.ts';
import type { ValidationError } from './violation.ts';

/** A body as the validators want it, or the reason why it cannot be read. */
export type ReadBody = { readonly value: unknown } | { readonly error: ValidationError };

const MAX_DECODED = 16 * 1024 * 1024;

/**
 * Reads a body by its content type: JSON is parsed; an encrypted body, a form and everything else stays text, in which each
 * octet of a body that is none, such as a picture, stands as one character. An empty body is no body, whatever the
 * content type says.
 */
export function readBody(bytes: Uint8Array, contentType: string | undefined, coding: string | undefined): ReadBody {
  if (bytes.byteLength === 0) return { value: undefined };
  let octets: Uint8Array;
  try {
    octets = decode(bytes, coding);
  } catch {
    return unreadable('encoding', 'The body cannot be decoded by its Content-Encoding.');
  }
  const type = parseContentType(contentType);
  const essence = type?.essence ?? '';
  const charset = type?.parameters.get('charset')?.toLowerCase();
  if (isJson(essence)) return readJson(octets, charset);
  // The fields of such a form are UTF-8 (RFC 7578, section 5.1.2), whatever octets the files between them hold.
  if (isMultipartForm(essence)) return { value: new TextDecoder().decode(octets) };
  if (charset !== undefined || isText(essence) || isJsonLines(essence)) return readText(octets, charset ?? 'utf-8');
  const text = readText(octets, 'utf-8');
  return 'error' in text ? { value: Buffer.from(octets).toString('latin1') } : text;
}

const unreadable = (code: string, message: string): ReadBody => ({ error: { location: 'body', code, message } });

function readText(octets: Uint8Array, charset: string): ReadBody {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    return { error: { location: 'header.content-type', code: 'charset', message: 'The charset is unknown.' } };
  }
  try {
    return { value: decoder.decode(octets) };
  } catch {
    return unreadable('encoding', `The body cannot be decoded as ${decoder.encoding.toUpperCase()} text.`);
  }
}

/** RFC 8259, section 8.1. */
const WRONG_CHARSET: ValidationError = {
  location: 'header.content-type',
  code: 'charset',
  message: 'The charset of a JSON body must be UTF-8 (RFC 8259, section 8.1).',
};

function readJson(octets: Uint8Array, charset = 'utf-8'): ReadBody {
  if (charset !== 'utf-8') return { error: WRONG_CHARSET };
  const read = readText(octets, charset);
  if ('error' in read) return read;
  // The decoder removes the byte order mark, so it is checked on the bytes.
  if (BYTE_ORDER_MARK.every((octet, at) => octets[at] === octet)) {
    return unreadable('json', 'The body begins with a byte order mark, which JSON does not allow.');
  }
  const text = String(read.value);
  try {
    const value = parseJson(text);
    return hasDuplicateName(text)
      ? unreadable('duplicate-name', 'An object in the body has two members with the same name.')
      : { value };
  } catch {
    return unreadable('json', 'The body is not valid JSON.');
  }
}

/** Integers around the bounds of int64 are told apart by their text. */
const parseJson = (text: string): unknown => (/\d{19}/.test(text) ? JSON.parse(text, reviveNumber) : JSON.parse(text));

const reviveNumber = (_: string, value: unknown, context?: { readonly source: string }): unknown =>
  typeof value === 'number' && context ? parseNumber(context.source) : value;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Whether an object in a valid JSON text has two members of one name, of which each reader takes another. */
function hasDuplicateName(text: string): boolean {
  // The names in each object that is open; undefined for an array.
  const open: (Set<unknown> | undefined)[] = [];
  let last = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      last = text.slice(at, end);
      at = end - 1;
    } else if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(undefined);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ':') {
      const names = open.at(-1);
      const name: unknown = JSON.parse(last);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}

/** By hand: a pattern for strings with escapes overflows the stack where one is megabytes long. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Undoes the codings in the order in which they were applied, the last one first (RFC 9110, section 8.4). */
const decode = (bytes: Uint8Array, codings = ''): Uint8Array =>
  codings
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .reduceRight((octets, coding) => decodeOne(octets, coding), bytes);

function decodeOne(bytes: Uint8Array, coding: string): Uint8Array {
  const limit = { maxOutputLength: MAX_DECODED };
  switch (coding) {
    case 'identity':
    case '':
      return bytes;
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(bytes, limit);
    case 'deflate':
      // Many senders leave out the zlib header that RFC 9110, section 8.4.1.2, asks for; its first byte is 0x?8.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
    case 'br':
      return brotliDecompressSync(bytes, limit);
    case 'zstd':
      return zstdDecompressSync(bytes, limit);
    default:
      throw new TypeError('The content coding is unknown.');
  }
}
