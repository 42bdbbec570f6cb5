import { expect, test } from 'vitest';
import { CLIENT, identityFixture, PASSWORD, typesOf } from './identity.fixture.ts';

const MINUTE = 60_000;

test('the right password returns an auth token', async () => {
  const { identity, credentials, user, store } = await identityFixture();
  const login = await identity.loginWithPassword({ ...credentials, traceId: 'trace-2' }, ' ANN@example.com', PASSWORD);
  expect(login).toMatchObject({ clientId: 'acme', userId: user.userId });
  await expect(identity.authenticate(login.token)).resolves.toMatchObject({ kind: 'auth', userId: user.userId });
  expect(store.auditLog.at(-1)).toMatchObject({
    type: 'login.succeeded',
    userId: user.userId,
    actor: `user:${user.userId}`,
    traceId: 'trace-2',
  });
});

test('an unknown address and a wrong password get the same error after the same work', async () => {
  const { identity, credentials, user, keys, store } = await identityFixture();
  const work: number[] = [];
  const errors: unknown[] = [];
  for (const [email, password] of [
    [user.email, 'wrong'],
    ['no@example.com', PASSWORD],
  ] as const) {
    const before = keys.calls.verifyHash;
    errors.push(
      await identity
        .loginWithPassword({ ...credentials, traceId: null }, email, password)
        .catch((error: Error) => error),
    );
    work.push(keys.calls.verifyHash - before);
  }
  expect(errors[0]).toMatchObject({ code: 'login.failed' });
  expect(errors[1]).toEqual(errors[0]);
  expect(work).toEqual([1, 1]);
  expect(store.auditLog.slice(-2)).toMatchObject([
    { type: 'login.failed', result: 'failure', userId: user.userId },
    { type: 'login.failed', result: 'failure', userId: null },
  ]);
});

test.each(['ann@example.com', 'no@example.com'])('concurrent guesses do not exceed the limit: %s', async (email) => {
  const { identity, credentials, keys } = await identityFixture({
    passwordGuesses: { limit: 5, window: 15 * MINUTE },
  });
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, (_, index) =>
      identity.loginWithPassword({ ...credentials, traceId: null }, email, `guess-${index}`),
    ),
  );
  const codes = results.map((result) => result.status === 'rejected' && result.reason.code);
  expect(codes.filter((code) => code === 'login.failed')).toHaveLength(5);
  expect(codes.filter((code) => code === 'rate.limit.reached')).toHaveLength(195);
  expect(keys.calls.verifyHash).toBe(5);
});

test('after the limit the right password is rejected until the window has passed', async () => {
  const { identity, credentials, user, clock } = await identityFixture({
    passwordGuesses: { limit: 2, window: 15 * MINUTE },
  });
  const login = (password: string) =>
    identity.loginWithPassword({ ...credentials, traceId: null }, user.email, password);
  await expect(login('wrong')).rejects.toThrow();
  clock.advance(MINUTE);
  await expect(login('wrong')).rejects.toThrow();
  await expect(login(PASSWORD)).rejects.toMatchObject({
    code: 'rate.limit.reached',
    details: { retryAfter: 14 * 60, limitedBy: 'password-guesses', limit: 2 },
  });
  clock.advance(14 * MINUTE);
  await login(PASSWORD);
});

test('right passwords do not count towards the limit', async () => {
  const { identity, credentials, user } = await identityFixture({
    passwordGuesses: { limit: 2, window: 15 * MINUTE },
  });
  for (let count = 0; count < 10; count += 1) {
    await identity.loginWithPassword({ ...credentials, traceId: null }, user.email, PASSWORD);
  }
});

test('a login works only at the client of the user', async () => {
  const { identity, user } = await identityFixture();
  const other = await identity.createClient({ ...CLIENT, clientId: 'other' });
  const login = (clientId = '') => identity.loginWithPassword({ clientId, traceId: null }, user.email, PASSWORD);
  await expect(login(other?.clientId)).rejects.toMatchObject({ code: 'login.failed' });
});

test('an inactive user can log in', async () => {
  const { identity, credentials, store } = await identityFixture();
  await identity.createUser(CLIENT, { email: 'idle@example.com', password: PASSWORD, active: false });
  await identity.loginWithPassword({ ...credentials, traceId: null }, 'idle@example.com', PASSWORD);
  expect(typesOf(store)).toContain('login.succeeded');
});
