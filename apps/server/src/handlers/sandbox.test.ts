import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { createServer } from '../create-server.ts';

const server = await createServer(readConfig({ SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent' }));
afterAll(() => server.close());

const YEAR = 31_536_000;

test('a clock stops a hundred years ahead, where all its times can still be told, and its client goes on', async () => {
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

  const refused = await advance(1);
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { errors: [{ code: 'request.invalid', path: '/body/seconds' }] },
  ]);
  const { accessToken } = await identity.issueApplicationToken({ clientId, traceId: null });
  const clock = await server.app.request('/sandbox/clock', { headers: { Authorization: `Bearer ${accessToken}` } });
  expect([clock.status, await clock.json()]).toMatchObject([200, { offset: 100 * YEAR }]);
});
