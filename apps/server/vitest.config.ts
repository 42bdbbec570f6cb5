import { defineConfig } from 'vitest/config';
import { CoverageLastSequencer } from './behaviour/support/coverage-last-sequencer.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: CoverageLastSequencer },
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'test/**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'behaviour',
          include: ['behaviour/**/*.test.ts'],
          globalSetup: ['./test/shared-keys.ts'],
          // One process for all files: `coverage.test.ts` compares what all of them observed with the OpenAPI document.
          isolate: false,
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          // Needs tools that only `test:full` installs.
          exclude: process.env.SCA_TEST_FULL === '1' ? [] : ['e2e/workerd.test.ts'],
          globalSetup: ['./test/shared-keys.ts', './e2e/support/postgres.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
