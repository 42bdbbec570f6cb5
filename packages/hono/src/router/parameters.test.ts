import { describe, expect, test } from 'vitest';
import { type Call, codeOf, type RouterResponse, routerFixture } from '../testing/router.fixture.ts';

const STATEMENT =
  '/v1/profiles/101/balance-statements/7/statement.json?currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-01-31T00:00:00Z';

/** The distinct paths of the errors. */
function pathsOf({ body }: RouterResponse): readonly string[] {
  const { errors } = body as { readonly errors: readonly { readonly code: string; readonly path: string }[] };
  expect(errors.every(({ code }) => code === 'request.invalid')).toBe(true);
  return [...new Set(errors.map(({ path }) => path))];
}

describe('parameters', () => {
  test.each([
    ['negative', '-101'],
    ['zero', '0'],
    ['not a number', 'abc'],
    ['a fraction', '1.5'],
    ['in scientific notation', '1e3'],
    ['hexadecimal', '0x65'],
    ['signed', '+101'],
    ['padded with a zero', '0101'],
    ['2^53 + 1', '9007199254740993'],
    ['2^53', '9007199254740992'],
    ['2^63', '9223372036854775808'],
    ['400 digits long', '9'.repeat(400)],
    ['followed by an encoded space', '101%20'],
    ['followed by an encoded line break', '101%0D%0Ax-injected:%201'],
    ['followed by an encoded slash', '101%2Fpin'],
    ['an invalid percent-encoding', '%zz'],
  ])('returns 400 for an id that is %s', async (_, id) => {
    const { call } = await routerFixture();
    const response = await call(`/v2/profiles/${id}/pin`, { method: 'DELETE' });
    expect(response.status).toBe(400);
    expect(pathsOf(response)).toEqual(['/path/profileId']);
    expect([...response.headers.keys()]).not.toContain('x-injected');
  });

  test('accepts the largest safe integer as an id', async () => {
    const { call } = await routerFixture();
    const response = await call('/v2/profiles/9007199254740991/pin', { method: 'DELETE' });
    expect([response.status, codeOf(response)]).toEqual([404, 'profile.not.found']);
  });

  test.each(['none', '', '5f0f4f46-6b8e-4f7c-9b61', `${'a'.repeat(400)}`, 'z'.repeat(36)])(
    'returns 400 for the one-time token "%s"',
    async (value) => {
      const { call } = await routerFixture();
      const response = await call('/v1/one-time-token/status', { headers: { 'one-time-token': value } });
      expect(response.status).toBe(400);
      expect(pathsOf(response)).toEqual(['/header/one-time-token']);
    },
  );

  test('returns 400 for a required header that is missing or repeated', async () => {
    const { call } = await routerFixture();
    const token = '5f0f4f46-6b8e-4f7c-9b61-3f2a0b1c2d3e';
    const twice: Call['headers'] = [
      ['one-time-token', token],
      ['one-time-token', token],
    ];
    for (const headers of [[], twice] as const) {
      const response = await call('/v1/one-time-token/status', { headers });
      expect([response.status, codeOf(response)]).toEqual([400, 'request.invalid']);
    }
  });

  test.each([
    ['missing', STATEMENT.replace('currency=EUR&', ''), '/query/currency', 'is missing.'],
    ['repeated', `${STATEMENT}&currency=EUR`, '/query/currency', 'is given more than once.'],
    ['not in its enum', `${STATEMENT}&type=HUGE`, '/query/type', 'must be one of COMPACT, FLAT.'],
    ['an impossible date', STATEMENT.replace('2026-01-01', '2026-02-30'), '/query/intervalStart', expect.any(String)],
    ['not UTF-8', STATEMENT.replace('EUR', '%ff%fe%fd'), '/query/currency', expect.any(String)],
  ])('returns 400 for a query parameter that is %s', async (_, path, pointer, message) => {
    const { call } = await routerFixture();
    const response = await call(path);
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ errors: [{ code: 'request.invalid', path: pointer, message }] });
  });

  test('ignores an undocumented query parameter', async () => {
    const { call } = await routerFixture();
    expect((await call('/v1/me?debug=1&debug=2')).status).toBe(200);
  });

  test('returns 400 with each error once', async () => {
    const { call } = await routerFixture();
    const response = await call('/v1/profiles/-1/balance-statements/x/statement.json?currency=e');
    const { errors } = response.body as {
      readonly errors: readonly { readonly path: string; readonly message: string }[];
    };
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/path/profileId', '/path/balanceId', '/query/currency', '/query/intervalStart']),
    );
    expect(new Set(errors.map((issue) => JSON.stringify(issue))).size).toBe(errors.length);
  });

  test('returns the same 404 for the profile of another user as for an unknown profile', async () => {
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

  test('returns 204 for a face map of 1 MiB, more than the limit of other bodies', async () => {
    const { call } = await routerFixture({ factors: [] });
    expect((await call(path, { json: { faceMap: base64(2 ** 20) } })).status).toBe(204);
  });

  test('returns 400 for a face map over 1 MiB, and for one whose last character is not base64', async () => {
    const { call } = await routerFixture({ factors: [] });
    expect((await call(path, { json: { faceMap: base64(2 ** 20 + 3) } })).status).toBe(400);
    // A pattern that backtracks from every position of this text would run into the test's timeout.
    expect((await call(path, { json: { faceMap: `${'A'.repeat(1_398_000)}!` } })).status).toBe(400);
  });

  test('returns 413 for a body over 2 MiB', async () => {
    const { call } = await routerFixture({ factors: [] });
    const response = await call(path, { json: { faceMap: base64(2 ** 21) } });
    expect([response.status, codeOf(response)]).toEqual([413, 'request.too.large']);
  });
});
