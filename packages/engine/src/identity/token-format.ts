import type { Random } from '../ports/index.ts';

const TOKEN = /^([A-Za-z0-9_-]{1,344})\.[A-Za-z0-9_-]{8,256}$/;

/** Most client ids; they need no decoding of UTF-8. */
const ASCII = /^[ -~]+$/;

/** Enough entropy to store an unkeyed digest of the token. */
const RANDOM_BYTES = 32;

/** Returns the text of a token or api-key: client id in base64url, dot, secret. The store looks the token up within the client. */
export function formatToken(clientId: string, secret: string): string {
  const bytes = new TextEncoder().encode(clientId);
  return `${base64Url(String.fromCharCode(...bytes))}.${secret}`;
}

function base64Url(binary: string): string {
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export function newTokenText(random: Random, clientId: string): string {
  return formatToken(clientId, random.token(RANDOM_BYTES));
}

/** Returns the client id in the text of a token; undefined when the text is malformed. */
export function clientIdOf(text: string): string | undefined {
  const encoded = TOKEN.exec(text)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    if (ASCII.test(binary)) return base64Url(binary) === encoded ? binary : undefined;
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const clientId = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // Rejects other spellings of the same id, and the NUL character, which databases do not store.
    return formatToken(clientId, '').slice(0, -1) === encoded && !clientId.includes('\0') ? clientId : undefined;
  } catch {
    return undefined;
  }
}
