import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { createServer } from '../create-server.ts';

const server = await createServer(readConfig({ SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent' }));
afterAll(() => server.close());

const clients = () => server.services.stores.auditLog.clients();

test.each([
  ['a number that is none', { phoneNumber: '+10000000000' }, 400, 'phone.number.invalid'],
  ['a face map that is none', { faceMap: '####' }, 400, 'facemap.invalid'],
  ['a device of an inactive user', { active: false, biometric: true }, 400, 'request.invalid'],
])('%s creates no client', async (_, body, status, code) => {
  const before = await clients();
  const response = await server.app.request('/sandbox/users', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect([response.status, await response.json()]).toMatchObject([status, { errors: [{ code }] }]);
  expect(await clients()).toEqual(before);
});
