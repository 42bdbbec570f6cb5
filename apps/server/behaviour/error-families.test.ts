import { operationIds, operationOf } from '@sca-kit/api';
import { describe, expect, it } from 'vitest';
import { openSandbox, phoneNumber } from './support/sandbox.ts';

const sandbox = openSandbox();
const TOKEN = '00000000-0000-4000-8000-000000000000';

describe('Families', () => {
  it.each([
    ['v2', 'GET', '/v1/one-time-token/status', 404],
    ['v1 one-time token', 'POST', '/v1/one-time-token/sms/trigger', 404],
  ])('%s returns errors as {"errors":[{"code","message"}]}', async (_, method, path, status) => {
    const user = await sandbox.createUser();
    const response = await user.call(method, path, { headers: { 'One-Time-Token': TOKEN } });
    expect(response.status).toBe(status);
    expect(response.body).toEqual({
      errors: [{ code: 'one.time.token.not.found', message: expect.stringMatching(/\w/) }],
    });
  });

  it('v1 user security returns errors as {"errors":[{"code","message"}]}', async () => {
    const user = await sandbox.createUser();
    const response = await user.callAsApplication('DELETE', `/v1/users/${user.details.userId}/pin`);
    expect(response.status).toBe(404);
    expect(response.body).toEqual({ errors: [{ code: 'pin.not.setup', message: 'PIN has not been set up.' }] });
  });

  it('additional factors return 400 with message and syntaxErrors, 409 with errorCode', async () => {
    const user = await sandbox.createUser();
    for (const [verificationCode, error] of [
      ['12', 'SIZE'],
      ['1234567', 'SIZE'],
      ['12345x', 'REGEX'],
      [undefined, 'REQUIRED'],
    ]) {
      const invalid = await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS/verify', {
        body: { verificationCode },
      });
      const invalidFields = [{ params: [], fieldName: 'verificationCode', error }];
      expect(invalid.status).toBe(400);
      expect(invalid.body).toEqual({ message: expect.any(String), syntaxErrors: { invalidFields } });
    }
    const channel = await user.callWithAuthToken('POST', '/authentication_factors/otp/FAX');
    expect(channel.body.syntaxErrors).toEqual({
      invalidFields: [{ params: [], fieldName: 'channel', error: 'IN' }],
    });
    const login = await sandbox.call('POST', '/login_with_password', {
      headers: { 'api-key': user.details.apiKey ?? '' },
      body: { email: user.details.email, password: {} },
    });
    expect(login.body.syntaxErrors).toEqual({
      invalidFields: [{ params: ['password'], fieldName: 'value', error: 'REQUIRED' }],
    });
    const conflict = await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS/verify', {
      body: { verificationCode: '123456' },
    });
    expect(conflict.status).toBe(409);
    expect(conflict.body).toEqual({ errorCode: 'STATE_INVALID' });
  });

  it('OAuth and JOSE return errors as {"error","error_description"}', async () => {
    const user = await sandbox.createUser();
    const oauth = await sandbox.call('POST', '/oauth/token', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });
    expect(oauth.status).toBe(401);
    expect(oauth.body).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
    const jose = await user.callAsApplication('POST', '/v1/auth/jose/playground/jwe', {
      headers: { 'content-type': 'application/jose+json', 'x-tw-jose-method': 'jwe' },
      body: 'a.b.c.d.e',
    });
    expect(jose.status).toBe(400);
    expect(jose.body).toEqual({ error: 'jwe_error', error_description: expect.any(String) });
  });

  it('the sandbox returns errors as v2 does', async () => {
    const user = await sandbox.createUser();
    const response = await user.callAsApplication('DELETE', '/sandbox/users/1');
    expect(response.status).toBe(404);
    expect(response.body).toEqual({ errors: [{ code: 'user.not.found', message: expect.any(String) }] });
  });

  it.each(operationIds.map(operationOf).filter(({ deprecated }) => deprecated))(
    'v1 responses have Deprecation and Link rel="successor-version" ($operationId)',
    async ({ method, path, successor }) => {
      const response = await sandbox.call(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, '1'));
      expect(response.headers.get('deprecation')).toMatch(/^@\d+$/);
      expect(response.headers.get('link')).toMatch(/^<\/[^<>]+>; rel="successor-version"$/);
      expect(successor).toMatch(/^\//);
    },
  );

  it('successful v1 responses have the same headers, v2 responses have none', async () => {
    const user = await sandbox.createEnrolledUser();
    const old = await user.callV1('pin/verify', await user.createToken(), { pin: '1234' });
    expect(old.status).toBe(200);
    expect(old.headers.get('deprecation')).toMatch(/^@\d+$/);
    expect(old.headers.get('link')).toContain('rel="successor-version"');
    const now = await user.call('DELETE', user.v2Path('pin'));
    expect([now.status, now.headers.get('deprecation'), now.headers.get('link')]).toEqual([204, null, null]);
  });

  it('phone-numbers and phone_numbers are the same resource', async () => {
    const user = await sandbox.createUser();
    const [hyphen, underscore] = ['phone-numbers', 'phone_numbers'].map(
      (name) => `/v1/application/users/${user.details.userId}/${name}`,
    );
    const number = phoneNumber();
    const created = await user.callAsApplication<{ id: number }>('POST', `${underscore}`, {
      body: { phoneNumber: number },
    });
    expect(created.status).toBe(200);
    const updated = await user.callAsApplication('PUT', `${underscore}/${created.body.id}`, {
      body: { phoneNumber: phoneNumber() },
    });
    expect(updated.status).toBe(200);
    const lists = [
      await user.callAsApplication('GET', `${hyphen}`),
      await user.callAsApplication('GET', `${underscore}`),
    ];
    expect(lists.map(({ body }) => body)).toEqual([[updated.body], [updated.body]]);
    expect((await user.callAsApplication('DELETE', `${underscore}/${created.body.id}`)).status).toBe(204);
    expect((await user.callAsApplication('GET', `${hyphen}`)).body).toEqual([]);
  });

  it('the list of fingerprints returns the same for GET and POST', async () => {
    const user = await sandbox.createUser({ deviceFingerprint: 'laptop' });
    const path = `/v1/users/${user.details.userId}/partner-device-fingerprints`;
    const lists = [await user.callAsApplication('GET', path), await user.callAsApplication('POST', path)];
    expect(lists.map(({ status }) => status)).toEqual([200, 200]);
    expect(lists[0]?.body).toEqual([{ deviceFingerprintId: expect.any(String), createdAt: expect.any(String) }]);
    expect(lists[1]?.body).toEqual(lists[0]?.body);
  });

  it('GET /v1/identity/one-time-token/status is an alias of GET /v1/one-time-token/status', async () => {
    const user = await sandbox.createEnrolledUser();
    const headers = { 'One-Time-Token': await user.createToken() };
    const alias = await user.call('GET', '/v1/identity/one-time-token/status', { headers });
    expect(alias.status).toBe(200);
    const validity = expect.any(Number);
    const canonical = await user.call('GET', '/v1/one-time-token/status', { headers });
    expect(canonical.body).toMatchObject({
      oneTimeTokenProperties: { ...(alias.body.oneTimeTokenProperties as object), validity },
    });
  });
});
