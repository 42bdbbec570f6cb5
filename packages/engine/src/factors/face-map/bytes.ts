const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const MAX_BYTES = 1024 * 1024;
const MAX_TEXT = Math.ceil(MAX_BYTES / 3) * 4;

/** The bytes of a face map: RFC 4648 base64, not empty, 1 MiB at most; undefined for anything else. */
export function faceMapBytes(base64: string): Uint8Array | undefined {
  if (base64.length === 0 || base64.length > MAX_TEXT || !BASE64.test(base64)) return undefined;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return bytes.length <= MAX_BYTES ? bytes : undefined;
}
