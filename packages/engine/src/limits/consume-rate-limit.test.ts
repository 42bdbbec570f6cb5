import { expect, test } from 'vitest';
import { memoryStore } from '../testing/index.ts';
import { consumeRateLimit } from './consume-rate-limit.ts';

const scope = { clientId: 'acme' };
const rate = { limit: 2, window: 60_000 };
const turn = (now: number) => ({
  ...{ ...scope, bucket: 'otp:1', rate, now, limitedBy: 'otp-per-number', message: 'Too many' },
  code: 'otp.hourly.limit.reached' as const,
});

test('a rejected call is not counted', async () => {
  const store = memoryStore();
  const take = (now: number) => store.transaction(scope, (tx) => consumeRateLimit(tx, turn(now)));
  await take(1000);
  await take(2000);
  for (const now of [3000, 4000]) {
    const retryAfter = (61_000 - now) / 1000;
    await expect(take(now)).rejects.toMatchObject({ details: { retryAfter, limit: 2 } });
  }
  await take(61_000);
  await expect(take(61_001)).rejects.toMatchObject({ details: { retryAfter: 1 } });
});

test('a call counts hits from clocks that are ahead of its own', async () => {
  const store = memoryStore();
  const take = (now: number) => store.transaction(scope, (tx) => consumeRateLimit(tx, turn(now)));
  await take(5001);
  await take(5002);
  await expect(take(5000)).rejects.toMatchObject({ code: 'otp.hourly.limit.reached' });
});
