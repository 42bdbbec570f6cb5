import { expect, test } from 'vitest';
import { createTestClient } from '../../test/test-client.ts';
import { json } from '../../test/test-server.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const PATH = '/authentication_factors/otp/{channel}';
const SMS = { params: { path: { channel: 'SMS' } } } as const;

test('adds a new idempotency-ref to each call of an operation that accepts one', async () => {
  const { client, server } = await createTestClient({ apiKey: 'key' });
  await client.POST(PATH, SMS);
  await client.POST(PATH, SMS);
  const refs = server.requests.map(({ headers }) => headers.get('idempotency-ref'));
  expect(refs[0]).toMatch(UUID);
  expect(refs[1]).toMatch(UUID);
  expect(refs[0]).not.toBe(refs[1]);
});

test('keeps the idempotency-ref in a retry', async () => {
  const { client, server } = await createTestClient({ apiKey: 'key' });
  server.respondNext('enrolOtpFactor', json(503, { message: 'later' }), new TypeError('network'));
  expect((await client.POST(PATH, SMS)).response.status).toBe(204);
  const refs = server.requests.map(({ headers }) => headers.get('idempotency-ref'));
  expect(refs).toEqual([refs[0], refs[0], refs[0]]);
});

test('keeps the idempotency-ref of the call', async () => {
  const { client, server } = await createTestClient({ apiKey: 'key' });
  await client.POST(PATH, { params: { ...SMS.params, header: { 'idempotency-ref': 'mine' } } });
  expect(server.requests[0]?.headers.get('idempotency-ref')).toBe('mine');
});

test('adds no idempotency-ref to other operations', async () => {
  const { client, server } = await createTestClient({ apiKey: 'key' });
  await client.GET('/authentication_factors');
  expect(server.requests[0]?.headers.has('idempotency-ref')).toBe(false);
});
