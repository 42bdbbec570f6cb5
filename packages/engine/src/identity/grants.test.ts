import { expect, test } from 'vitest';
import { CLIENT, identityFixture, typesOf } from './identity.fixture.ts';

const HOUR = 3_600_000;
const invalidGrant = { code: 'oauth.invalid_grant' };

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

test('a registration code can be exchanged once', async () => {
  const { identity, user, store } = await identityFixture();
  const grant = await identity.exchangeRegistrationCode(CLIENT, 'ANN@example.com', user.registrationCode);
  expect(grant).toMatchObject({ userId: user.userId, expiresIn: 43_200 });
  await expect(identity.authenticate(grant.accessToken)).resolves.toMatchObject({ kind: 'user', userId: user.userId });
  await expect(identity.exchangeRegistrationCode(CLIENT, user.email, user.registrationCode)).rejects.toMatchObject(
    invalidGrant,
  );
  expect(typesOf(store)).toContain('registration-code.redeemed');
});

test('one of many concurrent exchanges of a registration code succeeds', async () => {
  const { identity, user } = await identityFixture();
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, () => identity.exchangeRegistrationCode(CLIENT, user.email, user.registrationCode)),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
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
  expect(errors[0]).toMatchObject(invalidGrant);
  expect(errors[1]).toEqual(errors[0]);
  expect(errors[2]).toEqual(errors[0]);
});

test('a refresh token can be used once and returns a new one', async () => {
  const { identity, user, clock } = await identityFixture();
  const first = await identity.issueUserTokens(CLIENT, user.userId);
  clock.advance(13 * HOUR);
  await expect(identity.authenticate(first.accessToken)).rejects.toMatchObject({ code: 'token.invalid' });
  const second = await identity.refresh(CLIENT, first.refreshToken);
  await expect(identity.authenticate(second.accessToken)).resolves.toMatchObject({ userId: user.userId });
  await expect(identity.refresh(CLIENT, first.refreshToken)).rejects.toMatchObject(invalidGrant);
  await identity.refresh(CLIENT, second.refreshToken);
});

test('one of many concurrent refreshes with one token succeeds', async () => {
  const { identity, user, store } = await identityFixture();
  const { refreshToken } = await identity.issueUserTokens(CLIENT, user.userId);
  const results = await Promise.allSettled(Array.from({ length: 200 }, () => identity.refresh(CLIENT, refreshToken)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(typesOf(store).filter((type) => type === 'token.refreshed')).toHaveLength(1);
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
  clock.advance(90 * 24 * HOUR);
  await expect(identity.refresh(CLIENT, grant.refreshToken)).rejects.toMatchObject(invalidGrant);
});
