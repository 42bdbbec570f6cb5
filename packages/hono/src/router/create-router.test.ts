import { operationIds, operationOf } from '@sca-kit/api';
import { describe, expect, test } from 'vitest';
import { CORRELATION_ID, codeOf, routerFixture } from '../testing/router.fixture.ts';

const ids: Readonly<Record<string, string>> = {
  phoneNumberId: '1',
  channel: 'SMS',
  deviceFingerprintId: '5f0f4f46-6b8e-4f7c-9b61-3f2a0b1c2d3e',
};
const concrete = (path: string): string => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '101');

describe('unknown paths and methods', () => {
  test.each([
    ['/nowhere', { errors: [{ code: 'route.not.found', message: expect.any(String) }] }],
    ['/v2/profiles/101/pin/', { errors: [{ code: 'route.not.found', message: expect.any(String) }] }],
    ['/authentication_factors/nowhere/at/all', { message: expect.any(String) }],
    ['/oauth/nowhere', { error: 'invalid_request', error_description: expect.any(String) }],
  ])('returns 404 in the format of the family: %s', async (path, body) => {
    const { call } = await routerFixture();
    const response = await call(path, { headers: { 'x-external-correlation-id': CORRELATION_ID } });
    expect(response.status).toBe(404);
    expect(response.body).toEqual(body);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(response.headers.get('x-external-correlation-id')).toBe(CORRELATION_ID);
  });

  test.each([
    ['PATCH', '/v2/profiles/101/pin', 'DELETE, POST'],
    ['OPTIONS', '/v2/profiles', 'GET, HEAD'],
    ['HEAD', '/oauth/token', 'POST'],
    ['DELETE', '/v1/application/users/7/phone-numbers', 'GET, HEAD, POST'],
    ['PUT', '/authentication_factors/otp/SMS', 'POST'],
    ['QUERY', '/health', 'GET, HEAD'],
  ])('returns 405 with the methods of the path: %s %s', async (method, path, allow) => {
    const { call } = await routerFixture();
    const response = await call(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(response.text === '' ? null : codeOf(response)).not.toBe('');
  });

  test.each(operationIds)('returns 405 in the error format of the other operations of the path: %s', async (id) => {
    const { path, errorFamily } = operationOf(id);
    const { call } = await routerFixture();
    const { status, body, headers } = await call(concrete(path), { method: 'TRACE_NOT' });
    expect(status).toBe(405);
    expect(Object.keys(body as object)[0]).toBe({ standard: 'errors', factor: 'message', oauth: 'error' }[errorFamily]);
    expect(headers.has('request-ref')).toBe(errorFamily === 'factor');
  });

  test('counts two slashes at the start of a path as one', async () => {
    const { call } = await routerFixture();
    expect((await call('http://localhost//v2/profiles')).status).toBe(200);
    expect((await call('http://localhost//oauth/token')).status).toBe(405);
    expect(codeOf(await call('http://localhost//oauth/none'))).toBe('invalid_request');
    expect((await call('http://localhost/v2//profiles')).status).toBe(404);
  });

  test('returns 404 for the sandbox operations without a sandbox', async () => {
    const production = await routerFixture({ sandbox: false });
    const sandbox = operationIds.map(operationOf).filter(({ tag }) => tag === 'Sandbox');
    expect(sandbox.length).toBeGreaterThan(5);
    for (const { method, path } of sandbox) {
      const response = await production.app.request(concrete(path), { method: method.toUpperCase() });
      expect([path, response.status]).toEqual([path, 404]);
    }
    const { call } = await routerFixture();
    expect((await call('/sandbox/clock', { method: 'PUT' })).status).toBe(405);
  });
});

describe('headers of every response', () => {
  test('have a trace id and echo the correlation id', async () => {
    const { call } = await routerFixture();
    const { status, headers } = await call('/v1/me', { headers: { 'X-External-Correlation-Id': CORRELATION_ID } });
    expect(status).toBe(200);
    expect(headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.get('x-external-correlation-id')).toBe(CORRELATION_ID);
  });

  test.each(['not-a-uuid', `${CORRELATION_ID}0`, `${CORRELATION_ID}, ${CORRELATION_ID}`, 'a<script>', ''])(
    'do not echo an invalid correlation id, which returns 400: "%s"',
    async (value) => {
      const { call } = await routerFixture();
      const response = await call('/v1/me', { headers: { 'X-External-Correlation-Id': value } });
      expect(response.status).toBe(400);
      const issue = { code: 'request.invalid', path: '/header/x-external-correlation-id' };
      expect(response.body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining(issue)]) });
      expect(response.headers.has('x-external-correlation-id')).toBe(false);
    },
  );

  test('continue the trace of the caller', async () => {
    const { call } = await routerFixture();
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { headers } = await call('/v1/me', { headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } });
    expect(headers.get('x-trace-id')).toBe(traceId);
  });

  test('include request-ref only in the Additional Factors family', async () => {
    const { call, apiKey, tokens } = await routerFixture();
    const factors = await call('/authentication_factors', { token: tokens.auth, headers: { 'api-key': apiKey } });
    expect(factors.status).toBe(200);
    expect(factors.headers.get('request-ref')).toBe(factors.headers.get('x-trace-id'));
    expect((await call('/authentication_factors')).headers.has('request-ref')).toBe(true);
    expect((await call('/v1/me')).headers.has('request-ref')).toBe(false);
  });

  test('forbid caching', async () => {
    const { call } = await routerFixture();
    expect((await call('/v1/me')).headers.get('cache-control')).toBe('no-store');
    expect((await call('/nowhere')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('deprecated operations', () => {
  const link = '</v1/application/users/101/phone-numbers>; rel="successor-version"';

  test('send the deprecation date and a link to the successor with a 200', async () => {
    const { call, tokens, user } = await routerFixture();
    const path = `/v1/application/users/${user.userId}/phone-numbers`;
    const { status, headers } = await call(path, { token: tokens.application });
    expect(status).toBe(200);
    expect(headers.get('deprecation')).toBe('@1735689600');
  });

  test.each([
    ['401', { token: null }],
    ['403', {}],
    ['406', { headers: { accept: 'text/html' } }],
  ])('send the deprecation headers with a %s', async (status, options) => {
    const { call } = await routerFixture();
    const response = await call('/v1/application/users/101/phone_numbers', options);
    expect(String(response.status)).toBe(status);
    expect(response.headers.get('deprecation')).toBe('@1735689600');
    expect(response.headers.get('link')).toBe(link);
  });

  test('link to the default profile when the deprecated path has none', async () => {
    const { call, user } = await routerFixture({ factors: [] });
    const response = await call('/v1/user/pin', { method: 'POST', json: { pin: '4821' } });
    expect(response.status).toBeLessThan(300);
    expect(response.headers.get('link')).toBe(`</v2/profiles/${user.profileId}/pin>; rel="successor-version"`);
  });

  test.each(operationIds.filter((id) => operationOf(id).deprecated))('link to a valid URI: %s', async (id) => {
    const { path, method } = operationOf(id);
    const { call } = await routerFixture();
    const response = await call(concrete(path), { method: method.toUpperCase(), token: null });
    const target = /^<([^>]*)>; rel="successor-version"$/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
    expect(target).toMatch(/^[\w/.~%-]+$/);
  });
});

describe('HEAD', () => {
  test('returns the headers of GET without a body', async () => {
    const { call } = await routerFixture();
    const head = await call('/v2/profiles', { method: 'HEAD' });
    const get = await call('/v2/profiles');
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect([...head.headers.keys()]).toEqual([...get.headers.keys()]);
  });

  test('cancels the stream of the response', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      cancel() {
        cancelled = true;
      },
    });
    const { call, tokens } = await routerFixture({ handlers: { streamEvents: () => ({ status: 200, body }) } });
    await call('/sandbox/events', { method: 'HEAD', token: tokens.application });
    expect(cancelled).toBe(true);
  });
});
