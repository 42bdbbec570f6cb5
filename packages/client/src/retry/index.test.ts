import { describe, expect, test, vi } from 'vitest';
import { PAYMENT, PAYMENT_PATH, set } from '../../test/client.ts';
import { errors, json, NOW } from '../../test/server.ts';
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
    const { client, server } = await set();
    server.interrupt('listProfiles', failure());
    expect((await client.GET('/v2/profiles')).response.status).toBe(200);
    expect(server.called).toEqual(['listProfiles', 'listProfiles']);
  });

  test('include DELETE, but no POST without idempotency-ref', async () => {
    const { client, server } = await set();
    server.interrupt('deletePin', down());
    server.interrupt('fundTransfer', down());
    const path = { profileId: 101 };
    expect((await client.DELETE('/v2/profiles/{profileId}/pin', { params: { path } })).response.status).toBe(204);
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).response.status).toBe(503);
    expect(server.called).toEqual(['deletePin', 'deletePin', 'fundTransfer']);
  });

  test.each([400, 401, 409, 500])('do not include a response with %i', async (status) => {
    const { client, server } = await set();
    server.interrupt('listProfiles', json(status, errors('some.thing')));
    expect((await client.GET('/v2/profiles')).response.status).toBe(status);
    expect(server.seen).toHaveLength(1);
  });

  test('do not include errors other than network failures', async () => {
    const { client, server } = await set();
    server.interrupt('listProfiles', new RangeError('a fault in fetch'));
    await expect(client.GET('/v2/profiles')).rejects.toThrow(RangeError);
    expect(server.seen).toHaveLength(1);
  });

  test('do not include an invalid credential', async () => {
    const { client, waits } = await set({ accessToken: 'two words' });
    await expect(client.GET('/v2/profiles')).rejects.toThrow(TypeError);
    expect(waits).toEqual([]);
  });

  test('are disabled by retry: false', async () => {
    const { client, server } = await set({ retry: false });
    server.interrupt('listProfiles', down());
    expect((await client.GET('/v2/profiles')).response.status).toBe(503);
    expect(server.seen).toHaveLength(1);
  });
});

describe('number and delay of retries', () => {
  test('returns the last response after two retries', async () => {
    const { client, server, waits } = await set();
    server.interrupt('listProfiles', down(), down(), down());
    expect((await client.GET('/v2/profiles')).response.status).toBe(503);
    expect(server.seen).toHaveLength(3);
    expect(waits).toEqual([125, 250]);
  });

  test('throws the network failure after two retries', async () => {
    const { client, server } = await set();
    const failure = new TypeError('fetch failed');
    server.interrupt('listProfiles', failure, failure, failure);
    await expect(client.GET('/v2/profiles')).rejects.toBe(failure);
    expect(server.seen).toHaveLength(3);
  });

  test.each([
    ['seconds', '7', 7000],
    ['a date', new Date(NOW + 5000).toUTCString(), 5000],
    ['a date gone by', new Date(NOW - 5000).toUTCString(), 0],
    ['nonsense', 'soon', 125],
  ])('Retry-After in %s: %s', async (_, value, wait) => {
    const { client, server, waits } = await set();
    server.interrupt('listProfiles', limited(value));
    expect((await client.GET('/v2/profiles')).response.status).toBe(200);
    expect(waits).toEqual([wait]);
  });

  test('returns a response with a longer Retry-After than maxWait immediately', async () => {
    const { client, server, waits } = await set({ retry: { maxWait: 10 } });
    server.interrupt('listProfiles', limited('11'));
    const { error, response } = await client.GET('/v2/profiles');
    expect([error, response.status]).toEqual([errors('rate.limit.reached'), 429]);
    expect(waits).toEqual([]);
  });
});

describe('aborting', () => {
  test('rejects a wait with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('closed');
    const { client, server } = await set({
      ports: {
        wait: (_, signal) => {
          controller.abort(reason);
          return Promise.reject(signal.reason);
        },
      },
    });
    server.interrupt('listProfiles', down());
    await expect(client.GET('/v2/profiles', { signal: controller.signal })).rejects.toBe(reason);
    expect(server.seen).toHaveLength(1);
  });

  test('does not retry a failure after an abort', async () => {
    const controller = new AbortController();
    const { client, server, waits } = await set();
    server.interruptions.push(() => {
      controller.abort();
      return new TypeError('fetch failed');
    });
    await expect(client.GET('/v2/profiles', { signal: controller.signal })).rejects.toThrow('fetch failed');
    expect([server.seen.length, waits.length]).toEqual([1, 0]);
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
