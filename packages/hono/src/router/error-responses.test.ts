import { describe, expect, test } from 'vitest';
import {
  type Call,
  codeOf,
  PIN,
  type RouterFixture,
  type RouterResponse,
  routerFixture,
} from '../testing/router.fixture.ts';

const message = expect.any(String);
const PIN_PATH = '/v2/profiles/101/pin';
type Family = 'standard' | 'factor' | 'oauth';
/** The error body of each family for a code. */
const ERROR_BODIES: Readonly<Record<Family, (code: string) => unknown>> = {
  standard: (code) => ({ errors: [{ code, message }] }),
  factor: () => ({ message }),
  oauth: () => ({ error: expect.stringMatching(/^[a-z_]+$/), error_description: message }),
};
const PATHS: Readonly<Record<Family, string>> = {
  standard: PIN_PATH,
  factor: '/authentication_factors/otp/SMS/verify',
  oauth: '/v1/auth/jose/playground/jwe-direct-encryption',
};
const BODIES: Readonly<Record<Family, unknown>> = {
  standard: { pin: PIN },
  factor: { verificationCode: '123456' },
  oauth: { message: 'hello' },
};

async function send(family: Family, call: Call, fixture?: RouterFixture): Promise<RouterResponse> {
  const { apiKey, tokens, call: callRouter } = fixture ?? (await routerFixture({ factors: [] }));
  const token = { standard: tokens.user, factor: tokens.auth, oauth: tokens.application }[family];
  const headers = { ...(family === 'factor' ? { 'api-key': apiKey } : {}), ...(call.headers as object) };
  return callRouter(PATHS[family], { method: 'POST', token, ...call, headers });
}

describe.each(['standard', 'factor', 'oauth'] as const)('an operation of the %s family', (family) => {
  const json = BODIES[family];

  test.each<[string, Call]>([
    ['no credentials', { token: null, json }],
    ['an unknown token', { token: 'YWNtZQ.nonsense', json }],
    ['a malformed token', { token: '***', json }],
    ['another authentication scheme', { token: null, json, headers: { authorization: 'Basic YTpi' } }],
    ['two Authorization headers', { json, headers: { authorization: 'Bearer second' } }],
  ])('returns 401 for %s', async (_, call) => {
    const response = await send(family, call);
    expect(response.status).toBe(401);
    expect(response.body).toEqual(ERROR_BODIES[family](codeOf(response) ?? ''));
    expect(response.headers.get('www-authenticate')).toMatch(/^(Bearer|ApiKey) realm="sca-kit"$/);
    if (family === 'oauth') expect(response.body).toMatchObject({ error: 'invalid_token' });
  });

  test('returns 403 for a token of the wrong kind', async () => {
    const fixture = await routerFixture();
    const token = family === 'factor' ? fixture.tokens.user : fixture.tokens.auth;
    const response = await send(family, { token, json }, fixture);
    expect(response.status).toBe(403);
    const denied =
      family === 'factor' ? { errorCode: 'INSUFFICIENT_PERMISSIONS' } : ERROR_BODIES[family]('access.denied');
    expect(response.body).toEqual(denied);
  });

  test.each(['text/html', 'application/json;q=0', 'image/*, text/*;q=0.5'])(
    'returns 406 for Accept: %s',
    async (accept) => {
      const response = await send(family, { json, headers: { accept } });
      expect(response.status).toBe(406);
      expect(response.body).toEqual(ERROR_BODIES[family]('not.acceptable'));
    },
  );

  test.each(['application/json', '*/*', 'application/*', 'text/html, application/json;q=0.1', '', 'APPLICATION/JSON'])(
    'does not return 406 for Accept: %s',
    async (accept) => {
      expect((await send(family, { json, headers: { accept } })).status).not.toBe(406);
    },
  );

  test.each<[string, Call]>([
    ['another media type', { raw: 'x', headers: { 'content-type': 'text/plain' } }],
    ['a media type that starts with a supported one', { raw: '{}', headers: { 'content-type': 'application/jsonp' } }],
    ['two Content-Type headers', { json, headers: { 'content-type': 'application/json' } }],
    ['a body without a content type', { raw: new TextEncoder().encode('{}') }],
    ['another charset', { raw: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } }],
    ['a content encoding', { json, headers: { 'content-encoding': 'gzip' } }],
    ['a missing body without a content type', {}],
  ])('returns 415 for %s', async (_, call) => {
    const response = await send(family, call);
    expect(response.status).toBe(415);
    expect(response.body).toEqual(ERROR_BODIES[family]('media.type.unsupported'));
  });

  test.each(['Content-Length', 'body'])('returns 413 when the %s exceeds the limit', async (where) => {
    const large = JSON.stringify({ padding: 'x'.repeat(2 ** 20) });
    const headers = {
      'content-type': 'application/json',
      ...(where === 'Content-Length' ? { 'content-length': '2000000' } : {}),
    };
    const response = await send(family, { raw: where === 'body' ? large : '{}', headers });
    expect(response.status).toBe(413);
    expect(response.body).toEqual(ERROR_BODIES[family]('request.too.large'));
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['broken JSON', '{"a":'],
    ['text that is not JSON', 'pin=4711'],
    ['JSON with trailing data', '{} {}'],
    ['white space', ' '],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['JSON nested 100,000 levels deep', `{"unknown":${'['.repeat(1e5)}${']'.repeat(1e5)}}`],
    ['JSON with 20,000 values', `{"unknown":[${Array(2e4).fill('{}').join(',')}]}`],
    ['JSON nested one level too deep', `{"unknown":${'['.repeat(64)}1${']'.repeat(64)}}`],
  ])('returns 400 for %s', async (_, raw) => {
    const response = await send(family, { raw, headers: { 'content-type': 'application/json' } });
    expect(response.status).toBe(400);
    if (family === 'factor') {
      expect(response.body).toEqual({ message, syntaxErrors: { invalidFields: [] } });
    } else {
      expect(response.body).toEqual(ERROR_BODIES[family]('request.malformed'));
    }
  });

  test.each<[string, unknown]>([
    ['a number', 4711],
    ['null', null],
    ['an array', []],
    ['a string', 'text'],
    ['an empty object', {}],
    ['members of the wrong type', Object.fromEntries(Object.keys(json as object).map((name) => [name, 4711]))],
    ['null members', Object.fromEntries(Object.keys(json as object).map((name) => [name, null]))],
    [
      'members that are too long',
      Object.fromEntries(Object.keys(json as object).map((name) => [name, '1'.repeat(999)])),
    ],
  ])('returns 400 for an invalid body: %s', async (_, value) => {
    const response = await send(family, { json: value });
    expect(response.status).toBe(400);
    const body = JSON.stringify(response.body);
    expect(body).not.toContain('11111');
    if (family === 'standard') expect(codeOf(response)).toBe('request.invalid');
    if (family === 'oauth') expect(response.body).toMatchObject({ error: 'invalid_request' });
    if (family === 'factor') expect(response.body).toMatchObject({ syntaxErrors: { invalidFields: [{}] } });
  });

  test('returns 400 for an empty body with a JSON content type', async () => {
    const response = await send(family, { raw: '', headers: { 'content-type': 'application/json' } });
    expect(response.status).toBe(400);
    expect(JSON.stringify(response.body)).toMatch(/missing|REQUIRED/);
  });

  test('ignores unknown members of the body', async () => {
    const given = { ...(json as object), unknown: { pin: 1 }, __proto__: null, constructor: 'x' };
    const response = await send(family, { json: given });
    expect(response.status).toBe(family === 'factor' ? 409 : 200);
  });

  test('does not return the cause of a 500', async () => {
    const throws = (): never => {
      throw new Error('connection to postgres://secret@db lost');
    };
    const fixture = await routerFixture({
      factors: [],
      handlers: { createPin: throws, verifyOtpFactor: throws, echoJweDirect: throws },
    });
    const response = await send(family, { json }, fixture);
    expect(response.status).toBe(500);
    expect(response.text).not.toMatch(/postgres|secret|Error:/);
    expect(response.body).toEqual(ERROR_BODIES[family]('internal.error'));
    expect(fixture.log.at(-1)).toMatchObject({ status: 500, code: 'internal.error', cause: expect.any(Error) });
  });
});
