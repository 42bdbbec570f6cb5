import { defineConfig } from 'vitest/config';
import { CoverageLastSequencer } from './behaviour/support/coverage-last-sequencer.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: CoverageLastSequencer },
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'behaviour',
          include: ['behaviour/**/*.test.ts'],
          // One process for all files: the last one compares what all of them saw with the description.
          isolate: false,
          fileParallelism: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: ['e2e/timing.test.ts'],
          globalSetup: ['./e2e/support/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Each file starts servers of its own and mostly waits for them.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // After all others: it looks at the clock.
        test: { name: 'timing', include: ['e2e/timing.test.ts'], hookTimeout: 30_000, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
