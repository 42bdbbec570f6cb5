import { expect, test } from 'vitest';
import { createTestClient } from '../../test/test-client.ts';

const all = {
  accessToken: 'user',
  applicationToken: 'application',
  authToken: 'auth',
  apiKey: 'key',
  clientCredentials: { clientId: 'démo', clientSecret: 's:e' },
};

test('sends each operation only the credentials that its security requires', async () => {
  const { client, server } = await createTestClient(all);
  await client.GET('/v2/profiles');
  await client.GET('/sandbox/events');
  await client.GET('/authentication_factors');
  await client.POST('/oauth/token', { body: { grant_type: 'client_credentials' } });
  await client.GET('/health');
  const sent = server.requests.map(({ headers }) => [headers.get('authorization'), headers.get('api-key')]);
  expect(sent).toEqual([
    ['Bearer user', null],
    ['Bearer application', null],
    ['Bearer auth', 'key'],
    [`Basic ${Buffer.from('démo:s:e').toString('base64')}`, null],
    [null, null],
  ]);
});

test('uses the security alternative that it has credentials for', async () => {
  const { client, server } = await createTestClient({
    accessToken: undefined as never,
    applicationToken: 'application',
  });
  await client.POST('/v1/auth/jose/playground/jwe-direct-encryption', { body: { message: 'hello' } });
  expect(server.requests.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer application',
    'Bearer application',
  ]);
});

test('uses the access token in place of missing tokens', async () => {
  const { client, server } = await createTestClient({ accessToken: 'only', apiKey: 'key' });
  await client.GET('/sandbox/events');
  await client.GET('/authentication_factors');
  expect(server.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer only', 'Bearer only']);
});

test('calls a credential function for every request, also an async one', async () => {
  let count = 0;
  const { client, server } = await createTestClient({
    accessToken: async () => {
      count += 1;
      return `token-${count}`;
    },
  });
  await client.GET('/v2/profiles');
  await client.GET('/v2/profiles');
  expect(server.requests.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

test('keeps an Authorization header of the call', async () => {
  const { client, server } = await createTestClient();
  await client.GET('/v2/profiles', { headers: { Authorization: 'Bearer another' } });
  expect(server.requests[0]?.headers.get('authorization')).toBe('Bearer another');
});

test('throws TypeError without the value for a token that is not valid in a header', async () => {
  const { client, server } = await createTestClient({ accessToken: () => 's3cret\nx-evil: 1' });
  const error = await client.GET('/v2/profiles').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).toContain('accessToken');
  expect(String(error)).not.toContain('s3cret');
  expect(server.requests).toEqual([]);
});
