import { type ContentKey, importPublishedKey, type PublishedKey, sealJwe } from '@sca-kit/jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newUser, profileOf, type SandboxUser } from './support/people.ts';
import { cleanUp, type ServerProcess, startServer } from './support/server-process.ts';

let server: ServerProcess;
let user: SandboxUser;
let key: { publicKey: CryptoKey; keyId: string };

beforeAll(async () => {
  server = await startServer({ SCA_DATA: ':memory:' });
  user = await newUser(server.url, { pin: '4821' });
  const query = 'algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION';
  const published = await call('GET', `/v1/auth/jose/response/public-keys?${query}`, {});
  key = await importPublishedKey(published.body as PublishedKey);
});
afterAll(async () => {
  const { stderr } = server.output;
  await cleanUp();
  // Whatever was thrown at it, nothing was the server's own fault.
  expect(stderr.split('\n').filter((line) => line.includes('"level":50'))).toEqual([]);
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Blob | ReadableStream;
}

async function call(method: string, path: string, { headers = {}, body }: Call): Promise<Answer> {
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${user.accessToken}`, ...headers },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit);
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json' && text !== '';
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const JOSE = { 'content-type': 'application/jose+json', 'x-tw-jose-method': 'jwe' };
const UNKNOWN_TOKEN = '00000000-0000-4000-8000-000000000000';
const MIB = 1_048_576;

/** The paths that the cases below need; `p` is the profile of the user. */
const paths = {
  device: () => `/v2/profiles/${profileOf(user)}/device-fingerprints`,
  verifyPin: () => `/v2/profiles/${profileOf(user)}/pin/verify`,
  pin: () => `/v2/profiles/${profileOf(user)}/pin`,
  face: () => `/v2/profiles/${profileOf(user)}/facemaps`,
};

/** Every answer to a bad request says what it is, in the shape of v1 and v2. */
function expectError(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(`"${code}"`)]);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
  const first = (answer.body as { readonly errors: readonly unknown[] }).errors[0];
  expect(first).toMatchObject({ code, message: expect.stringMatching(/\w/) });
}

describe('bodies', () => {
  it.each([
    ['nothing', ''],
    ['half an object', '{"deviceFingerprint":'],
    ['two values', '{} {}'],
    ['single quotes', "{'deviceFingerprint':'a'}"],
    ['a number that JSON does not know', '{"deviceFingerprint":NaN}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a bare text', '"a"'],
    ['a number instead of a text', '{"deviceFingerprint":1}'],
    ['null instead of a text', '{"deviceFingerprint":null}'],
    ['a list instead of a text', '{"deviceFingerprint":["a"]}'],
    ['a missing member', '{"fingerprint":"a"}'],
    ['a member that only the prototype has', '{"__proto__":{"deviceFingerprint":"a"}}'],
    ['too short a text', '{"deviceFingerprint":""}'],
    ['too long a text', JSON.stringify({ deviceFingerprint: 'a'.repeat(513) })],
    ['a hundred thousand open brackets', '['.repeat(100_000)],
  ])('%s: 400', async (_, body) => {
    const answer = await call('POST', paths.device(), { headers: JSON_TYPE, body });
    expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(/"request\.(malformed|invalid)"/)]);
  });

  it('a body that is not UTF-8: 400', async () => {
    const body = Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d);
    expectError(await call('POST', paths.device(), { headers: JSON_TYPE, body }), 400, 'request.malformed');
  });

  it.each([
    ['three digits', '123'],
    ['five digits', '12345'],
    ['letters', 'abcd'],
    ['digits of another script', '١٢٣٤'],
    ['a trailing line break', '1234\n'],
    ['a sign', '-123'],
  ])('a PIN of %s: 400, without repeating it', async (_, pin) => {
    const answer = await call('POST', paths.pin(), { headers: JSON_TYPE, body: JSON.stringify({ pin }) });
    expectError(answer, 400, 'request.invalid');
    expect(answer.text).toContain('"path":"/body/pin"');
    expect(answer.text).not.toContain(JSON.stringify(pin).slice(1, -1));
  });

  it('more than 1 MiB: 413, whether the length is announced or not', async () => {
    const body = JSON.stringify({ deviceFingerprint: 'a'.repeat(MIB) });
    expectError(await call('POST', paths.device(), { headers: JSON_TYPE, body }), 413, 'request.too.large');
    const stream = new Blob([body]).stream();
    expectError(await call('POST', paths.device(), { headers: JSON_TYPE, body: stream }), 413, 'request.too.large');
  });

  it('1 MiB of which little matters is read', async () => {
    const filler = `{"deviceFingerprint":"one-mebibyte","filler":""}`;
    const body = filler.replace('""', `"${'a'.repeat(MIB - filler.length)}"`);
    expect(body.length).toBe(MIB);
    expect((await call('POST', paths.device(), { headers: JSON_TYPE, body })).status).toBe(200);
  });

  it('a face map of 1 MiB is taken, a body of more than 2 MiB is not', async () => {
    const faceMap = Buffer.alloc(MIB, 7).toString('base64');
    const taken = await call('POST', paths.face(), { headers: JSON_TYPE, body: JSON.stringify({ faceMap }) });
    expect(taken.status).toBe(204);
    const body = JSON.stringify({ faceMap: 'A'.repeat(2 * MIB) });
    expectError(await call('POST', paths.face(), { headers: JSON_TYPE, body }), 413, 'request.too.large');
  });

  it('a face map of more than 1 MiB, decoded: 400', async () => {
    const faceMap = Buffer.alloc(MIB + 1, 7).toString('base64');
    const answer = await call('POST', paths.face(), { headers: JSON_TYPE, body: JSON.stringify({ faceMap }) });
    expectError(answer, 400, 'facemap.invalid');
  });

  it('a body where none belongs changes nothing', async () => {
    const answer = await call('DELETE', `${paths.device()}/${UNKNOWN_TOKEN}`, { headers: JSON_TYPE, body: '{"a":' });
    expect(answer.status).toBe(404);
  });
});

describe('media types', () => {
  it.each([
    ['none', {}],
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }],
    ['half a type', { 'content-type': 'application' }],
    ['two types', { 'content-type': 'application/json, text/plain' }],
    ['a compressed body', { ...JSON_TYPE, 'content-encoding': 'gzip' }],
  ])('%s: 415', async (_, headers) => {
    const body = new Blob(['{"deviceFingerprint":"a"}']);
    expectError(await call('POST', paths.device(), { headers, body }), 415, 'media.type.unsupported');
  });

  it('with parameters and in capitals it is the same type', async () => {
    const headers = { 'content-type': 'Application/JSON; charset="UTF-8"' };
    const answer = await call('POST', paths.pin(), { headers, body: '{"pin":"4821"}' });
    expectError(answer, 409, 'pin.already.exists');
  });

  it('no acceptable answer: 406', async () => {
    expectError(await call('GET', '/v1/me', { headers: { accept: 'text/html' } }), 406, 'not.acceptable');
    expectError(await call('GET', '/v1/me', { headers: { accept: 'application/json;q=0' } }), 406, 'not.acceptable');
  });
});

describe('envelopes', () => {
  const verify = (body: string, headers: Readonly<Record<string, string>> = JOSE): Promise<Answer> =>
    call('POST', paths.verifyPin(), { headers: { 'one-time-token': UNKNOWN_TOKEN, ...headers }, body });
  const seal = async (): Promise<{ jwe: string; contentKey: ContentKey }> => sealJwe({ pin: '4821' }, key);

  it('a whole one is opened', async () => {
    expectError(await verify((await seal()).jwe), 404, 'one.time.token.not.found');
  });

  it.each([
    ['no envelope', () => 'hello'],
    ['JSON in clear', () => '{"pin":"4821"}'],
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
    ['an unknown key id', (segments: string[]) => withHeader(segments, { kid: UNKNOWN_TOKEN })],
  ] as const)('%s: the same 400', async (_, broken) => {
    const { jwe } = await seal();
    const answer = await verify(broken(jwe.split('.')));
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'jwe_error', error_description: 'The envelope could not be opened.' },
    ]);
  });

  it('a plaintext that is not what the operation takes: 400', async () => {
    const { jwe } = await sealJwe({ pin: 4821 }, key);
    expectError(await verify(jwe), 400, 'request.invalid');
  });

  it('another method, or none: 400', async () => {
    const { jwe } = await seal();
    const { 'content-type': type } = JOSE;
    expectError(await verify(jwe, { 'content-type': type }), 400, 'request.invalid');
    expectError(await verify(jwe, { 'content-type': type, 'x-tw-jose-method': 'jws' }), 400, 'request.invalid');
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

describe('paths and methods', () => {
  it.each(['/', '/nothing', '/v1', '/v1/me/', '//v1/me', '/V1/me', '/v2/profiles//pin', '/v1/me%2f', '/.env'])(
    'unknown path %s: 404',
    async (path) => expectError(await call('GET', path, {}), 404, 'route.not.found'),
  );

  it.each([
    ['POST', '/v1/me', 'GET, HEAD'],
    ['OPTIONS', '/v1/me', 'GET, HEAD'],
    ['PATCH', '/v2/profiles/1/pin', 'DELETE, POST'],
    ['GET', '/v2/profiles/1/pin/verify', 'POST'],
    ['PUT', '/v1/users/1/partner-device-fingerprints', 'GET, HEAD, POST'],
    ['DELETE', '/oauth/token', 'POST'],
    ['POST', '/authentication_factors', 'GET, HEAD'],
  ])('%s %s: 405, and Allow names %s', async (method, path, allow) => {
    const answer = await call(method, path, {});
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    expect(answer.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('HEAD answers as GET does, without a body', async () => {
    const answer = await call('HEAD', '/v1/me', {});
    expect([answer.status, answer.text]).toEqual([200, '']);
  });
});

describe('parameters', () => {
  it.each(['-1', '0', '1.5', '1e3', '0x10', '01', '%201', 'abc', '9007199254740992', '18446744073709551616', '%ff'])(
    'profile id %s: 400 that names it',
    async (id) => {
      const answer = await call('DELETE', `/v2/profiles/${id}/pin`, {});
      expectError(answer, 400, 'request.invalid');
      expect(answer.text).toContain('"path":"/path/profileId"');
    },
  );

  it('the greatest id that a number holds is an id', async () => {
    expectError(await call('DELETE', '/v2/profiles/9007199254740991/pin', {}), 404, 'profile.not.found');
  });

  it.each(['not-a-uuid', '00000000-0000-4000-8000-00000000000', '{00000000-0000-4000-8000-000000000000}', ''])(
    'one-time token %j: 400',
    async (token) => {
      const answer = await call('GET', '/v1/one-time-token/status', { headers: { 'one-time-token': token } });
      expectError(answer, 400, 'request.invalid');
    },
  );

  it('a missing header: 400', async () => {
    expectError(await call('GET', '/v1/one-time-token/status', {}), 400, 'request.invalid');
  });

  it.each(['x', 'a'.repeat(37), '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b,1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b'])(
    'correlation id %s: 400, and it is not echoed',
    async (id) => {
      const answer = await call('GET', '/v1/me', { headers: { 'x-external-correlation-id': id } });
      expectError(answer, 400, 'request.invalid');
      expect(answer.headers.get('x-external-correlation-id')).toBeNull();
    },
  );

  it('a query parameter that is missing, given twice, or not what it should be: 400', async () => {
    const path = `/v1/profiles/${profileOf(user)}/balance-statements/${user.balanceId}/statement.json`;
    const good = 'currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-02-01T00:00:00Z';
    for (const query of [
      '',
      `${good}&currency=EUR`,
      good.replace('EUR', 'euro'),
      good.replace('2026-01-01T00:00:00Z', 'yesterday'),
      good.replace('2026-02-01', '2026-02-30'),
      `${good}&type=EVERYTHING`,
    ]) {
      expectError(await call('GET', `${path}?${query}`, {}), 400, 'request.invalid');
    }
  });

  it.each([
    ['no token', ''],
    ['another scheme', 'Token abc'],
    ['no text', 'Bearer '],
    ['an unknown token', 'Bearer YWNtZQ.AAAAAAAAAAAAAAAA'],
    ['text beyond a token', 'Bearer a b'],
    ['a very long token', `Bearer ${'a'.repeat(8000)}`],
  ])('%s: 401 with a challenge', async (_, authorization) => {
    const answer = await call('GET', '/v1/me', { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm=/);
  });
});

describe('the shapes of the other families', () => {
  it('OAuth and JOSE: error and error_description', async () => {
    const headers = { authorization: `Basic ${btoa('demo-client:demo-secret')}` };
    const type = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    for (const body of ['', 'grant_type=', 'grant_type=password', 'grant_type=client_credentials&grant_type=x', '%']) {
      const answer = await call('POST', '/oauth/token', { headers: type, body });
      expect([answer.status, answer.body]).toEqual([
        400,
        { error: expect.stringMatching(/^[a-z_]+$/), error_description: expect.any(String) },
      ]);
    }
    const answer = await call('GET', '/v1/auth/jose/response/public-keys?algorithm=RSA', {});
    expect(answer.body).toMatchObject({ error: 'invalid_request' });
  });

  it('Additional Factors: message and syntaxErrors', async () => {
    const headers = { ...JSON_TYPE, 'api-key': user.apiKey ?? '', authorization: `Bearer ${user.authToken}` };
    const path = '/authentication_factors/otp/SMS/verify';
    for (const body of ['{', '[]', '{}', '{"verificationCode":123456}', '{"verificationCode":"12345"}']) {
      const answer = await call('POST', path, { headers, body });
      expect([answer.status, answer.body]).toEqual([
        400,
        { message: expect.any(String), syntaxErrors: { invalidFields: expect.any(Array) } },
      ]);
      expect(answer.headers.get('request-ref')).toBe(answer.headers.get('x-trace-id'));
    }
    const answer = await call('POST', path.replace('SMS', 'PIGEON'), {
      headers,
      body: '{"verificationCode":"123456"}',
    });
    expect(answer.status).toBe(400);
  });
});
