import { encryptJwe } from '@sca-kit/jose';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, encryptedFor, PIN, routerFixture, versionedKey } from '../testing/router.fixture.ts';

const PIN_PATH = '/v2/profiles/101/pin';
const PLAYGROUND = '/v1/auth/jose/playground';
const JOSE = { 'content-type': 'application/jose+json' } as const;
const JWE = { ...JOSE, 'x-tw-jose-method': 'jwe' } as const;

const header = (jwe: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwe.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('an encrypted request', () => {
  test('returns 200 encrypted with the content key of the request and a new initialization vector', async () => {
    const { callEncrypted } = await routerFixture();
    const path = `${PLAYGROUND}/jwe-direct-encryption`;
    const responses = [];
    for (let round = 0; round < 5; round += 1) responses.push(await callEncrypted(path, { message: 'hello' }));
    for (const { status, headers, text, decrypted } of responses) {
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/jose+json');
      expect(headers.get('x-tw-jose-method')).toBe('jwe');
      expect(header(text)).toMatchObject({ alg: 'dir', enc: 'A256GCM' });
      expect(decrypted).toEqual({ message: 'jose-playground-response-hello', method: 'POST' });
    }
    expect(new Set(responses.map(({ text }) => text.split('.')[2])).size).toBe(5);
  });

  test('gets another initialization vector when a content key is used twice', async () => {
    const { call } = await routerFixture();
    const { jwe } = await encryptedFor({ message: 'again' });
    const first = await call(`${PLAYGROUND}/jwe-direct-encryption`, { raw: jwe, headers: JWE });
    const second = await call(`${PLAYGROUND}/jwe-direct-encryption`, { raw: jwe, headers: JWE });
    expect(first.text.split('.')[2]).not.toBe(second.text.split('.')[2]);
  });

  test('returns 200 with an encrypted empty object', async () => {
    const { callEncrypted } = await routerFixture({ factors: [] });
    const response = await callEncrypted(PIN_PATH, { pin: PIN });
    expect([response.status, response.decrypted]).toEqual([200, {}]);
  });

  test('returns 204 without a body when the operation has no response body', async () => {
    const { callEncrypted } = await routerFixture({ factors: [] });
    const headers = { accept: 'application/jose+json' };
    expect(await callEncrypted('/v1/user/pin', { pin: PIN }, { headers })).toMatchObject({ status: 204, text: '' });
  });

  test('may have white space around the JWE', async () => {
    const { call } = await routerFixture({ factors: [] });
    const { jwe } = await encryptedFor({ pin: PIN });
    expect((await call(PIN_PATH, { raw: `\n${jwe}\r\n`, headers: JWE })).status).toBe(200);
  });

  test('returns errors as plain JSON', async () => {
    const { callEncrypted } = await routerFixture();
    const response = await callEncrypted(PIN_PATH, { pin: PIN });
    expect([response.status, codeOf(response)]).toEqual([409, 'pin.already.exists']);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.has('x-tw-jose-method')).toBe(false);
  });

  test.each([{}, { pin: '12' }, { pin: 4711 }, [], null, 'pin'])(
    'returns the same 400 request.invalid for the plaintext %j as for plain JSON',
    async (payload) => {
      const { callEncrypted, call } = await routerFixture();
      const encrypted = await callEncrypted(PIN_PATH, payload);
      const plain = await call(PIN_PATH, { json: payload });
      expect([encrypted.status, codeOf(encrypted)]).toEqual([400, 'request.invalid']);
      expect(encrypted.body).toEqual(plain.body);
    },
  );

  test.each([
    ['is nested too deeply', JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`)],
    ['has too many values', Array(20_000).fill({})],
  ])('returns 400 request.malformed for a plaintext that %s', async (_, unknown) => {
    const { callEncrypted } = await routerFixture();
    const response = await callEncrypted(PIN_PATH, { pin: PIN, unknown });
    expect([response.status, codeOf(response)]).toEqual([400, 'request.malformed']);
  });
});

describe('an invalid JWE', () => {
  const ERROR = { error: 'jwe_error', error_description: 'The JWE or JWS cannot be decrypted or verified.' };

  const changeSegments = async (change: (parts: string[]) => string[]): Promise<string> => {
    const { jwe } = await encryptedFor({ pin: PIN });
    return change(jwe.split('.')).join('.');
  };
  const changeHeader = (change: Record<string, unknown>): Promise<string> =>
    changeSegments(([head = '', ...rest]) => {
      const changed = { ...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object), ...change };
      return [Buffer.from(JSON.stringify(changed)).toString('base64url'), ...rest];
    });
  const changeSegment = (index: number): Promise<string> =>
    changeSegments((parts) =>
      parts.map((part, at) => (at === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part)),
    );
  const encryptForAnotherKey = async (): Promise<string> => {
    const { publicKey, keyId } = await versionedKey('RSA_OAEP_256', 'another client');
    return (await encryptJwe({ pin: PIN }, { publicKey, keyId })).jwe;
  };

  test.each<[string, () => Promise<string> | string]>([
    ['text that is not a JWE', () => 'nonsense'],
    ['JSON', () => '{"pin":"4711"}'],
    ['four segments', () => changeSegments((parts) => parts.slice(0, 4))],
    ['six segments', () => changeSegments((parts) => [...parts, 'AAAA'])],
    ['a header that is not JSON', () => changeSegments(([, ...rest]) => ['AAAA', ...rest])],
    ['another alg', () => changeHeader({ alg: 'RSA-OAEP' })],
    ['alg none', () => changeHeader({ alg: 'none' })],
    ['password-based encryption', () => changeHeader({ alg: 'PBES2-HS256+A128KW', p2c: 1e9, p2s: 'AAAA' })],
    ['another enc', () => changeHeader({ enc: 'A128GCM' })],
    ['compression', () => changeHeader({ zip: 'DEF' })],
    ['crit', () => changeHeader({ crit: ['exp'], exp: 1 })],
    ['an unknown key id', () => changeHeader({ kid: crypto.randomUUID() })],
    ['the key of another recipient', encryptForAnotherKey],
    ['a changed encrypted key', () => changeSegment(1)],
    ['a changed initialization vector', () => changeSegment(2)],
    ['a changed ciphertext', () => changeSegment(3)],
    ['a changed tag', () => changeSegment(4)],
    ['an empty ciphertext', () => changeSegments(([a = '', b = '', c = '', , e = '']) => [a, b, c, '', e])],
  ])('returns the same 400 jwe_error for every defect: %s', async (_, createJwe) => {
    const { call, log } = await routerFixture();
    const response = await call(PIN_PATH, { raw: await createJwe(), headers: JWE });
    expect(response.status).toBe(400);
    expect(response.body).toEqual(ERROR);
    expect([...response.headers.keys()].sort()).toEqual(['cache-control', 'content-type', 'x-trace-id']);
    expect(log.at(-1)).toMatchObject({ code: 'jwe_error', cause: undefined });
  });

  test('returns 400 jwe_error for any text that is not a JWE', async () => {
    const { call } = await routerFixture();
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.array(fc.base64String(), { minLength: 5, maxLength: 5 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (raw) => {
        fc.pre(raw.trim() !== '');
        expect((await call(PIN_PATH, { raw, headers: JWE })).body).toEqual(ERROR);
      }),
      { numRuns: 50 },
    );
  });

  test('returns 400 request.invalid, not jwe_error, for a missing body', async () => {
    const { call } = await routerFixture();
    const response = await call(PIN_PATH, { raw: '', headers: JWE });
    expect([response.status, codeOf(response)]).toEqual([400, 'request.invalid']);
  });
});

describe('X-TW-JOSE-Method', () => {
  test.each([undefined, 'jws', 'jwsjwe', 'none', 'jwe, jwe', ''])('returns 400 for a JWE with "%s"', async (method) => {
    const { call } = await routerFixture();
    const { jwe } = await encryptedFor({ pin: PIN });
    const headers = { ...JOSE, ...(method === undefined ? {} : { 'x-tw-jose-method': method }) };
    const response = await call(PIN_PATH, { raw: jwe, headers });
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ errors: [{ code: 'request.invalid', path: '/header/x-tw-jose-method' }] });
  });

  test('is optional for plain JSON', async () => {
    const { call } = await routerFixture({ factors: [] });
    expect((await call(PIN_PATH, { json: { pin: PIN } })).status).toBe(200);
  });
});

describe('encodings and media types of encrypted requests', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['a content encoding', { 'content-encoding': 'gzip' }],
    ['an Accept-Encoding that excludes identity', { 'accept-encoding': 'gzip, identity;q=0' }],
    ['an Accept-Encoding that excludes only identity', { 'accept-encoding': 'identity;q=0.000, *' }],
    ['an Accept-Encoding that excludes every encoding', { 'accept-encoding': '*;q=0' }],
  ])('returns 415 for %s', async (_, headers) => {
    const { callEncrypted } = await routerFixture();
    const response = await callEncrypted(PIN_PATH, { pin: PIN }, { headers });
    expect([response.status, codeOf(response)]).toEqual([415, 'media.type.unsupported']);
  });

  test.each(['identity', 'gzip, deflate, br', '', '*', 'gzip;q=0, *;q=0, identity;q=0.5', 'identity;q=0.1'])(
    'returns 200 for Accept-Encoding: %s',
    async (encoding) => {
      const { callEncrypted } = await routerFixture({ factors: [] });
      const headers = { 'accept-encoding': encoding, 'content-encoding': 'identity' };
      expect((await callEncrypted(PIN_PATH, { pin: PIN }, { headers })).status).toBe(200);
    },
  );

  test.each(['application/json', 'application/json, text/plain;q=0.5', '*/*'])(
    'returns 200 encrypted for a JWE with Accept: %s',
    async (accept) => {
      const { callEncrypted } = await routerFixture({ factors: [] });
      const response = await callEncrypted(PIN_PATH, { pin: PIN }, { headers: { accept } });
      expect([response.status, response.decrypted]).toEqual([200, {}]);
    },
  );

  test.each(['text/plain', 'application/jose+json;q=0, */*', 'application/jose', 'application/json;q=0'])(
    'returns 406 for a JWE with Accept: %s',
    async (accept) => {
      const { callEncrypted } = await routerFixture();
      const response = await callEncrypted(PIN_PATH, { pin: PIN }, { headers: { accept } });
      expect([response.status, codeOf(response)]).toEqual([406, 'not.acceptable']);
    },
  );

  test('returns 406 for plain JSON with Accept: application/jose+json, because there is no content key', async () => {
    const { call } = await routerFixture();
    const response = await call(PIN_PATH, { json: { pin: PIN }, headers: { accept: 'application/jose+json' } });
    expect([response.status, codeOf(response)]).toEqual([406, 'not.acceptable']);
  });
});

describe('with encryption required', () => {
  test('returns 415 for plain JSON', async () => {
    const { call } = await routerFixture({ mode: 'required' });
    const response = await call(PIN_PATH, { json: { pin: PIN } });
    expect([response.status, codeOf(response)]).toEqual([415, 'media.type.unsupported']);
    expect(response.text).not.toContain('application/json ');
  });

  test('accepts a JWE, and plain JSON for operations that do not support JWE', async () => {
    const { callEncrypted, call } = await routerFixture({ mode: 'required', factors: [] });
    expect((await callEncrypted(PIN_PATH, { pin: PIN })).status).toBe(200);
    expect((await call('/v2/profiles/101/facemaps', { json: { faceMap: 'AAAA' } })).status).toBe(204);
  });
});
