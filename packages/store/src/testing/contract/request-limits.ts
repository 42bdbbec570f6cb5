import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import { NOW } from './fixtures.ts';

const bucket = (name: string, limit: number, window: number) => ({ name, rate: { limit, window } });

/** Consumes buckets of a new client at times from `NOW` on. Returns the name of the bucket that rejects, and when to retry. */
function consumer(stores: Stores) {
  const clientId = randomUUID();
  return async (at: number, ...buckets: ReturnType<typeof bucket>[]) => {
    const rejection = await stores.engine.requestLimits.consume(clientId, buckets, NOW + at);
    return rejection && [rejection.bucket.name, rejection.retryAfter];
  };
}

export function requestLimitContract(stores: () => Stores): void {
  describe('request limits', () => {
    it('allow a burst up to the limit, then one request per interval, and do not count rejected requests', async () => {
      const consume = consumer(stores());
      const take = async (at: number) => (await consume(at, bucket('b', 4, 1000)))?.[1] ?? 0;
      expect([await take(0), await take(0), await take(0), await take(0)]).toEqual([0, 0, 0, 0]);
      expect([await take(0), await take(100), await take(249)]).toEqual([250, 150, 1]);
      expect([await take(250), await take(250)]).toEqual([0, 250]);
      const later = [await take(9000), await take(9000), await take(9000), await take(9000), await take(9000)];
      expect(later).toEqual([0, 0, 0, 0, 250]);
    });

    it('count each bucket and each client alone', async () => {
      const consume = consumer(stores());
      expect(await consume(0, bucket('one', 1, 1000))).toBeUndefined();
      expect(await consume(0, bucket('one', 1, 1000))).toEqual(['one', 1000]);
      expect(await consume(0, bucket('two', 1, 1000))).toBeUndefined();
      expect(await consumer(stores())(0, bucket('one', 1, 1000))).toBeUndefined();
    });

    it('count against buckets in turn up to the first that rejects', async () => {
      const consume = consumer(stores());
      const [caller, profile] = [bucket('caller', 2, 1000), bucket('profile', 3, 1000)];
      expect(await consume(0, caller, profile)).toBeUndefined();
      expect(await consume(0, caller, profile)).toBeUndefined();
      expect(await consume(0, caller, profile)).toEqual(['caller', 500]);
      expect(await consume(0, profile)).toBeUndefined();
      expect(await consume(0, bucket('another', 1, 1000), profile)).toEqual(['profile', 334]);
      expect(await consume(0, bucket('another', 1, 1000))).toEqual(['another', 1000]);
    });

    it.each([
      ['the clock is set back by an hour', 3_600_000],
      ['another replica is 61 seconds ahead', 61_000],
    ])('ignore requests from the future when %s', async (_, ahead) => {
      const consume = consumer(stores());
      const take = async (at: number) => (await consume(at, bucket('b', 4, 60_000)))?.[1] ?? 0;
      expect(await take(ahead)).toBe(0);
      expect([await take(0), await take(0), await take(0), await take(0), await take(0)]).toEqual([0, 0, 0, 0, 15_000]);
      expect(await take(ahead)).toBe(0);
      expect(await take(0)).toBe(0);
    });

    it('hold for two replicas together when their clocks differ by less than a second', async () => {
      const consume = consumer(stores());
      let passed = 0;
      for (let call = 0; call < 300; call += 1) {
        if (!(await consume(call % 2 ? 500 : 0, bucket('b', 100, 1000)))) passed += 1;
      }
      expect(passed).toBeLessThanOrEqual(150);
    });

    it('allow exactly as many concurrent requests as the limit', async () => {
      const consume = consumer(stores());
      const results = await Promise.all(
        Array.from({ length: 40 }, () => consume(0, bucket('caller', 9, 1000), bucket('profile', 7, 1000))),
      );
      expect(results.filter((result) => result === undefined)).toHaveLength(7);
      expect(results.filter((result) => result?.[0] === 'profile')).toHaveLength(2);
    });

    it('are swept when a bucket is empty on the clock of every replica, and are kept until then', async () => {
      const consume = consumer(stores());
      await consume(0, bucket('b', 1, 1000));
      const sweepAll = async (at: number) => {
        while ((await stores().sweep(NOW + at)) > 0);
      };
      await sweepAll(1000);
      expect(await consume(0, bucket('b', 1, 1000))).toEqual(['b', 1000]);
      await sweepAll(1999);
      expect(await consume(0, bucket('b', 1, 1000))).toEqual(['b', 1000]);
      await sweepAll(2000);
      expect(await consume(0, bucket('b', 1, 1000))).toBeUndefined();
    });
  });
}
