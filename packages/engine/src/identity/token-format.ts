import type { Random } from '../ports/index.ts';

const BEARER = /^([A-Za-z0-9_-]{1,344})\.[A-Za-z0-9_-]{8,256}$/;

/** 32 random bytes: nobody guesses one, so that a plain digest is enough at rest. */
const RANDOM_BYTES = 32;

/**
 * The text of a token or api-key: the client's id, then the secret. The id lets the store look the token up within
 * its client.
 */
export function formatToken(clientId: string, secret: string): string {
  const bytes = new TextEncoder().encode(clientId);
  const base64 = btoa(String.fromCharCode(...bytes));
  return `${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}.${secret}`;
}

export function newTokenText(random: Random, clientId: string): string {
  return formatToken(clientId, random.token(RANDOM_BYTES));
}

/** The client that a bearer text claims to belong to; undefined when it is not one. */
export function clientIdOf(text: string): string | undefined {
  const encoded = BEARER.exec(text)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const clientId = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // One spelling only: what does not encode back is not ours, nor is text that a database refuses.
    return formatToken(clientId, '').slice(0, -1) === encoded && !clientId.includes('\0') ? clientId : undefined;
  } catch {
    return undefined;
  }
}
