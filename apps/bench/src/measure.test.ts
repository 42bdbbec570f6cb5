import { expect, test } from 'vitest';
import type { Session, Side } from './benchmark.ts';
import { measure, quantile, summarize } from './measure.ts';

/** A side that returns the figures in turn and notes its name. */
function side(name: string, figures: readonly number[], calls: string[]): Side {
  let next = 0;
  return {
    what: name,
    async run() {
      calls.push(name);
      return figures[next++] ?? Number.NaN;
    },
  };
}

test('measures the sides in turn, leaves the warm-up out, and compares pair by pair', async () => {
  const calls: string[] = [];
  const session: Session = {
    sides: { ours: side('A', [999, 10, 30, 20], calls), peer: side('B', [999, 20, 30, 80], calls) },
    rows: [
      { ours: 'ours', yardstick: 'peer', unit: '/s', target: { of: 'ratio', bound: '≥', value: 0.6 } },
      { ours: 'ours', yardstick: 'peer', unit: 'MB', target: { of: 'difference', bound: '≤', value: -10 } },
      { ours: 'ours', unit: 's', target: { of: 'ours', bound: '≤', value: 20 } },
      { ours: 'ours', yardstick: 'peer', unit: 's', target: null },
    ],
  };
  const results = await measure(session, 3, () => {});
  expect(calls.join('')).toBe('ABABABAB');
  expect(results[0]?.ours).toEqual({ what: 'A', values: [10, 30, 20], median: 20, spread: 10 });
  expect(results.map(({ figure, met }) => [figure, met])).toEqual([
    [0.5, false],
    [-10, true],
    [20, true],
    [0.5, null],
  ]);
});

test('a session sets its own rounds and can skip the warm-up', async () => {
  const calls: string[] = [];
  const progress: number[] = [];
  const session: Session = { sides: { ours: side('A', [1, 2], calls) }, rows: [], rounds: 2, warmUp: false };
  await measure(session, 5, (done, of) => progress.push(done, of));
  expect([calls.length, progress]).toEqual([2, [0, 2, 1, 2]]);
});

test.each([
  { values: [5], median: 5, spread: 0 },
  { values: [4, 2], median: 3, spread: 1 },
  { values: [9, 1, 5], median: 5, spread: 4 },
  { values: [1, 2, 3, 4, 100], median: 3, spread: 2 },
])('summarizes $values by median $median and quartile distance $spread', ({ values, median, spread }) => {
  expect(summarize(values)).toEqual({ values, median, spread });
});

test('the quantile of nothing is not a number', () => {
  expect(quantile([], 0.99)).toBeNaN();
});
