import { expect, test } from 'vitest';
import type { Benchmark } from './benchmark.ts';
import { measure, summarize } from './measure.ts';

test('alternates subject and yardstick, ignores the warm-up, and closes the session', async () => {
  const calls: string[] = [];
  let now = 0;
  const benchmark: Benchmark = {
    name: 'example',
    subject: 'twice the work',
    yardstick: 'the work',
    open: async () => ({
      async subject() {
        calls.push('subject');
        now += 20;
      },
      async yardstick() {
        calls.push('yardstick');
        now += 10;
      },
      async close() {
        calls.push('close');
      },
    }),
  };
  const result = await measure(benchmark, { quick: true, rounds: 2 }, () => now);
  expect(result).toEqual({
    name: 'example',
    subject: { median: 20, spread: 0 },
    yardstick: { median: 10, spread: 0 },
    ratio: 2,
    rounds: 2,
  });
  expect(calls.filter((call) => call === 'subject')).toHaveLength(5);
  expect(calls.slice(0, 4)).toEqual(['subject', 'yardstick', 'subject', 'yardstick']);
  expect(calls.at(-1)).toBe('close');
});

test.each([
  { durations: [5], median: 5, spread: 0 },
  { durations: [4, 2], median: 3, spread: 1 },
  { durations: [9, 1, 5], median: 5, spread: 4 },
  { durations: [1, 2, 3, 4, 100], median: 3, spread: 2 },
])('summarizes $durations by median $median and quartile distance $spread', ({ durations, median, spread }) => {
  expect(summarize(durations)).toEqual({ median, spread });
});
