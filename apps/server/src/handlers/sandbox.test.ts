import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { createServer } from '../create-server.ts';

const server = await createServer(readConfig({ SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent' }));
afterAll(() => server.close());

const YEAR = 31_536_000;

test('rejects moving a clock more than a hundred years ahead, and keeps the client usable', async () => {
  const { identity } = server.services.engine;
  const created = await server.app.request('/sandbox/users', { method: 'POST' });
  const { clientId } = (await created.json()) as { clientId: string };
  // Every move of a year outlives the token that made it.
  const advance = async (seconds: number) => {
    const { accessToken } = await identity.issueApplicationToken({ clientId, traceId: null });
    return server.app.request('/sandbox/clock', {
      method: 'POST',
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ seconds }),
    });
  };
  for (let year = 1; year <= 100; year += 1) expect((await advance(YEAR)).status).toBe(200);

  const rejected = await advance(1);
  expect([rejected.status, await rejected.json()]).toMatchObject([
    400,
    { errors: [{ code: 'request.invalid', path: '/body/seconds' }] },
  ]);
  const { accessToken } = await identity.issueApplicationToken({ clientId, traceId: null });
  const clock = await server.app.request('/sandbox/clock', { headers: { Authorization: `Bearer ${accessToken}` } });
  expect([clock.status, await clock.json()]).toMatchObject([200, { offset: 100 * YEAR }]);
});

test('does not store undocumented members of a simulated response', async () => {
  const created = await server.app.request('/sandbox/users', { method: 'POST' });
  const user = (await created.json()) as { clientId: string; userId: number; applicationToken: string };
  const setOutcome = (body: object) =>
    server.app.request('/sandbox/outcomes', {
      method: 'POST',
      headers: { Authorization: `Bearer ${user.applicationToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...body, secret: { pin: '1234' }, type: 'x' }),
    });
  const { userId } = user;
  const correlationId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
  const responses = [
    await setOutcome({ userId, kind: 'PIN', outcome: 'fail' }),
    await setOutcome({ operationId: 'verifyPin', outcome: 'error' }),
    await setOutcome({ correlationId, outcome: 'error' }),
  ];
  expect(responses.map(({ status }) => status)).toEqual([204, 204, 204]);
  const entries = await server.services.stores.auditLog.list(user.clientId, '0', 100);
  expect(entries.filter(({ event }) => event.type === 'outcome.set').map(({ event }) => event.data)).toEqual([
    { outcome: 'fail', userId, kind: 'PIN' },
    { outcome: 'error', operationId: 'verifyPin' },
    { outcome: 'error', correlationId },
  ]);
});
