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

describe('a sealed request', () => {
  test('200 sealed under the content key of the request, each time with another initialization vector', async () => {
    const { callEncrypted } = await routerFixture();
    const path = `${PLAYGROUND}/jwe-direct-encryption`;
    const answers = [];
    for (let round = 0; round < 5; round += 1) answers.push(await callEncrypted(path, { message: 'hello' }));
    for (const { status, headers, text, opened } of answers) {
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/jose+json');
      expect(headers.get('x-tw-jose-method')).toBe('jwe');
      expect(header(text)).toMatchObject({ alg: 'dir', enc: 'A256GCM' });
      expect(opened).toEqual({ message: 'jose-playground-response-hello', method: 'POST' });
    }
    expect(new Set(answers.map(({ text }) => text.split('.')[2])).size).toBe(5);
  });

  test('two requests under one content key never share an initialization vector', async () => {
    const { call } = await routerFixture();
    const { jwe } = await encryptedFor({ message: 'again' });
    const first = await call(`${PLAYGROUND}/jwe-direct-encryption`, { raw: jwe, headers: JWE });
    const second = await call(`${PLAYGROUND}/jwe-direct-encryption`, { raw: jwe, headers: JWE });
    expect(first.text.split('.')[2]).not.toBe(second.text.split('.')[2]);
  });

  test('200 with the envelope of an empty object', async () => {
    const { callEncrypted } = await routerFixture({ factors: [] });
    const answer = await callEncrypted(PIN_PATH, { pin: PIN });
    expect([answer.status, answer.opened]).toEqual([200, {}]);
  });

  test('204 for an envelope where there is nothing to seal', async () => {
    const { callEncrypted } = await routerFixture({ factors: [] });
    const headers = { accept: 'application/jose+json' };
    expect(await callEncrypted('/v1/user/pin', { pin: PIN }, { headers })).toMatchObject({ status: 204, text: '' });
  });

  test('white space around an envelope does no harm', async () => {
    const { call } = await routerFixture({ factors: [] });
    const { jwe } = await encryptedFor({ pin: PIN });
    expect((await call(PIN_PATH, { raw: `\n${jwe}\r\n`, headers: JWE })).status).toBe(200);
  });

  test('failures are plain JSON', async () => {
    const { callEncrypted } = await routerFixture();
    const answer = await callEncrypted(PIN_PATH, { pin: PIN });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'pin.already.exists']);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.has('x-tw-jose-method')).toBe(false);
  });

  test.each([{}, { pin: '12' }, { pin: 4711 }, [], null, 'pin'])(
    '400 request.invalid for the plaintext %j, as for clear JSON',
    async (payload) => {
      const { callEncrypted, call } = await routerFixture();
      const sealed = await callEncrypted(PIN_PATH, payload);
      const clear = await call(PIN_PATH, { json: payload });
      expect([sealed.status, codeOf(sealed)]).toEqual([400, 'request.invalid']);
      expect(sealed.body).toEqual(clear.body);
    },
  );

  test.each([
    ['is nested too deep', JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`)],
    ['holds too many values', Array(20_000).fill({})],
  ])('400 request.malformed for a plaintext that %s', async (_, unknown) => {
    const { callEncrypted } = await routerFixture();
    const answer = await callEncrypted(PIN_PATH, { pin: PIN, unknown });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'request.malformed']);
  });
});

describe('a broken envelope', () => {
  const ERROR = { error: 'jwe_error', error_description: 'The JWE or JWS cannot be decrypted or verified.' };

  const wrapped = async (change: (parts: string[]) => string[]): Promise<string> => {
    const { jwe } = await encryptedFor({ pin: PIN });
    return change(jwe.split('.')).join('.');
  };
  const withHeader = (change: Record<string, unknown>): Promise<string> =>
    wrapped(([head = '', ...rest]) => {
      const changed = { ...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object), ...change };
      return [Buffer.from(JSON.stringify(changed)).toString('base64url'), ...rest];
    });
  const swapped = (index: number): Promise<string> =>
    wrapped((parts) =>
      parts.map((part, at) => (at === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part)),
    );
  const forAnother = async (): Promise<string> => {
    const { publicKey, keyId } = await versionedKey('RSA_OAEP_256', 'stranger');
    return (await encryptJwe({ pin: PIN }, { publicKey, keyId })).jwe;
  };

  test.each<[string, () => Promise<string> | string]>([
    ['no envelope', () => 'nonsense'],
    ['JSON', () => '{"pin":"4711"}'],
    ['four segments', () => wrapped((parts) => parts.slice(0, 4))],
    ['six segments', () => wrapped((parts) => [...parts, 'AAAA'])],
    ['a header that is no JSON', () => wrapped(([, ...rest]) => ['AAAA', ...rest])],
    ['another alg', () => withHeader({ alg: 'RSA-OAEP' })],
    ['alg none', () => withHeader({ alg: 'none' })],
    ['password-based encryption', () => withHeader({ alg: 'PBES2-HS256+A128KW', p2c: 1e9, p2s: 'AAAA' })],
    ['another enc', () => withHeader({ enc: 'A128GCM' })],
    ['compression', () => withHeader({ zip: 'DEF' })],
    ['crit', () => withHeader({ crit: ['exp'], exp: 1 })],
    ['an unknown key', () => withHeader({ kid: crypto.randomUUID() })],
    ['a key of somebody else', forAnother],
    ['a changed encrypted key', () => swapped(1)],
    ['a changed initialization vector', () => swapped(2)],
    ['a changed ciphertext', () => swapped(3)],
    ['a changed tag', () => swapped(4)],
    ['an empty ciphertext', () => wrapped(([a = '', b = '', c = '', , e = '']) => [a, b, c, '', e])],
  ])('400 jwe_error, always the same: %s', async (_, make) => {
    const { call, log } = await routerFixture();
    const answer = await call(PIN_PATH, { raw: await make(), headers: JWE });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(ERROR);
    expect([...answer.headers.keys()].sort()).toEqual(['cache-control', 'content-type', 'x-trace-id']);
    expect(log.at(-1)).toMatchObject({ code: 'jwe_error', cause: undefined });
  });

  test('400 for whatever text is sent as an envelope', async () => {
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

  test('400 for a missing body is told apart: nothing was sealed', async () => {
    const { call } = await routerFixture();
    const answer = await call(PIN_PATH, { raw: '', headers: JWE });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'request.invalid']);
  });
});

describe('X-TW-JOSE-Method', () => {
  test.each([undefined, 'jws', 'jwsjwe', 'none', 'jwe, jwe', ''])('400 for "%s" on a JWE', async (method) => {
    const { call } = await routerFixture();
    const { jwe } = await encryptedFor({ pin: PIN });
    const headers = { ...JOSE, ...(method === undefined ? {} : { 'x-tw-jose-method': method }) };
    const answer = await call(PIN_PATH, { raw: jwe, headers });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ code: 'request.invalid', path: '/header/x-tw-jose-method' }] });
  });

  test('no need of it on clear JSON', async () => {
    const { call } = await routerFixture({ factors: [] });
    expect((await call(PIN_PATH, { json: { pin: PIN } })).status).toBe(200);
  });
});

describe('encodings and media types of envelopes', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['an encoded body', { 'content-encoding': 'gzip' }],
    ['identity forbidden', { 'accept-encoding': 'gzip, identity;q=0' }],
    ['identity forbidden although all else is welcome', { 'accept-encoding': 'identity;q=0.000, *' }],
    ['everything forbidden', { 'accept-encoding': '*;q=0' }],
  ])('415 for %s', async (_, headers) => {
    const { callEncrypted } = await routerFixture();
    const answer = await callEncrypted(PIN_PATH, { pin: PIN }, { headers });
    expect([answer.status, codeOf(answer)]).toEqual([415, 'media.type.unsupported']);
  });

  test.each(['identity', 'gzip, deflate, br', '', '*', 'gzip;q=0, *;q=0, identity;q=0.5', 'identity;q=0.1'])(
    'no 415 for Accept-Encoding: %s',
    async (encoding) => {
      const { callEncrypted } = await routerFixture({ factors: [] });
      const headers = { 'accept-encoding': encoding, 'content-encoding': 'identity' };
      expect((await callEncrypted(PIN_PATH, { pin: PIN }, { headers })).status).toBe(200);
    },
  );

  test.each(['application/json', 'text/plain', 'application/jose+json;q=0, */*', 'application/jose'])(
    '406 for a sealed request with Accept: %s',
    async (accept) => {
      const { callEncrypted } = await routerFixture();
      const answer = await callEncrypted(PIN_PATH, { pin: PIN }, { headers: { accept } });
      expect([answer.status, codeOf(answer)]).toEqual([406, 'not.acceptable']);
    },
  );

  test('406 for clear JSON with Accept: application/jose+json: there is no key to seal the answer', async () => {
    const { call } = await routerFixture();
    const answer = await call(PIN_PATH, { json: { pin: PIN }, headers: { accept: 'application/jose+json' } });
    expect([answer.status, codeOf(answer)]).toEqual([406, 'not.acceptable']);
  });
});

describe('where envelopes are required', () => {
  test('415 for clear JSON', async () => {
    const { call } = await routerFixture({ mode: 'required' });
    const answer = await call(PIN_PATH, { json: { pin: PIN } });
    expect([answer.status, codeOf(answer)]).toEqual([415, 'media.type.unsupported']);
    expect(answer.text).not.toContain('application/json ');
  });

  test('200 for an envelope, and for JSON where no envelope is known', async () => {
    const { callEncrypted, call } = await routerFixture({ mode: 'required', factors: [] });
    expect((await callEncrypted(PIN_PATH, { pin: PIN })).status).toBe(200);
    expect((await call('/v2/profiles/101/facemaps', { json: { faceMap: 'AAAA' } })).status).toBe(204);
  });
});
