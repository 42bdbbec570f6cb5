import { expect, test } from 'vitest';
import { CLIENT, identityFixture, typesOf } from './identity.fixture.ts';

const HOUR = 3_600_000;
const invalidGrant = { code: 'oauth.invalid_grant' };
const invalidCode = { code: 'oauth.invalid_code' };
const revoked = { code: 'token.invalid' };
const YEAR = 365 * 24 * HOUR;
const CALLBACK = 'https://client.example/callback';

test('an application token authenticates the client and expires after exactly twelve hours', async () => {
  const { identity, clock, store } = await identityFixture();
  const grant = await identity.issueApplicationToken(CLIENT);
  expect(grant).toMatchObject({ expiresIn: 43_200, createdAt: clock.now() });
  clock.advance(12 * HOUR - 1);
  await expect(identity.authenticate(grant.accessToken)).resolves.toMatchObject({
    clientId: 'acme',
    kind: 'application',
    userId: null,
  });
  clock.advance(1);
  await expect(identity.authenticate(grant.accessToken)).rejects.toMatchObject({ code: 'token.invalid' });
  expect(store.auditLog.at(-1)).toMatchObject({ type: 'token.issued', actor: 'application', traceId: 'trace-1' });
});

test('an application token requires an existing client', async () => {
  const { identity } = await identityFixture();
  await expect(identity.issueApplicationToken({ ...CLIENT, clientId: 'nobody' })).rejects.toMatchObject({
    code: 'client.not.found',
  });
});

test('a registration code can be exchanged again and again', async () => {
  const { identity, user, store } = await identityFixture();
  const exchange = () => identity.exchangeRegistrationCode(CLIENT, 'ANN@example.com', user.registrationCode);
  const grants = [await exchange(), await exchange()];
  for (const { accessToken } of grants) {
    await expect(identity.authenticate(accessToken)).resolves.toMatchObject({ kind: 'user', userId: user.userId });
  }
  expect(typesOf(store).filter((type) => type === 'registration-code.redeemed')).toHaveLength(2);
});

test('a wrong code, an unknown address and another client get the same error', async () => {
  const { identity, user } = await identityFixture();
  const other = { ...CLIENT, clientId: 'other' };
  await identity.createClient(other);
  const errors = await Promise.all([
    identity.exchangeRegistrationCode(CLIENT, user.email, 'wrong').catch((error: Error) => error),
    identity.exchangeRegistrationCode(CLIENT, 'no@example.com', user.registrationCode).catch((error: Error) => error),
    identity.exchangeRegistrationCode(other, user.email, user.registrationCode).catch((error: Error) => error),
  ]);
  expect(errors[0]).toMatchObject(invalidCode);
  expect(errors[1]).toEqual(errors[0]);
  expect(errors[2]).toEqual(errors[0]);
});

test('a refresh token can be used again, and each use revokes the access token before', async () => {
  const { identity, user, clock } = await identityFixture();
  const first = await identity.issueUserTokens(CLIENT, user.userId);
  clock.advance(HOUR);
  const second = await identity.refresh(CLIENT, first.refreshToken);
  await expect(identity.authenticate(first.accessToken)).rejects.toMatchObject(revoked);
  const third = await identity.refresh(CLIENT, first.refreshToken);
  await expect(identity.authenticate(second.accessToken)).rejects.toMatchObject(revoked);
  await expect(identity.authenticate(third.accessToken)).resolves.toMatchObject({ userId: user.userId });
  expect(third).toMatchObject({ refreshToken: first.refreshToken, refreshExpiresAt: first.createdAt + 20 * YEAR });
});

test('one of many concurrent refreshes leaves a valid access token', async () => {
  const { identity, user } = await identityFixture();
  const { refreshToken } = await identity.issueUserTokens(CLIENT, user.userId);
  const grants = await Promise.all(Array.from({ length: 50 }, () => identity.refresh(CLIENT, refreshToken)));
  const results = await Promise.allSettled(grants.map(({ accessToken }) => identity.authenticate(accessToken)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an authorization code gives tokens once, to its client and for its redirect URI', async () => {
  const { identity, user, store } = await identityFixture();
  const other = { ...CLIENT, clientId: 'other' };
  await identity.createClient(other);
  const { code, expiresIn } = await identity.issueAuthorizationCode(CLIENT, user.userId, CALLBACK);
  expect(expiresIn).toBe(60);
  await expect(identity.authenticate(code)).rejects.toMatchObject(revoked);
  await expect(identity.exchangeAuthorizationCode(CLIENT, code, `${CALLBACK}/`)).rejects.toMatchObject(invalidCode);
  await expect(identity.exchangeAuthorizationCode(other, code, CALLBACK)).rejects.toMatchObject(invalidCode);
  const grant = await identity.exchangeAuthorizationCode(CLIENT, code, CALLBACK);
  await expect(identity.authenticate(grant.accessToken)).resolves.toMatchObject({ userId: user.userId });
  expect(typesOf(store)).toContain('authorization-code.exchanged');
});

test('a second use of an authorization code revokes the tokens of the first', async () => {
  const { identity, user } = await identityFixture();
  const { code } = await identity.issueAuthorizationCode(CLIENT, user.userId, CALLBACK);
  const exchange = () => identity.exchangeAuthorizationCode(CLIENT, code, CALLBACK);
  const { refreshToken } = await exchange();
  const { accessToken } = await identity.refresh(CLIENT, refreshToken);
  await expect(exchange()).rejects.toMatchObject(invalidCode);
  await expect(identity.authenticate(accessToken)).rejects.toMatchObject(revoked);
  await expect(identity.refresh(CLIENT, refreshToken)).rejects.toMatchObject(invalidGrant);
});

test('one of many concurrent exchanges of an authorization code succeeds', async () => {
  const { identity, user } = await identityFixture();
  const { code } = await identity.issueAuthorizationCode(CLIENT, user.userId, CALLBACK);
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, () => identity.exchangeAuthorizationCode(CLIENT, code, CALLBACK)),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an authorization code expires after 60 seconds', async () => {
  const { identity, user, clock } = await identityFixture();
  const { code } = await identity.issueAuthorizationCode(CLIENT, user.userId, CALLBACK);
  clock.advance(60_000);
  await expect(identity.exchangeAuthorizationCode(CLIENT, code, CALLBACK)).rejects.toMatchObject(invalidCode);
});

test('refresh rejects tokens that are not valid refresh tokens of the client', async () => {
  const { identity, user, clock } = await identityFixture();
  const other = { ...CLIENT, clientId: 'other' };
  await identity.createClient(other);
  const grant = await identity.issueUserTokens(CLIENT, user.userId);
  for (const [caller, text] of [
    [CLIENT, grant.accessToken],
    [CLIENT, 'nonsense'],
    [CLIENT, 'YWNtZQ.AAAAAAAAAAAAAAAA'],
    [other, grant.refreshToken],
  ] as const) {
    await expect(identity.refresh(caller, text)).rejects.toMatchObject(invalidGrant);
  }
  clock.advance(20 * YEAR);
  await expect(identity.refresh(CLIENT, grant.refreshToken)).rejects.toMatchObject(invalidGrant);
});
