import { expect, test } from 'vitest';
import { createFairQueue, type FairQueue, type FairQueueLimits, type Slot } from './fair-queue.ts';

const LIMITS: FairQueueLimits = { slots: 2, slotsPerKey: 2, waitingPerKey: 6, waiting: 8 };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Waits until every call that may start has started. */
async function settle(): Promise<void> {
  for (let at = 0; at < 10; at += 1) await turn();
}

/** Acquires a slot for each key. Returns the keys in the order in which they get one, and a function that releases the oldest slot. */
function acquireAll(queue: FairQueue<string>, keys: string): { started: string[]; releaseOldest(): Promise<void> } {
  const started: string[] = [];
  const held: Slot[] = [];
  for (const key of keys) {
    void queue.acquire(key).then((slot) => {
      started.push(key);
      held.push(slot);
    });
  }
  return {
    started,
    async releaseOldest() {
      held.shift()?.release();
      await settle();
    },
  };
}

test('serves waiting keys in turn, not by arrival', async () => {
  const { started, releaseOldest } = acquireAll(createFairQueue(LIMITS), 'aaaaabbcc');
  await settle();
  expect(started.join('')).toBe('aa');
  for (let at = 0; at < 9; at += 1) await releaseOldest();
  expect(started.join('')).toBe('aabcabcaa');
});

test('leaves slots free instead of giving a key more than its share', async () => {
  const { started, releaseOldest } = acquireAll(createFairQueue({ ...LIMITS, slots: 3 }), 'aaab');
  await settle();
  expect(started.join('')).toBe('aab');
  await releaseOldest();
  expect(started.join('')).toBe('aaba');
});

test.each([
  ['of the key', 'aaaaaaa', 'a', 'key'],
  ['of all keys', 'aaaaaabbb', 'b', 'all'],
])('rejects a call when too many calls %s wait', async (_, keys, next, by) => {
  const queue = createFairQueue<string>(LIMITS);
  const { started, releaseOldest } = acquireAll(queue, keys);
  await expect(queue.acquire(next)).rejects.toMatchObject({ name: 'QueueFullError', by });
  for (let at = 0; at < keys.length; at += 1) await releaseOldest();
  expect(started).toHaveLength(keys.length);
});

test('has room for one call of a key without waiting calls when too many others wait', async () => {
  const queue = createFairQueue<string>(LIMITS);
  const { releaseOldest } = acquireAll(queue, 'aaaaaabbb');
  const fair = acquireAll(queue, 'c');
  await settle();
  for (let at = 0; at < 3; at += 1) await releaseOldest();
  expect(fair.started).toEqual(['c']);
});

test('gives the slot of a suspended call to others, counts it for its key, and gives it back in turn', async () => {
  const queue = createFairQueue<string>({ ...LIMITS, slots: 1 });
  const slot = await queue.acquire('a');
  const { started, releaseOldest } = acquireAll(queue, 'aabb');
  const resumed: string[] = [];
  const { promise: work, resolve: finish } = Promise.withResolvers<string>();
  // Both at once, as a request that hashes two secrets.
  const both = Promise.all([slot.suspend(() => work), slot.suspend(async () => 'done')]);
  void both.then((results) => resumed.push(...results));
  await settle();
  expect(started).toEqual(['a']);
  finish('hashed');
  await settle();
  expect(resumed).toEqual([]);
  await releaseOldest();
  await releaseOldest();
  expect([started, resumed]).toEqual([
    ['a', 'b'],
    ['hashed', 'done'],
  ]);
  await releaseOldest();
  expect(started).toEqual(['a', 'b']);
  slot.release();
  for (let at = 0; at < 3; at += 1) await releaseOldest();
  expect(started.join('')).toBe('abba');
});

test('keeps no slot for work that outlives its call', async () => {
  const queue = createFairQueue<string>({ ...LIMITS, slots: 1 });
  const slot = await queue.acquire('a');
  const { promise: work, resolve: finish } = Promise.withResolvers<void>();
  const suspended = slot.suspend(() => work);
  const { started, releaseOldest } = acquireAll(queue, 'bb');
  await settle();
  finish();
  await settle();
  slot.release();
  await releaseOldest();
  await suspended;
  await releaseOldest();
  expect(started).toEqual(['b', 'b']);
  await expect(slot.suspend(async () => 'alone')).resolves.toBe('alone');
});

test('starts one call in each turn of the event loop, and the first at once', async () => {
  const queue = createFairQueue<string>(LIMITS);
  const order: string[] = [];
  const serve = async (name: string): Promise<void> => {
    const slot = await queue.acquire('a');
    order.push(name);
    slot.release();
  };
  const served = Promise.all([serve('first'), serve('second'), serve('third')]);
  for (const io of ['I/O', 'more I/O']) {
    await turn();
    order.push(io);
  }
  await served;
  expect(order).toEqual(['first', 'second', 'I/O', 'third', 'more I/O']);
});
