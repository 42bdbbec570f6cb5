import { describe, expect, test } from 'vitest';
import { type Answered, type Call, codeOf, PIN, type RouterFixture, routerFixture } from '../testing/router.fixture.ts';

const message = expect.any(String);
const PIN_PATH = '/v2/profiles/101/pin';
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
    ['JSON of twenty thousand values', `{"unknown":[${Array(2e4).fill('{}').join(',')}]}`],
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
