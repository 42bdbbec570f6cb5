import { operationOf } from '@sca-kit/api';
import type { Delivery } from '@sca-kit/engine';
import { fakeKeys } from '@sca-kit/engine/testing';
import type { Caller } from '@sca-kit/hono';
import { describe, expect, it } from 'vitest';
import { hashThreads, scheduleHashes, suspendDuringDelivery, suspendDuringWaits } from './scheduled-ports.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

/** Waits until every call that may start has started. */
async function settle(): Promise<void> {
  for (let at = 0; at < 40; at += 1) await new Promise((resolve) => setImmediate(resolve));
}
const userOf = (userId: number): Caller => ({ kind: 'user', clientId: 'acme', userId, token: null });
const ANONYMOUS: Caller = { kind: 'anonymous', clientId: '', userId: null, token: null };
const forever = (): Promise<never> => new Promise(() => {});

/** Runs a request of the caller. */
const request = <Result>(scheduler: Scheduler, caller: Caller, work: () => Promise<Result>): Promise<Result> =>
  scheduler.run(async () => {
    await scheduler.enter(caller, operationOf('verifyPin'));
    return work();
  });

/** Sends requests of the caller that run until the end of the test, and waits until those that may start have started. */
async function send(
  scheduler: Scheduler,
  caller: Caller,
  count: number,
  work: () => Promise<unknown> = forever,
): Promise<void> {
  for (let at = 0; at < count; at += 1) void request(scheduler, caller, work);
  await settle();
}

describe('the scheduler', () => {
  it('rejects a request with 429 when 64 of the caller wait, and serves other callers', async () => {
    const scheduler = createScheduler(1);
    await send(scheduler, userOf(1), 8);
    await send(scheduler, userOf(1), 64);
    await expect(request(scheduler, userOf(1), forever)).rejects.toMatchObject({
      code: 'rate.limit.reached',
      details: { limitedBy: 'caller-concurrency', limit: 72, retryAfter: 1 },
    });
    await expect(request(scheduler, userOf(2), async () => 'served')).resolves.toBe('served');
  });

  it('rejects a request with 503 when 1024 of several callers wait, unless it is the only one of its caller', async () => {
    const scheduler = createScheduler(1);
    for (const user of [1, 2]) await send(scheduler, userOf(user), 8);
    for (let user = 1; user <= 16; user += 1) await send(scheduler, userOf(user), 64);
    const only = request(scheduler, userOf(17), async () => 'served');
    await expect(request(scheduler, userOf(17), forever)).rejects.toMatchObject({ code: 'service.unavailable' });
    await expect(Promise.race([only, settle()])).resolves.toBeUndefined();
  });

  it('counts all requests without credentials as one caller, and those that report the state of the process not at all', async () => {
    const scheduler = createScheduler(1);
    await send(scheduler, ANONYMOUS, 8);
    await send(scheduler, ANONYMOUS, 64);
    await expect(request(scheduler, ANONYMOUS, forever)).rejects.toMatchObject({ code: 'rate.limit.reached' });
    await scheduler.run(() => scheduler.enter(ANONYMOUS, operationOf('getHealth')));
  });

  it('runs argon2 on its threads alone, for the callers in turn, and gives the slots to other requests meanwhile', async () => {
    const scheduler = createScheduler(2);
    const started: string[] = [];
    const finish: (() => void)[] = [];
    const hash = (purpose: string): Promise<string> =>
      new Promise((resolve) => {
        started.push(purpose);
        finish.push(() => resolve(''));
      });
    const keys = scheduleHashes(
      { ...fakeKeys(), hash, verifyHash: async (purpose: string) => (await hash(purpose)) === '' },
      scheduler,
    );
    for (const user of [1, 2, 3]) await send(scheduler, userOf(user), 8, () => keys.hash(`user ${user}`));
    await expect(request(scheduler, userOf(4), async () => 'served')).resolves.toBe('served');
    await send(scheduler, userOf(5), 1, () => keys.verifyHash('user 5'));
    expect(started).toEqual(['user 1', 'user 1']);
    for (let at = 0; at < 4; at += 1) {
      finish[at]?.();
      await settle();
    }
    expect(started.slice(2)).toEqual(['user 1', 'user 2', 'user 3', 'user 5']);
  });

  it('gives the slots of requests to others while they wait for a provider or for time to pass', async () => {
    const scheduler = createScheduler(1);
    const delivery = suspendDuringDelivery({ sendOtp: forever, sendPush: forever }, scheduler);
    const timer = suspendDuringWaits({ wait: forever }, scheduler);
    const work: readonly (() => Promise<void>)[] = [
      () => delivery.sendOtp({} as Parameters<Delivery['sendOtp']>[0]),
      () => delivery.sendPush({} as Parameters<Delivery['sendPush']>[0]),
      () => timer.wait(1),
    ];
    for (const [user, wait] of work.entries()) await send(scheduler, userOf(user), 8, wait);
    await expect(request(scheduler, userOf(9), async () => 'served')).resolves.toBe('served');
  });
});

describe('argon2', () => {
  it.each([
    [1, 1, 1],
    [1, 2, 1],
    [1, 4, 3],
    // libuv has four threads, one of which is left to everything else.
    [1, 16, 3],
    [4, 16, 3],
    [8, 16, 1],
  ])('%i processes on %i cores have %i threads each', (workers, cores, threads) => {
    expect(hashThreads(workers, cores)).toBe(threads);
  });
});
