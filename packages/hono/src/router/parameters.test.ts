import { describe, expect, test } from 'vitest';
import { type Answered, type Call, codeOf, routerFixture } from '../testing/router.fixture.ts';

const STATEMENT =
  '/v1/profiles/101/balance-statements/7/statement.json?currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-01-31T00:00:00Z';

/** Where the issues are, each place once. */
function pathsOf({ body }: Answered): readonly string[] {
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

  test('400 lists each issue once', async () => {
    const { call } = await routerFixture();
    const answer = await call('/v1/profiles/-1/balance-statements/x/statement.json?currency=e');
    const { errors } = answer.body as {
      readonly errors: readonly { readonly path: string; readonly message: string }[];
    };
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/path/profileId', '/path/balanceId', '/query/currency', '/query/intervalStart']),
    );
    expect(new Set(errors.map((issue) => JSON.stringify(issue))).size).toBe(errors.length);
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

  test('returns 400 for a byte more, and for text whose last character is not base64', async () => {
    const { call } = await routerFixture({ factors: [] });
    expect((await call(path, { json: { faceMap: base64(2 ** 20 + 3) } })).status).toBe(400);
    // A pattern that backtracks from every position of this text would run into the test's timeout.
    expect((await call(path, { json: { faceMap: `${'A'.repeat(1_398_000)}!` } })).status).toBe(400);
  });

  test('413 beyond two MiB', async () => {
    const { call } = await routerFixture({ factors: [] });
    const answer = await call(path, { json: { faceMap: base64(2 ** 21) } });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'request.too.large']);
  });
});
