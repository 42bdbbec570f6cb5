import { type ContentKey, encryptJwe, importPublishedKey, type PublishedKey } from '@sca-kit/jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ApiResponse, expectErrorResponse, openTestServer, UNKNOWN_ID } from './support/test-server.ts';

const server = openTestServer();
const { call, paths } = server;
const JOSE = { 'content-type': 'application/jose+json', 'x-tw-jose-method': 'jwe' };

let key: { publicKey: CryptoKey; keyId: string };
beforeAll(async () => {
  const query = 'algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION';
  const published = await call('GET', `/v1/auth/jose/response/public-keys?${query}`, {});
  key = await importPublishedKey(published.body as PublishedKey);
});

describe('JWE request bodies', () => {
  const verify = (body: string, headers: Readonly<Record<string, string>> = JOSE): Promise<ApiResponse> =>
    call('POST', paths.verifyPin(), { headers: { 'one-time-token': UNKNOWN_ID, ...headers }, body });
  const encrypt = async (): Promise<{ jwe: string; contentKey: ContentKey }> => encryptJwe({ pin: '4821' }, key);

  it('decrypts a valid JWE', async () => {
    expectErrorResponse(await verify((await encrypt()).jwe), 404, 'one.time.token.not.found');
  });

  it.each([
    ['plain text', () => 'hello'],
    ['plain JSON', () => '{"pin":"4821"}'],
    ['four segments', (segments: string[]) => segments.slice(0, 4).join('.')],
    ['six segments', (segments: string[]) => [...segments, 'AAAA'].join('.')],
    ['an empty header', (segments: string[]) => ['', ...segments.slice(1)].join('.')],
    ['a header that is not JSON', (segments: string[]) => ['AAAA', ...segments.slice(1)].join('.')],
    ['another key', (segments: string[]) => replaced(segments, 1)],
    ['another IV', (segments: string[]) => replaced(segments, 2)],
    ['another ciphertext', (segments: string[]) => replaced(segments, 3)],
    ['another tag', (segments: string[]) => replaced(segments, 4)],
    ['a short tag', (segments: string[]) => [...segments.slice(0, 4), segments[4]?.slice(0, 8)].join('.')],
    ['no key', (segments: string[]) => [segments[0], '', ...segments.slice(2)].join('.')],
    ['another algorithm', (segments: string[]) => withHeader(segments, { alg: 'RSA1_5' })],
    ['no algorithm', (segments: string[]) => withHeader(segments, { alg: 'none' })],
    ['another encryption', (segments: string[]) => withHeader(segments, { enc: 'A128CBC-HS256' })],
    ['compression', (segments: string[]) => withHeader(segments, { zip: 'DEF' })],
    ['critical extensions', (segments: string[]) => withHeader(segments, { crit: ['exp'], exp: 1 })],
    ['a password', (segments: string[]) => withHeader(segments, { alg: 'PBES2-HS256+A128KW', p2c: 1_000_000 })],
    ['an unknown key id', (segments: string[]) => withHeader(segments, { kid: UNKNOWN_ID })],
  ] as const)('returns the same 400 for %s', async (_, broken) => {
    const { jwe } = await encrypt();
    const response = await verify(broken(jwe.split('.')));
    expect([response.status, response.body]).toEqual([
      400,
      { error: 'jwe_error', error_description: 'The JWE or JWS cannot be decrypted or verified.' },
    ]);
  });

  it('returns 400 for a plaintext that the operation does not accept', async () => {
    const { jwe } = await encryptJwe({ pin: 4821 }, key);
    expectErrorResponse(await verify(jwe), 400, 'request.invalid');
  });

  it('returns 400 for another JOSE method or none', async () => {
    const { jwe } = await encrypt();
    const { 'content-type': type } = JOSE;
    expectErrorResponse(await verify(jwe, { 'content-type': type }), 400, 'request.invalid');
    expectErrorResponse(await verify(jwe, { 'content-type': type, 'x-tw-jose-method': 'jws' }), 400, 'request.invalid');
  });
});

function replaced(segments: readonly string[], index: number): string {
  const segment = segments[index] ?? '';
  const other = segment.startsWith('A') ? 'B' : 'A';
  return segments.map((text, at) => (at === index ? other + segment.slice(1) : text)).join('.');
}

function withHeader(segments: readonly string[], change: Readonly<Record<string, unknown>>): string {
  const header: unknown = JSON.parse(Buffer.from(segments[0] ?? '', 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...(header as object), ...change })).toString('base64url');
  return [changed, ...segments.slice(1)].join('.');
}
