import { expect, test } from 'vitest';
import { CLIENT, identityFixture, PASSWORD, typesOf } from './identity.fixture.ts';

test('a client authenticates with its secret and with its api-key', async () => {
  const { identity, credentials } = await identityFixture();
  await identity.authenticateClient('acme', credentials.clientSecret);
  await expect(identity.authenticateApiKey(credentials.apiKey)).resolves.toEqual({ clientId: 'acme' });
});

test('a wrong secret and an unknown client get the same error', async () => {
  const { identity, credentials, keys } = await identityFixture();
  const before = keys.calls.verifyMac;
  const errors = await Promise.all([
    identity.authenticateClient('acme', 'wrong').catch((error: Error) => error),
    identity.authenticateClient('nobody', credentials.clientSecret).catch((error: Error) => error),
  ]);
  expect(errors[0]).toMatchObject({ code: 'oauth.invalid_client' });
  expect(errors[1]).toEqual(errors[0]);
  expect(keys.calls.verifyMac - before).toBe(2);
});

test.each(['', 'nonsense', 'YWNtZQ.AAAAAAAAAAAAAAAA', 'bm9ib2R5.AAAAAAAAAAAAAAAA'])(
  'a malformed api-key is rejected: %j',
  async (apiKey) => {
    const { identity } = await identityFixture();
    await expect(identity.authenticateApiKey(apiKey)).rejects.toMatchObject({ code: 'authentication.required' });
  },
);

test('a client is created once by concurrent creates', async () => {
  const { identity } = await identityFixture();
  const actor = { ...CLIENT, clientId: 'many' };
  const created = await Promise.all(Array.from({ length: 50 }, () => identity.createClient(actor)));
  expect(created.filter((client) => client !== undefined)).toHaveLength(1);
});

test('createClient uses the given credentials', async () => {
  const { identity } = await identityFixture();
  const actor = { ...CLIENT, clientId: 'demo' };
  const created = await identity.createClient(actor, { clientSecret: 'demo-secret', apiKeySecret: 'demo-api-key' });
  expect(created?.clientSecret).toBe('demo-secret');
  await identity.authenticateClient('demo', 'demo-secret');
  await expect(identity.authenticateApiKey(created?.apiKey ?? '')).resolves.toEqual({ clientId: 'demo' });
  await expect(identity.createClient({ ...CLIENT, clientId: 'x' }, { apiKeySecret: 'no good' })).rejects.toThrow(
    TypeError,
  );
});

test('an email address belongs to one user of a client, whatever its case', async () => {
  const { identity } = await identityFixture();
  await expect(identity.createUser(CLIENT, { email: ' ann@example.COM ' })).rejects.toMatchObject({
    code: 'email.already.exists',
  });
  await identity.createClient({ ...CLIENT, clientId: 'other' });
  await identity.createUser({ ...CLIENT, clientId: 'other' }, { email: 'ann@example.com' });
});

test('one of many concurrent users with one email address is created', async () => {
  const { identity, store } = await identityFixture();
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, () => identity.createUser(CLIENT, { email: 'bob@example.com' })),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(typesOf(store).filter((type) => type === 'user.created')).toHaveLength(2);
});

test('the first profile of a user is the default profile', async () => {
  const { identity, store } = await identityFixture();
  const user = await identity.createUser(CLIENT, {
    userId: 5,
    profiles: [{ type: 'personal', profileId: 101, requiredFactors: 1 }, { type: 'business' }],
  });
  expect(user.profiles).toMatchObject([
    { userId: 5, profileId: 101, type: 'personal', isDefault: true, requiredFactors: 1 },
    { userId: 5, type: 'business', isDefault: false, requiredFactors: 2 },
  ]);
  const stored = await store.read({ clientId: 'acme' }, (tx) => tx.profiles.listByUser(user));
  expect(stored).toEqual(user.profiles);
  await expect(identity.createUser(CLIENT, { userId: 5, email: 'five@example.com' })).rejects.toThrow(TypeError);
  await expect(identity.createUser(CLIENT, { profiles: [{ type: 'personal', profileId: 101 }] })).rejects.toThrow(
    TypeError,
  );
});

test('createUser requires an existing client', async () => {
  const { identity } = await identityFixture();
  await expect(identity.createUser({ ...CLIENT, clientId: 'nobody' })).rejects.toMatchObject({
    code: 'client.not.found',
  });
});

test("deleteUser removes the user's tokens and keeps the audit log", async () => {
  const { identity, store, user, credentials } = await identityFixture();
  const grant = await identity.issueUserTokens(CLIENT, user.userId);
  const { token } = await identity.loginWithPassword({ ...credentials, traceId: null }, user.email, PASSWORD);
  await identity.deleteUser(CLIENT, user.userId);
  for (const text of [grant.accessToken, token]) {
    await expect(identity.authenticate(text)).rejects.toMatchObject({ code: 'token.invalid' });
  }
  await expect(identity.refresh(CLIENT, grant.refreshToken)).rejects.toMatchObject({ code: 'oauth.invalid_grant' });
  await expect(identity.deleteUser(CLIENT, user.userId)).rejects.toMatchObject({ code: 'user.not.found' });
  expect(typesOf(store)).toEqual(expect.arrayContaining(['user.created', 'user.deleted']));
});

test("another client's user is not found", async () => {
  const { identity, user } = await identityFixture();
  const other = { ...CLIENT, clientId: 'other' };
  await identity.createClient(other);
  await expect(identity.deleteUser(other, user.userId)).rejects.toMatchObject({ code: 'user.not.found' });
  await expect(identity.issueUserTokens(other, user.userId)).rejects.toMatchObject({ code: 'user.not.found' });
});

test('no plain secret is stored or audited', async () => {
  const { identity, store, user, credentials } = await identityFixture();
  const grant = await identity.issueUserTokens(CLIENT, user.userId);
  const application = await identity.issueApplicationToken(CLIENT);
  const { token } = await identity.loginWithPassword({ ...credentials, traceId: null }, user.email, PASSWORD);
  const secrets = [
    credentials.clientSecret,
    credentials.apiKey,
    user.password,
    user.registrationCode,
    grant.accessToken,
    grant.refreshToken,
    application.accessToken,
    token,
  ];
  for (const secret of secrets) expect(store.dump()).not.toContain(secret);
});
