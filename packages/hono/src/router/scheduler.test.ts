import { ScaError } from '@sca-kit/engine';
import { expect, test } from 'vitest';
import { routerFixture } from '../testing/router.fixture.ts';
import type { RequestScheduler } from './options.ts';

/** A scheduler that notes its calls. */
function recordingScheduler(reject?: ScaError): { readonly calls: string[]; readonly scheduler: RequestScheduler } {
  const calls: string[] = [];
  return {
    calls,
    scheduler: {
      async run(request) {
        calls.push('run');
        const result = await request();
        calls.push('end');
        return result;
      },
      async enter({ kind, userId }, { operationId }) {
        calls.push(`enter ${kind} ${userId} ${operationId}`);
        if (reject) throw reject;
      },
      async suspend(work) {
        calls.push('suspend');
        return work();
      },
    },
  };
}

const VERIFY = '/v2/profiles/101/pin/verify';

test('a request waits for the scheduler once its caller is known, and is suspended while its body is read', async () => {
  const { calls, scheduler } = recordingScheduler();
  const { call, user } = await routerFixture({ scheduler, intercept: async () => void calls.push('intercept') });
  await call('/v2/profiles/101/pin', { json: { pin: '0000' } });
  expect(calls).toEqual(['run', `enter user ${user.userId} createPin`, 'intercept', 'suspend', 'end']);
});

test('a request without valid credentials does not wait', async () => {
  const { calls, scheduler } = recordingScheduler();
  const { call } = await routerFixture({ scheduler });
  expect((await call(VERIFY, { json: { pin: '0000' }, token: 'unknown' })).status).toBe(401);
  expect(calls).toEqual(['run', 'end']);
});

test('a request that the scheduler rejects gets 429 with Retry-After and the name of the limit', async () => {
  const details = { retryAfter: 1, limitedBy: 'caller-concurrency', limit: 72 };
  const { calls, scheduler } = recordingScheduler(new ScaError('rate.limit.reached', details));
  const { call } = await routerFixture({ scheduler });
  const { status, headers } = await call(VERIFY, { json: { pin: '0000' } });
  expect([status, headers.get('retry-after'), headers.get('x-rate-limited-by')]).toEqual([
    429,
    '1',
    'caller-concurrency',
  ]);
  expect(calls.at(-1)).toBe('end');
});
