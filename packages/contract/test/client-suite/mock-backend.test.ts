import type { Fetch } from '@sca-kit/client';
import { createTestClient, PAYMENT, PAYMENT_PATH, useBackend } from '@sca-kit/client/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { throughMock } from './mock-backend.ts';

const ECHO_PATH = '/v1/auth/jose/playground/jwe-direct-encryption';

beforeAll(() => useBackend(throughMock));

/** Returns a fetch function that changes requests, as a faulty client would. */
const through =
  (fetch: Fetch, change: (request: Request) => Request | Promise<Request>): Fetch =>
  async (request) =>
    fetch(await change(request));

const withHeader = (name: string, value: string) => (request: Request) => {
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return new Request(request, { headers });
};
const withBody = (body: string) => (request: Request) => new Request(request, { body });
const withUrl = (from: string, to: string) => (request: Request) =>
  new Request(request.url.replace(from, to), request.method === 'GET' ? request : { ...initOf(request), body: '{}' });
const initOf = ({ method, headers }: Request): RequestInit => ({ method, headers });

describe('reports an invalid request', () => {
  test.each<[string, (request: Request) => Request | Promise<Request>, string]>([
    [
      'a header that is not documented',
      withHeader('x-what', '1'),
      'fundTransfer: request header.x-what undocumented-header',
    ],
    ['no credentials', withHeader('authorization', ''), 'fundTransfer: request security security'],
    [
      'another media type',
      withHeader('content-type', 'text/plain'),
      'fundTransfer: request header.content-type undocumented-media-type',
    ],
    ['a member of the wrong type', withBody('{"type":7}'), 'fundTransfer: request body.type type'],
    ['a value that is not listed', withBody('{"type":"GOLD"}'), 'fundTransfer: request body.type enum'],
    ['an incomplete body', withBody('{"type":'), 'fundTransfer: request body json'],
    ['a path value of the wrong type', withUrl('/101/', '/x/'), 'fundTransfer: request path.profileid type'],
    [
      'a query that is not documented',
      withUrl('/payments', '/payments?fast=1'),
      'fundTransfer: request query.fast undocumented-parameter',
    ],
    [
      'an unknown path',
      withUrl('/payments', '/payment'),
      'POST /v3/profiles/101/transfers/301/payment: request path unknown-path',
    ],
    [
      'a token that is not a UUID',
      withHeader('x-2fa-approval', 'mine'),
      'fundTransfer: request header.x-2fa-approval format',
    ],
  ])('%s', async (_, change, violation) => {
    const { client, server, fetch } = await createTestClient();
    await client.POST(PAYMENT_PATH, { ...PAYMENT, fetch: through(fetch, change) }).catch(() => undefined);
    expect(server.violations).toContain(violation);
    server.violations.length = 0;
  });

  test('with an invalid plaintext', async () => {
    const { client, server } = await createTestClient();
    client.use({ onRequest: ({ request }) => new Request(request, { body: '{"message":7}' }) });
    const { response } = await client.POST(ECHO_PATH, { body: { message: 'hello' } });
    expect(response.status).toBe(400);
    expect(server.violations).toEqual(['echoJweDirect: request plaintext.message type']);
    server.violations.length = 0;
  });

  test('with a JWE that no key decrypts', async () => {
    const { client, server, fetch } = await createTestClient();
    const broken: Fetch = async (request) =>
      request.method === 'GET'
        ? fetch(request)
        : fetch(new Request(request, { body: withInvalidTag(await request.clone().text()) }));
    await client.POST(ECHO_PATH, { body: { message: 'hello' }, fetch: broken });
    expect(server.violations).toContain('echoJweDirect: request body envelope-undecryptable');
    server.violations.length = 0;
  });
});

test.fails('fails a test that sends an invalid request', async () => {
  const { client, fetch } = await createTestClient();
  await client.POST(PAYMENT_PATH, { ...PAYMENT, fetch: through(fetch, withHeader('x-what', '1')) });
});

test('reports an invalid response, also in the plaintext', async () => {
  const { client, server } = await createTestClient();
  server.tokens.needed = 1;
  const { id } = server.tokens.make('not an action type');
  const params = { header: { 'One-Time-Token': id } };
  await client.GET('/v1/one-time-token/status', { params });
  await client.POST('/v1/one-time-token/pin/verify', { params, body: { pin: '1234' } });
  expect(server.violations).toEqual([
    'getOneTimeTokenStatus: response body.oneTimeTokenProperties.actionType pattern',
    'verifyOneTimeTokenPin: response plaintext.oneTimeTokenProperties.actionType pattern',
  ]);
  server.violations.length = 0;
});

test('returns the examples of the document for valid calls', async () => {
  const { client } = await createTestClient();
  expect((await client.POST(PAYMENT_PATH, PAYMENT)).response.status).toBe(403);
  expect((await client.GET('/v2/profiles')).data).toEqual([{ id: 10100001, type: 'PERSONAL', userId: 7301842 }]);
});

/** Returns a JWE with another tag. */
const withInvalidTag = (compact: string): string =>
  `${compact.slice(0, compact.lastIndexOf('.'))}.AAAAAAAAAAAAAAAAAAAAAA`;
