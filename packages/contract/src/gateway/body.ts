import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { isJson, parseContentType } from './media-type.ts';
import type { Fault } from './violation.ts';

/** A body as the validators want it, or the reason why it cannot be read. */
export type ReadBody = { readonly value: unknown } | { readonly fault: Fault };

const MAX_DECODED = 16 * 1024 * 1024;

/**
 * Reads a body by its content type: JSON is parsed; a sealed body, a form and everything else stays text. An empty
 * body is no body, whatever the content type says.
 */
export function readBody(bytes: Uint8Array, contentType: string | undefined, coding: string | undefined): ReadBody {
  if (bytes.byteLength === 0) return { value: undefined };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(decode(bytes, coding));
  } catch {
    return { fault: { location: 'body', code: 'encoding', message: 'The body cannot be decoded as UTF-8 text.' } };
  }
  const type = parseContentType(contentType);
  if (!type || !isJson(type.essence)) return { value: text };
  const charset = type.parameters.get('charset')?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8') return { fault: WRONG_CHARSET };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { fault: { location: 'body', code: 'json', message: 'The body is not valid JSON.' } };
  }
}

/** RFC 8259, section 8.1. */
const WRONG_CHARSET: Fault = {
  location: 'header.content-type',
  code: 'charset',
  message: 'The charset of a JSON body is always UTF-8; another one is named.',
};

function decode(bytes: Uint8Array, coding: string | undefined): Uint8Array {
  const limit = { maxOutputLength: MAX_DECODED };
  switch (coding?.trim().toLowerCase() ?? 'identity') {
    case 'identity':
    case '':
      return bytes;
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(bytes, limit);
    case 'deflate':
      return inflateSync(bytes, limit);
    case 'br':
      return brotliDecompressSync(bytes, limit);
    default:
      throw new TypeError('The content coding is not known.');
  }
}
