import { describe, expect, it } from 'vitest';
import { defaultProfileId } from './support/sandbox-users.ts';
import { expectErrorResponse, JSON_TYPE, openTestServer } from './support/test-server.ts';

const server = openTestServer();
const { call } = server;

describe('paths and methods', () => {
  it.each(['/', '/nothing', '/v1', '/v1/me/', '/v1//me', '/V1/me', '/v2/profiles//pin', '/v1/me%2f', '/.env'])(
    'returns 404 for the unknown path %s',
    async (path) => expectErrorResponse(await call('GET', path, {}), 404, 'route.not.found'),
  );

  it.each([
    ['POST', '/v1/me', 'GET, HEAD'],
    ['OPTIONS', '/v1/me', 'GET, HEAD'],
    ['PATCH', '/v2/profiles/1/pin', 'DELETE, POST'],
    ['GET', '/v2/profiles/1/pin/verify', 'POST'],
    ['PUT', '/v1/users/1/partner-device-fingerprints', 'GET, HEAD, POST'],
    ['DELETE', '/oauth/token', 'POST'],
    ['POST', '/authentication_factors', 'GET, HEAD'],
  ])('returns 405 for %s %s, with Allow: %s', async (method, path, allow) => {
    const response = await call(method, path, {});
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(response.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('HEAD returns what GET returns, without a body', async () => {
    const response = await call('HEAD', '/v1/me', {});
    expect([response.status, response.text]).toEqual([200, '']);
  });
});

describe('parameters', () => {
  it.each(['-1', '0', '1.5', '1e3', '0x10', '01', '%201', 'abc', '9007199254740992', '18446744073709551616', '%ff'])(
    'returns 400 that names the invalid profile id %s',
    async (id) => {
      const response = await call('DELETE', `/v2/profiles/${id}/pin`, {});
      expectErrorResponse(response, 400, 'request.invalid');
      expect(response.text).toContain('"path":"/path/profileId"');
    },
  );

  it('accepts the largest safe integer as an id', async () => {
    expectErrorResponse(await call('DELETE', '/v2/profiles/9007199254740991/pin', {}), 404, 'profile.not.found');
  });

  it.each(['not-a-uuid', '00000000-0000-4000-8000-00000000000', '{00000000-0000-4000-8000-000000000000}', ''])(
    'returns 400 for the malformed one-time token %j',
    async (token) => {
      const response = await call('GET', '/v1/one-time-token/status', { headers: { 'one-time-token': token } });
      expectErrorResponse(response, 400, 'request.invalid');
    },
  );

  it('returns 400 for a missing header', async () => {
    expectErrorResponse(await call('GET', '/v1/one-time-token/status', {}), 400, 'request.invalid');
  });

  it.each(['x', 'a'.repeat(37), '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b,1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b'])(
    'returns 400 for the malformed correlation id %s without echoing it',
    async (id) => {
      const response = await call('GET', '/v1/me', { headers: { 'x-external-correlation-id': id } });
      expectErrorResponse(response, 400, 'request.invalid');
      expect(response.headers.get('x-external-correlation-id')).toBeNull();
    },
  );

  it('returns 400 for a query parameter that is missing, repeated or invalid', async () => {
    const path = `/v1/profiles/${defaultProfileId(server.user)}/balance-statements/${server.user.balanceId}/statement.json`;
    const good = 'currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-02-01T00:00:00Z';
    for (const query of [
      '',
      `${good}&currency=EUR`,
      good.replace('EUR', 'euro'),
      good.replace('2026-01-01T00:00:00Z', 'yesterday'),
      good.replace('2026-02-01', '2026-02-30'),
      `${good}&type=EVERYTHING`,
    ]) {
      expectErrorResponse(await call('GET', `${path}?${query}`, {}), 400, 'request.invalid');
    }
  });

  it.each([
    ['no token', ''],
    ['another scheme', 'Token abc'],
    ['an empty token', 'Bearer '],
    ['an unknown token', 'Bearer YWNtZQ.AAAAAAAAAAAAAAAA'],
    ['a token with a space', 'Bearer a b'],
    ['a very long token', `Bearer ${'a'.repeat(8000)}`],
  ])('returns 401 with WWW-Authenticate for %s', async (_, authorization) => {
    const response = await call('GET', '/v1/me', { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm=/);
  });
});

describe('error formats of the other families', () => {
  it('OAuth and JOSE return error and error_description', async () => {
    const { clientId, clientSecret } = server.user;
    const headers = { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
    const type = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    for (const body of ['', 'grant_type=', 'grant_type=password', 'grant_type=client_credentials&grant_type=x', '%']) {
      const response = await call('POST', '/oauth/token', { headers: type, body });
      expect([response.status, response.body]).toEqual([
        400,
        { error: expect.stringMatching(/^[a-z_]+$/), error_description: expect.any(String) },
      ]);
    }
    const response = await call('GET', '/v1/auth/jose/response/public-keys?algorithm=RSA', {});
    expect(response.body).toMatchObject({ error: 'invalid_request' });
  });

  it('Additional Factors return message and syntaxErrors', async () => {
    const headers = {
      ...JSON_TYPE,
      'api-key': server.user.apiKey ?? '',
      authorization: `Bearer ${server.user.authToken}`,
    };
    const path = '/authentication_factors/otp/SMS/verify';
    for (const body of ['{', '[]', '{}', '{"verificationCode":123456}', '{"verificationCode":"12345"}']) {
      const response = await call('POST', path, { headers, body });
      expect([response.status, response.body]).toEqual([
        400,
        { message: expect.any(String), syntaxErrors: { invalidFields: expect.any(Array) } },
      ]);
      expect(response.headers.get('request-ref')).toBe(response.headers.get('x-trace-id'));
    }
    const response = await call('POST', path.replace('SMS', 'PIGEON'), {
      headers,
      body: '{"verificationCode":"123456"}',
    });
    expect(response.status).toBe(400);
  });
});
