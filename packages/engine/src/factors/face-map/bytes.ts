const MAX_BYTES = 1024 * 1024;
const MAX_TEXT = Math.ceil(MAX_BYTES / 3) * 4;

/**
 * Decodes a face map: RFC 4648 base64, not empty, at most 1 MiB. Returns undefined for anything else. The largest takes a few
 * milliseconds of the event loop.
 * @example
 * faceMapBytes('AQID'); // Uint8Array [1, 2, 3]
 */
export function faceMapBytes(base64: string): Uint8Array | undefined {
  if (base64.length === 0 || base64.length > MAX_TEXT) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  // The decoder skips characters that are not base64. Only the canonical text (RFC 4648 section 3.5) encodes back to itself.
  return bytes.length <= MAX_BYTES && bytes.toString('base64') === base64 ? bytes : undefined;
}
