import { defineConfig } from 'vitest/config';
import { LastFileLast } from './behaviour/support/last-file-last.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: LastFileLast },
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
          globalSetup: ['./e2e/support/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // After the others and one file after another: these start servers, and some look at the clock.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
