import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { createServer } from '../create-server.ts';

const server = await createServer(readConfig({ SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent' }));
afterAll(() => server.close());

async function freshUser(): Promise<{
  clientId: string;
  clientSecret: string;
  email: string;
  registrationCode: string;
}> {
  const response = await server.app.request('/sandbox/users', { method: 'POST' });
  return response.json() as ReturnType<typeof freshUser>;
}

test('consumes a registration code only with the client_id of the authenticated client, and leaves it usable otherwise', async () => {
  const user = await freshUser();
  const exchange = (clientId: string) =>
    server.app.request('/oauth/token', {
      method: 'POST',
      headers: {
        Authorization: `Basic ${btoa(`${user.clientId}:${user.clientSecret}`)}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        grant_type: 'registration_code',
        client_id: clientId,
        email: user.email,
        registration_code: user.registrationCode,
      }).toString(),
    });
  const rejected = await exchange('another-client');
  expect([rejected.status, await rejected.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  expect((await exchange(user.clientId)).status).toBe(200);
});
