import type { RequestLimitStore } from '../ports/index.ts';

/** Milliseconds by which the clocks of two replicas may differ. */
const CLOCK_TOLERANCE = 1000;

/** Creates request limits in memory. */
export function memoryRequestLimits(): RequestLimitStore {
  const arrivalTimes = new Map<string, number>();
  return {
    async consume(clientId, buckets, at) {
      for (const bucket of buckets) {
        const { limit, window } = bucket.rate;
        const key = JSON.stringify([clientId, bucket.name]);
        const stored = arrivalTimes.get(key) ?? at;
        const next = (stored > at && stored <= at + window + CLOCK_TOLERANCE ? stored : at) + window / limit;
        if (next > at + window) return { bucket, retryAfter: Math.max(1, Math.ceil(next - at - window)) };
        arrivalTimes.set(key, next);
      }
      return undefined;
    },
  };
}
