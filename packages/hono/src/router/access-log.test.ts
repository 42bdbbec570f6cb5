import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CORRELATION_ID, FINGERPRINT, PIN, routerFixture } from '../testing/router.fixture.ts';

test('writes one access log entry for each request, in order', async () => {
  const { call, log } = await routerFixture();
  await call('/v1/me', { headers: { 'x-external-correlation-id': CORRELATION_ID } });
  await call('/v2/profiles', { method: 'HEAD' });
  await call('/nowhere', { method: 'DELETE' });
  expect(log).toEqual([
    {
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      correlationId: CORRELATION_ID,
      method: 'GET',
      operationId: 'getMe',
      clientId: 'acme',
      status: 200,
      milliseconds: expect.any(Number),
      code: null,
      cause: undefined,
    },
    expect.objectContaining({ method: 'HEAD', operationId: 'listProfiles', status: 200, correlationId: null }),
    expect.objectContaining({
      method: 'DELETE',
      operationId: null,
      clientId: null,
      status: 404,
      code: 'route.not.found',
    }),
  ]);
});

test('logs the trace id of the response', async () => {
  const { call, log } = await routerFixture();
  const { headers } = await call('/v1/me', { token: null });
  expect(log).toMatchObject([{ traceId: headers.get('x-trace-id'), status: 401, code: 'authentication.required' }]);
});

test('logs a rejected request with the authenticated client', async () => {
  const { call, log } = await routerFixture();
  await call('/v2/profiles/101/pin', { json: { pin: 'none' } });
  expect(log).toMatchObject([{ clientId: 'acme', status: 400, code: 'request.invalid', cause: undefined }]);
});

describe('secrets in the access log', () => {
  test('are never written, whether the request succeeds or fails', async () => {
    const fixture = await routerFixture();
    const { call, callEncrypted, log, tokens, apiKey, clientSecret } = fixture;
    const secrets = [PIN, FINGERPRINT, '9137', tokens.user, tokens.auth, tokens.application, apiKey, clientSecret];
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await call('/v2/profiles/101/pin', { json: { pin: PIN } });
    await call('/v2/profiles/101/pin', { json: { pin: `${PIN}9137` } });
    await call('/v2/profiles/101/pin', { raw: `{"pin":"${PIN}"`, headers: { 'content-type': 'application/json' } });
    await callEncrypted('/v2/profiles/101/pin', { pin: PIN });
    await call('/v2/profiles/101/pin?pin=9137', { method: 'PUT', json: { pin: PIN } });
    await call(`/v2/profiles/${PIN}9137x/pin`, { method: 'DELETE' });
    await call('/v1/me', { token: `${tokens.user}x` });
    await call('/authentication_factors', { token: tokens.auth, headers: { 'api-key': apiKey } });
    await call('/authentication_factors', { token: tokens.auth, headers: { 'api-key': `${apiKey}x` } });
    const authorization = `Basic ${btoa(`acme:${clientSecret}`)}`;
    await call('/oauth/token', {
      token: null,
      raw: 'grant_type=client_credentials',
      headers: { ...form, authorization },
    });
    await call('/oauth/token', { token: null, raw: `${PIN}=1&${PIN}=2`, headers: { ...form, authorization } });
    await call('/v1/me', { headers: { 'x-external-correlation-id': PIN, 'one-time-token': PIN } });
    expect(log).toHaveLength(12);
    // A duration can contain the digits of a secret.
    const entries = log.map(({ milliseconds: _, ...entry }) => entry);
    const logged = inspect(entries, { depth: 10 });
    for (const secret of secrets) expect(logged).not.toContain(secret);
  });
});

test('logs the cause of a 500 and does not return it', async () => {
  const error = new Error('the disk is full');
  const { call, log } = await routerFixture({ handlers: { getMe: () => Promise.reject(error) } });
  const response = await call('/v1/me');
  expect(log).toMatchObject([{ status: 500, code: 'internal.error', cause: error, clientId: 'acme' }]);
  expect(response.text).not.toContain('disk');
});

test('returns 500 for a response that HTTP cannot represent', async () => {
  const { call, log } = await routerFixture({
    handlers: {
      getMe: () => ({
        status: 200,
        body: { id: 1, email: 'ada@example.com', active: true },
        headers: { 'x-note': 'a\r\nset-cookie: b' },
      }),
    },
  });
  const response = await call('/v1/me');
  expect(response.status).toBe(500);
  expect(response.headers.has('set-cookie')).toBe(false);
  expect(log).toMatchObject([{ code: 'internal.error', cause: expect.any(TypeError) }]);
});
