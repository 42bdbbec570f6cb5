import type { Stores } from '@sca-kit/store';
import { expect, test } from 'vitest';
import { startSweepLoop } from './sweep-loop.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 0, 1);

test('logs each broken audit log that retention reports, with its client', async () => {
  const { promise: done, resolve: end } = Promise.withResolvers<void>();
  const lines: unknown[] = [];
  const cutoffs: number[] = [];
  const results = [
    { pruned: 0, broken: ['acme'] },
    { pruned: 3, broken: [] },
  ];
  const stores = {
    sweep: async () => 0,
    auditLog: {
      async prune(before: number) {
        cutoffs.push(before);
        const result = results.shift();
        if (result) return result;
        end();
        return { pruned: 0, broken: [] };
      },
    },
  } as unknown as Pick<Stores, 'sweep' | 'auditLog'>;
  const stop = startSweepLoop({
    stores,
    clock: { now: () => NOW },
    timer: { wait: async () => {} },
    log: { error: (...line: readonly unknown[]) => void lines.push(line) },
    retentionDays: 30,
  });
  await done;
  await stop();
  expect(lines).toEqual([[{ clientId: 'acme' }, expect.stringContaining('sca-kit audit verify')]]);
  expect(new Set(cutoffs)).toEqual(new Set([NOW - 30 * DAY]));
});
