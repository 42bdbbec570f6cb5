import { expect, test } from 'vitest';
import { set } from '../../test/client.ts';

const all = {
  accessToken: 'user',
  applicationToken: 'application',
  authToken: 'auth',
  apiKey: 'key',
  clientCredentials: { clientId: 'démo', clientSecret: 's:e' },
};

test('each operation gets the credentials that its security names', async () => {
  const { client, server } = await set(all);
  await client.GET('/v2/profiles');
  await client.GET('/sandbox/events');
  await client.GET('/authentication_factors');
  await client.POST('/oauth/token', { body: { grant_type: 'client_credentials' } });
  await client.GET('/health');
  const sent = server.seen.map(({ headers }) => [headers.get('authorization'), headers.get('api-key')]);
  expect(sent).toEqual([
    ['Bearer user', null],
    ['Bearer application', null],
    ['Bearer auth', 'key'],
    [`Basic ${Buffer.from('démo:s:e').toString('base64')}`, null],
    [null, null],
  ]);
});

test('where alternatives exist, the one that there is a credential for is taken', async () => {
  const { client, server } = await set({ accessToken: undefined as never, applicationToken: 'application' });
  await client.POST('/v1/auth/jose/playground/jwe-direct-encryption', { body: { message: 'hello' } });
  expect(server.seen.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer application',
    'Bearer application',
  ]);
});

test('the access token stands in for tokens that are not given', async () => {
  const { client, server } = await set({ accessToken: 'only', apiKey: 'key' });
  await client.GET('/sandbox/events');
  await client.GET('/authentication_factors');
  expect(server.seen.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer only', 'Bearer only']);
});

test('a function is asked again for every request, and may take its time', async () => {
  let count = 0;
  const { client, server } = await set({
    accessToken: async () => {
      count += 1;
      return `token-${count}`;
    },
  });
  await client.GET('/v2/profiles');
  await client.GET('/v2/profiles');
  expect(server.seen.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('an Authorization header of the call wins', async () => {
  const { client, server } = await set();
  await client.GET('/v2/profiles', { headers: { Authorization: 'Bearer another' } });
  expect(server.seen[0]?.headers.get('authorization')).toBe('Bearer another');
});

test('a token that fits no header is a TypeError that does not quote it', async () => {
  const { client, server } = await set({ accessToken: () => 's3cret\nx-evil: 1' });
  const error = await client.GET('/v2/profiles').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).toContain('accessToken');
  expect(String(error)).not.toContain('s3cret');
  expect(server.seen).toEqual([]);
});
