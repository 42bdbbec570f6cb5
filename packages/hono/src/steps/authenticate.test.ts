import { type OperationId, operationOf } from '@sca-kit/api';
import { describe, expect, test } from 'vitest';
import { ANONYMOUS, actorOf, type Caller } from '../caller.ts';
import { toErrorDetails } from '../errors/error-details.ts';
import { type RouterFixture, routerFixture } from '../testing/router.fixture.ts';
import { identifyCaller } from './authenticate.ts';
import { findProfile } from './authorise.ts';

async function authenticated(
  { engine }: RouterFixture,
  id: OperationId,
  headers: Record<string, string>,
): Promise<Caller> {
  const request = { operation: operationOf(id), headers: new Headers(headers), path: {} };
  return (await identifyCaller(request, engine.identity)).caller;
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('the caller', () => {
  test('is anonymous on a public operation, whatever credentials are sent', async () => {
    const fixture = await routerFixture();
    expect(await authenticated(fixture, 'getHealth', bearer('nonsense'))).toBe(ANONYMOUS);
  });

  test('is an application or anonymous on an operation with optional credentials', async () => {
    const fixture = await routerFixture();
    const { tokens } = fixture;
    const callers = [bearer(tokens.application), bearer(tokens.user), bearer('nonsense'), {}].map((headers) =>
      authenticated(fixture, 'createSandboxUser', headers),
    );
    const anonymous = { kind: 'anonymous' };
    expect(await Promise.all(callers)).toMatchObject([{ kind: 'application' }, anonymous, anonymous, anonymous]);
  });

  test('is a user or an application, as the operation accepts', async () => {
    const fixture = await routerFixture();
    const { tokens, user } = fixture;
    const known = { clientId: 'acme', userId: user.userId };
    expect(await authenticated(fixture, 'getMe', bearer(tokens.user))).toMatchObject({ kind: 'user', ...known });
    const application = { kind: 'application', clientId: 'acme', userId: null };
    expect(await authenticated(fixture, 'getClock', bearer(tokens.application))).toMatchObject(application);
    expect(await authenticated(fixture, 'getJosePublicKey', bearer(tokens.user))).toMatchObject({ kind: 'user' });
    expect(await authenticated(fixture, 'getJosePublicKey', bearer(tokens.application))).toMatchObject(application);
  });

  test('is a user for an auth token with the api-key of its client', async () => {
    const fixture = await routerFixture();
    const headers = { ...bearer(fixture.tokens.auth), 'api-key': fixture.apiKey };
    const caller = await authenticated(fixture, 'listAuthenticationFactors', headers);
    expect(caller).toMatchObject({ kind: 'auth', userId: fixture.user.userId, token: { steppedUpAt: null } });
  });

  test('is a client for an api-key alone', async () => {
    const fixture = await routerFixture();
    const caller = await authenticated(fixture, 'loginWithPassword', { 'api-key': fixture.apiKey });
    expect(caller).toEqual({ kind: 'api-key', clientId: 'acme', userId: null, token: null });
  });

  test('is a client for its id and secret, which may contain colons', async () => {
    const fixture = await routerFixture();
    const actor = { clientId: 'other', userId: null, name: 'application', traceId: null };
    await fixture.engine.identity.createClient(actor, { clientSecret: 'a:b:ü' });
    expect(await authenticated(fixture, 'createAccessToken', basic('other:a:b:ü'))).toEqual({
      kind: 'client',
      clientId: 'other',
      userId: null,
      token: null,
    });
  });

  test('is found whatever the case of the scheme', async () => {
    const fixture = await routerFixture();
    const headers = { authorization: `bEARER   ${fixture.tokens.user}` };
    expect(await authenticated(fixture, 'getMe', headers)).toMatchObject({ kind: 'user' });
  });
});

/** Returns the details that `work` rejects with. */
const detailsOf = (work: Promise<unknown>) => work.then(() => undefined, toErrorDetails);

describe('401 Unauthorized', () => {
  test.each<[OperationId, Record<string, string>]>([
    ['getMe', {}],
    ['getMe', { authorization: '' }],
    ['getMe', { authorization: 'Bearer' }],
    ['getMe', { authorization: 'Bearer a b' }],
    ['getMe', { authorization: `Bearer ${'x'.repeat(5000)}` }],
    ['getMe', basic('acme:x')],
    ['listAuthenticationFactors', {}],
    ['loginWithPassword', {}],
    ['loginWithPassword', { 'api-key': '' }],
    ['loginWithPassword', { 'api-key': 'a, a' }],
    ['createAccessToken', {}],
    ['createAccessToken', basic('')],
    ['createAccessToken', basic(':secret')],
    ['createAccessToken', basic('acme:')],
    ['createAccessToken', { authorization: 'Basic YWNtZTp4, Basic YWNtZTp4' }],
  ])('%s with %j', async (id, headers) => {
    const fixture = await routerFixture();
    expect(await detailsOf(authenticated(fixture, id, headers))).toMatchObject({ status: 401 });
  });

  test('for a refresh token sent as an access token', async () => {
    const fixture = await routerFixture();
    const actor = { clientId: 'acme', userId: null, name: 'application', traceId: null };
    const { refreshToken } = await fixture.engine.identity.issueUserTokens(actor, fixture.user.userId);
    expect(await detailsOf(authenticated(fixture, 'getMe', bearer(refreshToken)))).toMatchObject({ status: 401 });
  });

  test('for an auth token after five idle minutes (RTS 4(3)(d))', async () => {
    const fixture = await routerFixture();
    const headers = { ...bearer(fixture.tokens.auth), 'api-key': fixture.apiKey };
    const ask = () => authenticated(fixture, 'listAuthenticationFactors', headers);
    fixture.clock.advance(299_000);
    await ask();
    fixture.clock.advance(299_000);
    await ask();
    fixture.clock.advance(300_001);
    expect(await detailsOf(ask())).toMatchObject({ status: 401, code: 'token.invalid' });
  });
});

describe('403 Forbidden', () => {
  test('for the api-key of another client', async () => {
    const fixture = await routerFixture();
    const actor = { clientId: 'other', userId: null, name: 'application', traceId: null };
    const other = await fixture.engine.identity.createClient(actor);
    const headers = { ...bearer(fixture.tokens.auth), 'api-key': other?.apiKey ?? '' };
    expect(await detailsOf(authenticated(fixture, 'enrolOtpFactor', headers))).toMatchObject({
      status: 403,
      code: 'access.denied',
    });
  });

  test.each<[OperationId, 'user' | 'application' | 'auth', string]>([
    ['getMe', 'application', 'This operation requires a user token, not an application token.'],
    ['getClock', 'user', 'This operation requires an application token, not a user token.'],
    ['getJosePublicKey', 'auth', 'This operation requires a user or an application token, not an auth token.'],
    ['echoJwe', 'user', 'This operation requires an application token, not a user token.'],
    ['listAuthenticationFactors', 'user', 'This operation requires an auth token, not a user token.'],
  ])('%s with the %s token', async (id, kind, message) => {
    const fixture = await routerFixture();
    const headers = { ...bearer(fixture.tokens[kind]), 'api-key': fixture.apiKey };
    await expect(authenticated(fixture, id, headers)).rejects.toMatchObject({ code: 'access.denied', message });
  });
});

describe('the profile of a request', () => {
  const profileFor = async (fixture: RouterFixture, id: OperationId, token: string, path: Record<string, unknown>) => {
    const caller = await authenticated(fixture, id, bearer(token));
    const parameters = { path, query: {}, header: {} };
    const context = { caller, actor: actorOf(caller, 'trace'), loaded: undefined, parameters };
    return findProfile(operationOf(id), context, fixture.engine.profiles);
  };

  test('is the one in the path when it belongs to the user', async () => {
    const fixture = await routerFixture();
    const found = await profileFor(fixture, 'createPin', fixture.tokens.user, { profileId: 101 });
    expect(found).toEqual({ clientId: 'acme', userId: fixture.user.userId, profileId: 101 });
    await expect(profileFor(fixture, 'createPin', fixture.tokens.user, { profileId: 102 })).rejects.toMatchObject({
      code: 'profile.not.found',
    });
  });

  test('is the default profile in v1', async () => {
    const fixture = await routerFixture();
    expect(await profileFor(fixture, 'createUserPin', fixture.tokens.user, {})).toMatchObject({ profileId: 101 });
  });

  test('is null for an application and for an operation without a profile', async () => {
    const fixture = await routerFixture();
    expect(await profileFor(fixture, 'deleteUserPin', fixture.tokens.application, { userId: 7 })).toBeNull();
    expect(await profileFor(fixture, 'getMe', fixture.tokens.user, {})).toBeNull();
  });
});

test('the audit log names the user, or the application', async () => {
  const fixture = await routerFixture();
  const { user, tokens } = fixture;
  const caller = await authenticated(fixture, 'getMe', bearer(tokens.user));
  const known = { clientId: 'acme', traceId: 't' };
  expect(actorOf(caller, 't')).toEqual({ ...known, userId: user.userId, name: `user:${user.userId}` });
  const application = await authenticated(fixture, 'getClock', bearer(tokens.application));
  expect(actorOf(application, 't')).toEqual({ ...known, userId: null, name: 'application' });
});
