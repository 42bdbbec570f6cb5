import { expect, test } from 'vitest';
import { set } from '../../test/client.ts';
import { json } from '../../test/server.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const PATH = '/authentication_factors/otp/{channel}';
const SMS = { params: { path: { channel: 'SMS' } } } as const;

test('operations that take an idempotency-ref get a new one each', async () => {
  const { client, server } = await set({ apiKey: 'key' });
  await client.POST(PATH, SMS);
  await client.POST(PATH, SMS);
  const refs = server.seen.map(({ headers }) => headers.get('idempotency-ref'));
  expect(refs[0]).toMatch(UUID);
  expect(refs[1]).toMatch(UUID);
  expect(refs[0]).not.toBe(refs[1]);
});

test('it stays the same when the request is sent again', async () => {
  const { client, server } = await set({ apiKey: 'key' });
  server.interrupt('enrolOtpFactor', json(503, { message: 'later' }), new TypeError('network'));
  expect((await client.POST(PATH, SMS)).response.status).toBe(204);
  const refs = server.seen.map(({ headers }) => headers.get('idempotency-ref'));
  expect(refs).toEqual([refs[0], refs[0], refs[0]]);
});

test('one that the call brings is kept', async () => {
  const { client, server } = await set({ apiKey: 'key' });
  await client.POST(PATH, { params: { ...SMS.params, header: { 'idempotency-ref': 'mine' } } });
  expect(server.seen[0]?.headers.get('idempotency-ref')).toBe('mine');
});

test('operations that do not take one get none', async () => {
  const { client, server } = await set({ apiKey: 'key' });
  await client.GET('/authentication_factors');
  expect(server.seen[0]?.headers.has('idempotency-ref')).toBe(false);
});
