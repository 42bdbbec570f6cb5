import type { RawRequest } from '../../src/gateway/message.ts';

/** Builds a raw request; objects become JSON. */
export function request(
  method: string,
  target: string,
  headers: Record<string, string> = {},
  body?: string | object,
): RawRequest {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = body !== undefined && typeof body !== 'string' ? { 'content-type': 'application/json' } : {};
  const all = { authorization: 'Bearer example-token', ...type, ...headers };
  return { method, target, headers: Object.entries(all), body: new TextEncoder().encode(text) };
}

/** A compact JWE with the given parts, well-formed on the outside. */
export function envelope(header: object, iv = 'MTIzNDU2Nzg5MDEy', key = 'a2V5'): string {
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');
  return [protectedHeader, key, iv, 'Y2lwaGVy', 'MTIzNDU2Nzg5MDEyMzQ1Ng'].join('.');
}
