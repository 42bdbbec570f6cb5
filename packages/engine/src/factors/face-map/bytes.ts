const MAX_BYTES = 1024 * 1024;
const MAX_TEXT = Math.ceil(MAX_BYTES / 3) * 4;

/**
 * The bytes of a face map: RFC 4648 base64, not empty, 1 MiB at most; undefined for anything else. It takes a few
 * milliseconds of the event loop for the largest.
 * @example
 * faceMapBytes('YSBmYWNl')?.length; // 6
 * faceMapBytes('not base64!'); // undefined
 */
export function faceMapBytes(base64: string): Uint8Array | undefined {
  if (base64.length === 0 || base64.length > MAX_TEXT) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  // The decoder passes over what is not base64. Only the canonical text (RFC 4648 section 3.5) is written so again.
  return bytes.length <= MAX_BYTES && bytes.toString('base64') === base64 ? bytes : undefined;
}
