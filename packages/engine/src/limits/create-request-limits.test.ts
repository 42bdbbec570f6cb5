import { expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { createContext } from '../context.ts';
import { type ManualClock, testPorts } from '../testing/index.ts';
import { createRequestLimits, type RequestLimits } from './create-request-limits.ts';
import { DEFAULT_LIMITS, limitsOf } from './limits.ts';

const actor = (userId: number | null): Actor => ({ clientId: 'acme', userId, name: 'user:1', traceId: null });

function build(): { limits: RequestLimits; clock: ManualClock } {
  const ports = testPorts();
  const rate = { limit: 3, window: 60_000 };
  const limits = createRequestLimits(
    createContext({
      ...ports,
      limits: {
        requestsPerCaller: { ...DEFAULT_LIMITS.requestsPerCaller, read: rate },
        requestsPerProfile: { ...DEFAULT_LIMITS.requestsPerProfile, read: { limit: 4, window: 60_000 } },
      },
    }),
  );
  return { limits, clock: ports.clock };
}

test('concurrent requests pass exactly up to the limit', async () => {
  const { limits } = build();
  const results = await Promise.allSettled(Array.from({ length: 200 }, () => limits.countRequest(actor(1), 'read')));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('the error contains the limit, its name and retryAfter', async () => {
  const { limits, clock } = build();
  for (let count = 0; count < 3; count += 1) await limits.countRequest(actor(1), 'read');
  clock.advance(500);
  await expect(limits.countRequest(actor(1), 'read')).rejects.toMatchObject({
    code: 'rate.limit.reached',
    details: { retryAfter: 20, limitedBy: 'caller-read', limit: 3 },
  });
});

test('after a burst requests pass at the rate of the limit, and rejected ones do not count', async () => {
  const { limits, clock } = build();
  for (let count = 0; count < 3; count += 1) await limits.countRequest(actor(1), 'read');
  clock.advance(19_999);
  await expect(limits.countRequest(actor(1), 'read')).rejects.toMatchObject({ details: { retryAfter: 1 } });
  clock.advance(1);
  await limits.countRequest(actor(1), 'read');
  await expect(limits.countRequest(actor(1), 'read')).rejects.toMatchObject({ details: { retryAfter: 20 } });
});

test('callers and kinds of operations are counted separately', async () => {
  const { limits } = build();
  for (let count = 0; count < 3; count += 1) await limits.countRequest(actor(1), 'read');
  await limits.countRequest(actor(2), 'read');
  await limits.countRequest(actor(null), 'read');
  await limits.countRequest({ ...actor(1), clientId: 'other' }, 'read');
  await limits.countRequest(actor(1), 'write');
  await expect(limits.countRequest(actor(1), 'read')).rejects.toMatchObject({ code: 'rate.limit.reached' });
});

test('requests with the api-key do not count towards the limit of requests with the client secret', async () => {
  const { limits } = build();
  const by = (name: string): Actor => ({ ...actor(null), name });
  for (let count = 0; count < 3; count += 1) await limits.countRequest(by('api-key'), 'read');
  await expect(limits.countRequest(by('api-key'), 'read')).rejects.toMatchObject({ code: 'rate.limit.reached' });
  await limits.countRequest(by('client'), 'read');
  await limits.countRequest(by('application'), 'read');
});

test('a profile has its own limit for all callers', async () => {
  const { limits } = build();
  const profile = { clientId: 'acme', userId: 1, profileId: 7 };
  for (const userId of [1, 2, 3, 4]) await limits.countRequest(actor(userId), 'read', profile);
  await expect(limits.countRequest(actor(5), 'read', profile)).rejects.toMatchObject({
    details: { limitedBy: 'profile-read', limit: 4 },
  });
});

test.each([
  { resendInterval: 0 },
  { otpsPerNumber: { limit: 1.5, window: 1 } },
  { otpsPerNumberOfAllClients: { limit: 0, window: 1 } },
  { pushesPerUser: { limit: 1, window: -1 } },
  { requestsPerCaller: { ...DEFAULT_LIMITS.requestsPerCaller, send: { limit: Number.NaN, window: 1 } } },
  { requestsPerProfile: { ...DEFAULT_LIMITS.requestsPerProfile, send: { limit: 0, window: 1 } } },
])('limitsOf rejects a limit that is not a positive integer: %o', (changes) => {
  expect(() => limitsOf(changes)).toThrow(TypeError);
});
