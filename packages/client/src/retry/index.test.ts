import { describe, expect, test, vi } from 'vitest';
import { createTestClient, PAYMENT, PAYMENT_PATH } from '../../test/test-client.ts';
import { errors, json, NOW } from '../../test/test-server.ts';
import { waitByTimer } from './index.ts';

const limited = (retryAfter?: string) =>
  json(429, errors('rate.limit.reached'), retryAfter === undefined ? {} : { 'retry-after': retryAfter });
const down = () => json(503, errors('service.unavailable'));

describe('retried requests', () => {
  test.each([
    ['429', limited],
    ['503', down],
    ['a network failure', () => new TypeError('fetch failed')],
  ])('a GET after %s', async (_, failure) => {
    const { client, server } = await createTestClient();
    server.respondNext('listProfiles', failure());
    expect((await client.GET('/v2/profiles')).response.status).toBe(200);
    expect(server.called).toEqual(['listProfiles', 'listProfiles']);
  });

  test('include DELETE, but no POST without idempotency-ref', async () => {
    const { client, server } = await createTestClient();
    server.respondNext('deletePin', down());
    server.respondNext('fundTransfer', down());
    const path = { profileId: 101 };
    expect((await client.DELETE('/v2/profiles/{profileId}/pin', { params: { path } })).response.status).toBe(204);
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).response.status).toBe(503);
    expect(server.called).toEqual(['deletePin', 'deletePin', 'fundTransfer']);
  });

  test.each([400, 401, 409, 500])('do not include a response with %i', async (status) => {
    const { client, server } = await createTestClient();
    server.respondNext('listProfiles', json(status, errors('some.thing')));
    expect((await client.GET('/v2/profiles')).response.status).toBe(status);
    expect(server.requests).toHaveLength(1);
  });

  test('do not include errors other than network failures', async () => {
    const { client, server } = await createTestClient();
    server.respondNext('listProfiles', new RangeError('an error in fetch'));
    await expect(client.GET('/v2/profiles')).rejects.toThrow(RangeError);
    expect(server.requests).toHaveLength(1);
  });

  test('do not include an invalid credential', async () => {
    const { client, waits } = await createTestClient({ accessToken: 'two words' });
    await expect(client.GET('/v2/profiles')).rejects.toThrow(TypeError);
    expect(waits).toEqual([]);
  });

  test('are disabled by retry: false', async () => {
    const { client, server } = await createTestClient({ retry: false });
    server.respondNext('listProfiles', down());
    expect((await client.GET('/v2/profiles')).response.status).toBe(503);
    expect(server.requests).toHaveLength(1);
  });
});

describe('number and delay of retries', () => {
  test('returns the last response after two retries', async () => {
    const { client, server, waits } = await createTestClient();
    server.respondNext('listProfiles', down(), down(), down());
    expect((await client.GET('/v2/profiles')).response.status).toBe(503);
    expect(server.requests).toHaveLength(3);
    expect(waits).toEqual([125, 250]);
  });

  test('throws the network failure after two retries', async () => {
    const { client, server } = await createTestClient();
    const failure = new TypeError('fetch failed');
    server.respondNext('listProfiles', failure, failure, failure);
    await expect(client.GET('/v2/profiles')).rejects.toBe(failure);
    expect(server.requests).toHaveLength(3);
  });

  test.each([
    ['seconds', '7', 7000],
    ['a date', new Date(NOW + 5000).toUTCString(), 5000],
    ['a past date', new Date(NOW - 5000).toUTCString(), 0],
    ['an invalid value', 'soon', 125],
  ])('waits for a Retry-After of %s: %s', async (_, value, wait) => {
    const { client, server, waits } = await createTestClient();
    server.respondNext('listProfiles', limited(value));
    expect((await client.GET('/v2/profiles')).response.status).toBe(200);
    expect(waits).toEqual([wait]);
  });

  test('returns a response with a longer Retry-After than maxWait immediately', async () => {
    const { client, server, waits } = await createTestClient({ retry: { maxWait: 10 } });
    server.respondNext('listProfiles', limited('11'));
    const { error, response } = await client.GET('/v2/profiles');
    expect([error, response.status]).toEqual([errors('rate.limit.reached'), 429]);
    expect(waits).toEqual([]);
  });
});

describe('aborting', () => {
  test('rejects a wait with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('closed');
    const { client, server } = await createTestClient({
      ports: {
        wait: (_, signal) => {
          controller.abort(reason);
          return Promise.reject(signal.reason);
        },
      },
    });
    server.respondNext('listProfiles', down());
    await expect(client.GET('/v2/profiles', { signal: controller.signal })).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test('does not retry a failure after an abort', async () => {
    const controller = new AbortController();
    const { client, server, waits } = await createTestClient();
    server.overrides.push(() => {
      controller.abort();
      return new TypeError('fetch failed');
    });
    await expect(client.GET('/v2/profiles', { signal: controller.signal })).rejects.toThrow('fetch failed');
    expect([server.requests.length, waits.length]).toEqual([1, 0]);
  });

  test('clears the timer on abort', async () => {
    vi.useFakeTimers();
    try {
      const waiting = waitByTimer(1000, new AbortController().signal);
      await vi.advanceTimersByTimeAsync(1000);
      await expect(waiting).resolves.toBeUndefined();

      const controller = new AbortController();
      const stopped = waitByTimer(1000, controller.signal);
      controller.abort(new Error('closed'));
      await expect(stopped).rejects.toThrow('closed');
      await expect(waitByTimer(1000, controller.signal)).rejects.toThrow('closed');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
