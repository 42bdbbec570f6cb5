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

test('a registration code is redeemed only with the client_id of the client that asks, and a refusal leaves it usable', async () => {
  const user = await freshUser();
  const redeem = (clientId: string) =>
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
  const refused = await redeem('another-client');
  expect([refused.status, await refused.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  expect((await redeem(user.clientId)).status).toBe(200);
});
