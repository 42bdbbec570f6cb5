import { describe, expect, test } from 'vitest';
import { type Answered, type Call, codeOf, PIN, type RouterFixture, routerFixture } from '../testing/router.fixture.ts';

const message = expect.any(String);
const PIN_PATH = '/v2/profiles/101/pin';
const STATEMENT =
  '/v1/profiles/101/balance-statements/7/statement.json?currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-01-31T00:00:00Z';

/** As each of the three error shapes sees the same mistake. */
type Family = 'errors' | 'factor' | 'oauth';
const SHAPES: Readonly<Record<Family, (code: string) => unknown>> = {
  errors: (code) => ({ errors: [{ code, message }] }),
  factor: () => ({ message }),
  oauth: () => ({ error: expect.stringMatching(/^[a-z_]+$/), error_description: message }),
};
const TARGETS: Readonly<Record<Family, string>> = {
  errors: PIN_PATH,
  factor: '/authentication_factors/otp/SMS/verify',
  oauth: '/v1/auth/jose/playground/jwe-direct-encryption',
};
const BODIES: Readonly<Record<Family, unknown>> = {
  errors: { pin: PIN },
  factor: { verificationCode: '123456' },
  oauth: { message: 'hello' },
};

/** Where the faults are, each place once. */
function pathsOf({ body }: Answered): readonly string[] {
  const { errors } = body as { readonly errors: readonly { readonly code: string; readonly path: string }[] };
  expect(errors.every(({ code }) => code === 'request.invalid')).toBe(true);
  return [...new Set(errors.map(({ path }) => path))];
}

async function send(family: Family, call: Call, fixture?: RouterFixture): Promise<Answered> {
  const { apiKey, tokens, call: ask } = fixture ?? (await routerFixture({ factors: [] }));
  const token = family === 'factor' ? tokens.auth : tokens.user;
  const headers = { ...(family === 'factor' ? { 'api-key': apiKey } : {}), ...(call.headers as object) };
  return ask(TARGETS[family], { method: 'POST', token, ...call, headers });
}

describe.each(['errors', 'factor', 'oauth'] as const)('the %s family', (family) => {
  const json = BODIES[family];

  test.each<[string, Call]>([
    ['no credentials', { token: null, json }],
    ['a token that nobody gave out', { token: 'YWNtZQ.nonsense', json }],
    ['a token that is no token', { token: '***', json }],
    ['another scheme', { token: null, json, headers: { authorization: 'Basic YTpi' } }],
    ['two tokens', { json, headers: { authorization: 'Bearer second' } }],
  ])('401 for %s', async (_, call) => {
    const answer = await send(family, call);
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual(SHAPES[family](codeOf(answer) ?? ''));
    expect(answer.headers.get('www-authenticate')).toMatch(/^(Bearer|ApiKey) realm="sca-kit"$/);
    if (family === 'oauth') expect(answer.body).toMatchObject({ error: 'invalid_token' });
  });

  test('403 for a token of another kind', async () => {
    const fixture = await routerFixture();
    const token = family === 'factor' ? fixture.tokens.user : fixture.tokens.auth;
    const answer = await send(family, { token, json }, fixture);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual(SHAPES[family]('access.denied'));
  });

  test.each(['text/html', 'application/json;q=0', 'image/*, text/*;q=0.5'])('406 for Accept: %s', async (accept) => {
    const answer = await send(family, { json, headers: { accept } });
    expect(answer.status).toBe(406);
    expect(answer.body).toEqual(SHAPES[family]('not.acceptable'));
  });

  test.each(['application/json', '*/*', 'application/*', 'text/html, application/json;q=0.1', '', 'APPLICATION/JSON'])(
    'no 406 for Accept: %s',
    async (accept) => {
      expect((await send(family, { json, headers: { accept } })).status).not.toBe(406);
    },
  );

  test.each<[string, Call]>([
    ['another media type', { raw: 'x', headers: { 'content-type': 'text/plain' } }],
    ['a media type that only looks right', { raw: '{}', headers: { 'content-type': 'application/jsonp' } }],
    ['two content types', { json, headers: { 'content-type': 'application/json' } }],
    ['a body without a type', { raw: new TextEncoder().encode('{}') }],
    ['another charset', { raw: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } }],
    ['an encoded body', { json, headers: { 'content-encoding': 'gzip' } }],
    ['no body and no type, where one is needed', {}],
  ])('415 for %s', async (_, call) => {
    const answer = await send(family, call);
    expect(answer.status).toBe(415);
    expect(answer.body).toEqual(SHAPES[family]('media.type.unsupported'));
  });

  test.each(['announced', 'sent'])('413 for more bytes than the limit, %s', async (how) => {
    const large = JSON.stringify({ padding: 'x'.repeat(2 ** 20) });
    const headers = {
      'content-type': 'application/json',
      ...(how === 'announced' ? { 'content-length': '2000000' } : {}),
    };
    const answer = await send(family, { raw: how === 'sent' ? large : '{}', headers });
    expect(answer.status).toBe(413);
    expect(answer.body).toEqual(SHAPES[family]('request.too.large'));
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['broken JSON', '{"a":'],
    ['no JSON at all', 'pin=4711'],
    ['JSON with a tail', '{} {}'],
    ['a blank', ' '],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['JSON nested a hundred thousand deep', `{"unknown":${'['.repeat(1e5)}${']'.repeat(1e5)}}`],
    ['JSON nested one level too deep', `{"unknown":${'['.repeat(64)}1${']'.repeat(64)}}`],
  ])('400 for %s', async (_, raw) => {
    const answer = await send(family, { raw, headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(400);
    if (family === 'factor') {
      expect(answer.body).toEqual({ message, syntaxErrors: { invalidFields: [] } });
    } else {
      expect(answer.body).toEqual(SHAPES[family]('request.malformed'));
    }
  });

  test.each<[string, unknown]>([
    ['a number', 4711],
    ['null', null],
    ['a list', []],
    ['a text', 'text'],
    ['nothing of what is needed', {}],
    ['a member of the wrong type', Object.fromEntries(Object.keys(json as object).map((name) => [name, 4711]))],
    ['a member that is null', Object.fromEntries(Object.keys(json as object).map((name) => [name, null]))],
    [
      'a member that is too long',
      Object.fromEntries(Object.keys(json as object).map((name) => [name, '1'.repeat(999)])),
    ],
  ])('400 for a body that is %s', async (_, value) => {
    const answer = await send(family, { json: value });
    expect(answer.status).toBe(400);
    const body = JSON.stringify(answer.body);
    expect(body).not.toContain('11111');
    if (family === 'errors') expect(codeOf(answer)).toBe('request.invalid');
    if (family === 'oauth') expect(answer.body).toMatchObject({ error: 'invalid_request' });
    if (family === 'factor') expect(answer.body).toMatchObject({ syntaxErrors: { invalidFields: [{}] } });
  });

  test('400 for an empty body where one is needed, whatever its type says', async () => {
    const answer = await send(family, { raw: '', headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toMatch(/missing|REQUIRED/);
  });

  test('unknown members of a body are ignored', async () => {
    const given = { ...(json as object), unknown: { pin: 1 }, __proto__: null, constructor: 'x' };
    const answer = await send(family, { json: given });
    expect(answer.status).toBe(family === 'factor' ? 409 : 200);
  });

  test('500 shows nothing of its cause', async () => {
    const broken = (): never => {
      throw new Error('connection to postgres://secret@db lost');
    };
    const fixture = await routerFixture({
      factors: [],
      handlers: { createPin: broken, verifyOtpFactor: broken, echoJweDirect: broken },
    });
    const answer = await send(family, { json }, fixture);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/postgres|secret|Error:/);
    expect(answer.body).toEqual(SHAPES[family]('internal.error'));
    expect(fixture.log.at(-1)).toMatchObject({ status: 500, code: 'internal.error', cause: expect.any(Error) });
  });
});

describe('parameters', () => {
  test.each([
    ['negative', '-101'],
    ['zero', '0'],
    ['not a number', 'abc'],
    ['a fraction', '1.5'],
    ['in another notation', '1e3'],
    ['hexadecimal', '0x65'],
    ['signed', '+101'],
    ['padded', '0101'],
    ['one beyond 2^53', '9007199254740993'],
    ['the least beyond 2^53', '9007199254740992'],
    ['beyond 2^63', '9223372036854775808'],
    ['endless', '9'.repeat(400)],
    ['encoded space', '101%20'],
    ['encoded line break', '101%0D%0Ax-injected:%201'],
    ['encoded slash', '101%2Fpin'],
    ['broken encoding', '%zz'],
  ])('400 for an id that is %s', async (_, id) => {
    const { call } = await routerFixture();
    const answer = await call(`/v2/profiles/${id}/pin`, { method: 'DELETE' });
    expect(answer.status).toBe(400);
    expect(pathsOf(answer)).toEqual(['/path/profileId']);
    expect([...answer.headers.keys()]).not.toContain('x-injected');
  });

  test('the largest safe id is one like any other', async () => {
    const { call } = await routerFixture();
    const answer = await call('/v2/profiles/9007199254740991/pin', { method: 'DELETE' });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'profile.not.found']);
  });

  test.each(['none', '', '5f0f4f46-6b8e-4f7c-9b61', `${'a'.repeat(400)}`, 'z'.repeat(36)])(
    '400 for the one-time token "%s"',
    async (value) => {
      const { call } = await routerFixture();
      const answer = await call('/v1/one-time-token/status', { headers: { 'one-time-token': value } });
      expect(answer.status).toBe(400);
      expect(pathsOf(answer)).toEqual(['/header/one-time-token']);
    },
  );

  test('400 for a header that is needed and not there, or there twice', async () => {
    const { call } = await routerFixture();
    const token = '5f0f4f46-6b8e-4f7c-9b61-3f2a0b1c2d3e';
    const twice: Call['headers'] = [
      ['one-time-token', token],
      ['one-time-token', token],
    ];
    for (const headers of [[], twice] as const) {
      const answer = await call('/v1/one-time-token/status', { headers });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'request.invalid']);
    }
  });

  test.each([
    ['missing', STATEMENT.replace('currency=EUR&', ''), '/query/currency', 'is missing.'],
    ['given twice', `${STATEMENT}&currency=EUR`, '/query/currency', 'is given more than once.'],
    ['outside its list', `${STATEMENT}&type=HUGE`, '/query/type', 'must be one of COMPACT, FLAT.'],
    ['of no such day', STATEMENT.replace('2026-01-01', '2026-02-30'), '/query/intervalStart', expect.any(String)],
    ['not UTF-8', STATEMENT.replace('EUR', '%ff%fe%fd'), '/query/currency', expect.any(String)],
  ])('400 for a query parameter that is %s', async (_, path, place, text) => {
    const { call } = await routerFixture();
    const answer = await call(path);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ code: 'request.invalid', path: place, message: text }] });
  });

  test('a query parameter that is not documented is ignored', async () => {
    const { call } = await routerFixture();
    expect((await call('/v1/me?debug=1&debug=2')).status).toBe(200);
  });

  test('400 lists each fault once', async () => {
    const { call } = await routerFixture();
    const answer = await call('/v1/profiles/-1/balance-statements/x/statement.json?currency=e');
    const { errors } = answer.body as {
      readonly errors: readonly { readonly path: string; readonly message: string }[];
    };
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/path/profileId', '/path/balanceId', '/query/currency', '/query/intervalStart']),
    );
    expect(new Set(errors.map((fault) => JSON.stringify(fault))).size).toBe(errors.length);
  });

  test('404 for the profile of somebody else, as for one that does not exist', async () => {
    const { call, engine } = await routerFixture();
    const actor = { clientId: 'acme', userId: null, name: 'application', traceId: null };
    await engine.identity.createUser(actor, { profiles: [{ type: 'personal', profileId: 202 }] });
    const [foreign, unknown] = [
      await call('/v2/profiles/202/pin', { method: 'DELETE' }),
      await call('/v2/profiles/203/pin', { method: 'DELETE' }),
    ];
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(unknown.body);
  });
});

describe('face maps', () => {
  const path = '/v2/profiles/101/facemaps';
  const base64 = (bytes: number): string => Buffer.alloc(bytes, 7).toString('base64');

  test('204 for one MiB, which is more than other bodies may have', async () => {
    const { call } = await routerFixture({ factors: [] });
    expect((await call(path, { json: { faceMap: base64(2 ** 20) } })).status).toBe(204);
  });

  test('400 for a byte more, and for text that is base64 all but for its end', async () => {
    const { call } = await routerFixture({ factors: [] });
    expect((await call(path, { json: { faceMap: base64(2 ** 20 + 3) } })).status).toBe(400);
    const started = performance.now();
    expect((await call(path, { json: { faceMap: `${'A'.repeat(1_398_000)}!` } })).status).toBe(400);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('413 beyond two MiB', async () => {
    const { call } = await routerFixture({ factors: [] });
    const answer = await call(path, { json: { faceMap: base64(2 ** 21) } });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'request.too.large']);
  });
});

describe('log-in and tokens', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const basic = (clientId: string, secret: string) => ({ authorization: `Basic ${btoa(`${clientId}:${secret}`)}` });

  test('200 for a client with its secret', async () => {
    const { call, clientSecret } = await routerFixture();
    const headers = { ...form, ...basic('acme', clientSecret) };
    const answer = await call('/oauth/token', { token: null, raw: 'grant_type=client_credentials', headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['a wrong secret', basic('acme', 'wrong')],
    ['an unknown client', basic('nobody', 'x')],
    ['no colon', { authorization: `Basic ${btoa('acme')}` }],
    ['no base64', { authorization: 'Basic ***' }],
    ['a bearer token', { authorization: 'Bearer abc' }],
    ['nothing', {}],
  ])('401 invalid_client for %s', async (_, headers) => {
    const { call } = await routerFixture();
    const raw = 'grant_type=client_credentials';
    const answer = await call('/oauth/token', { token: null, raw, headers: { ...form, ...headers } });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="sca-kit"');
  });

  test.each([
    ['invalid_request', ''],
    ['invalid_request', 'grant_type='],
    ['invalid_request', 'scope=x'],
    ['invalid_request', 'grant_type=client_credentials&grant_type=client_credentials'],
    ['invalid_request', 'grant_type=client_credentials&"\\ä%0A=1&"\\ä%0A=2'],
    ['invalid_request', 'grant_type=refresh_token'],
    ['unsupported_grant_type', 'grant_type=password&username=a&password=b'],
  ])('400 %s for the form "%s"', async (error, raw) => {
    const { call, clientSecret } = await routerFixture();
    const answer = await call('/oauth/token', {
      method: 'POST',
      token: null,
      raw,
      headers: { ...form, ...basic('acme', clientSecret) },
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error });
    // RFC 6749 §5.2
    expect((answer.body as { error_description: string }).error_description).toMatch(
      /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/,
    );
  });

  test.each([
    ['the api-key', 'ApiKey', (f: RouterFixture) => ({ token: f.tokens.auth })],
    ['the token', 'Bearer', (f: RouterFixture) => ({ token: null, headers: { 'api-key': f.apiKey } })],
    ['a right api-key', 'Bearer', (f: RouterFixture) => ({ token: f.tokens.auth, headers: { 'api-key': 'YWNtZQ.x' } })],
  ])('401 in the Additional Factors family without %s', async (_, scheme, how) => {
    const fixture = await routerFixture();
    const answer = await fixture.call('/authentication_factors', how(fixture));
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ message: expect.any(String) });
    expect(answer.headers.get('www-authenticate')).toBe(`${scheme} realm="sca-kit"`);
  });
});
