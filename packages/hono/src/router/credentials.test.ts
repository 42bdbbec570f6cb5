import { describe, expect, test } from 'vitest';
import { type RouterFixture, routerFixture } from '../testing/router.fixture.ts';

describe('client authentication', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const basic = (clientId: string, secret: string) => ({ authorization: `Basic ${btoa(`${clientId}:${secret}`)}` });

  test('returns 200 for a client with its secret', async () => {
    const { call, clientSecret } = await routerFixture();
    const headers = { ...form, ...basic('acme', clientSecret) };
    const response = await call('/oauth/token', { token: null, raw: 'grant_type=client_credentials', headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['a wrong secret', basic('acme', 'wrong')],
    ['an unknown client', basic('nobody', 'x')],
    ['credentials without a colon', { authorization: `Basic ${btoa('acme')}` }],
    ['credentials that are not base64', { authorization: 'Basic ***' }],
    ['a bearer token', { authorization: 'Bearer abc' }],
    ['no credentials', {}],
  ])('returns 401 invalid_client for %s', async (_, headers) => {
    const { call } = await routerFixture();
    const raw = 'grant_type=client_credentials';
    const response = await call('/oauth/token', { token: null, raw, headers: { ...form, ...headers } });
    expect(response.status).toBe(401);
    expect(response.body).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="sca-kit"');
  });

  test.each([
    ['invalid_request', ''],
    ['invalid_request', 'grant_type='],
    ['invalid_request', 'scope=x'],
    ['invalid_request', 'grant_type=client_credentials&grant_type=client_credentials'],
    ['invalid_request', 'grant_type=client_credentials&"\\ä%0A=1&"\\ä%0A=2'],
    ['invalid_request', 'grant_type=refresh_token'],
    ['unsupported_grant_type', 'grant_type=password&username=a&password=b'],
  ])('returns 400 %s for the form "%s"', async (error, raw) => {
    const { call, clientSecret } = await routerFixture();
    const response = await call('/oauth/token', {
      method: 'POST',
      token: null,
      raw,
      headers: { ...form, ...basic('acme', clientSecret) },
    });
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ error });
    // RFC 6749 §5.2
    expect((response.body as { error_description: string }).error_description).toMatch(
      /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/,
    );
  });

  test.each([
    ['an api-key', 'ApiKey', (f: RouterFixture) => ({ token: f.tokens.auth })],
    ['a token', 'Bearer', (f: RouterFixture) => ({ token: null, headers: { 'api-key': f.apiKey } })],
    ['a valid api-key', 'Bearer', (f: RouterFixture) => ({ token: f.tokens.auth, headers: { 'api-key': 'YWNtZQ.x' } })],
  ])('returns 401 in the Additional Factors family without %s', async (_, scheme, optionsOf) => {
    const fixture = await routerFixture();
    const response = await fixture.call('/authentication_factors', optionsOf(fixture));
    expect(response.status).toBe(401);
    expect(response.body).toEqual({ message: expect.any(String) });
    expect(response.headers.get('www-authenticate')).toBe(`${scheme} realm="sca-kit"`);
  });
});
