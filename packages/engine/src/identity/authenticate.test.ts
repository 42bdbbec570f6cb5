import { expect, test } from 'vitest';
import { CLIENT, identityFixture, PASSWORD } from './identity.fixture.ts';

const IDLE = 300_000;
const invalid = { code: 'token.invalid' };

test('an auth token expires after exactly five minutes without use', async () => {
  const { identity, clock, user } = await identityFixture();
  const { accessToken } = await identity.issueAuthToken(CLIENT, user.userId);
  clock.advance(IDLE - 1);
  await identity.authenticate(accessToken);
  clock.advance(IDLE - 1);
  await identity.authenticate(accessToken);
  clock.advance(IDLE);
  await expect(identity.authenticate(accessToken)).rejects.toMatchObject(invalid);
  await expect(identity.authenticate(accessToken)).rejects.toMatchObject(invalid);
});

test('the use of an auth token is written at most every five seconds', async () => {
  const { identity, store, clock, user } = await identityFixture();
  const { accessToken } = await identity.issueAuthToken(CLIENT, user.userId);
  const { clientId, digest } = await identity.authenticate(accessToken);
  const lastUse = async (): Promise<number | undefined> =>
    (await store.read({ clientId }, (tx) => tx.accessTokens.find(clientId, digest)))?.lastUsedAt;
  const issued = clock.now();
  clock.advance(4_999);
  await identity.authenticate(accessToken);
  expect(await lastUse()).toBe(issued);
  clock.advance(1);
  await identity.authenticate(accessToken);
  expect(await lastUse()).toBe(issued + 5_000);
});

test('an auth token in constant use expires after twelve hours', async () => {
  const { identity, clock, user } = await identityFixture();
  const { accessToken } = await identity.issueAuthToken(CLIENT, user.userId);
  for (let minute = 0; minute < 12 * 60; minute += 4) {
    await identity.authenticate(accessToken);
    clock.advance(240_000);
  }
  await expect(identity.authenticate(accessToken)).rejects.toMatchObject(invalid);
});

test('a user token does not expire without use', async () => {
  const { identity, clock, user } = await identityFixture();
  const { accessToken } = await identity.issueUserTokens(CLIENT, user.userId);
  clock.advance(2 * IDLE);
  await expect(identity.authenticate(accessToken)).resolves.toMatchObject({ kind: 'user', userId: user.userId });
});

test("tokens expire on the client's own clock", async () => {
  const { identity, store, user } = await identityFixture();
  const { accessToken } = await identity.issueAuthToken(CLIENT, user.userId);
  await store.transaction({ clientId: 'acme' }, (tx) => tx.clients.advanceClock('acme', IDLE));
  await expect(identity.authenticate(accessToken)).rejects.toMatchObject(invalid);
});

test('a refresh token does not authenticate', async () => {
  const { identity, user } = await identityFixture();
  const { refreshToken } = await identity.issueUserTokens(CLIENT, user.userId);
  await expect(identity.authenticate(refreshToken)).rejects.toMatchObject(invalid);
});

test.each(['', 'nonsense', 'YWNtZQ.AAAAAAAAAAAAAAAA', 'bm9ib2R5.AAAAAAAAAAAAAAAA'])(
  'a token that was never issued is rejected: %j',
  async (text) => {
    const { identity } = await identityFixture();
    await expect(identity.authenticate(text)).rejects.toMatchObject(invalid);
  },
);

test('the authenticated token does not contain its text', async () => {
  const { identity, user } = await identityFixture();
  const { accessToken } = await identity.issueAuthToken(CLIENT, user.userId);
  expect(JSON.stringify(await identity.authenticate(accessToken))).not.toContain(accessToken.split('.')[1]);
});

test('an api-key must belong to the client of the token', async () => {
  const { identity, credentials, user } = await identityFixture();
  const { token } = await identity.loginWithPassword({ ...credentials, traceId: null }, user.email, PASSWORD);
  await expect(identity.authenticate(token, { apiKey: credentials.apiKey })).resolves.toMatchObject({
    kind: 'auth',
    userId: user.userId,
    steppedUpAt: null,
  });
  await expect(identity.authenticate(token, { apiKey: 'nonsense' })).rejects.toMatchObject({
    code: 'authentication.required',
  });
  await expect(identity.authenticate('nonsense', { apiKey: credentials.apiKey })).rejects.toMatchObject(invalid);
  const { accessToken } = await identity.issueUserTokens(CLIENT, user.userId);
  await expect(identity.authenticate(accessToken, { apiKey: credentials.apiKey })).resolves.toMatchObject({
    kind: 'user',
  });
  const other = await identity.createClient({ ...CLIENT, clientId: 'other' });
  await expect(identity.authenticate(token, { apiKey: other?.apiKey ?? '' })).rejects.toMatchObject({
    code: 'access.denied',
  });
});
