import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // These start processes, which takes its time on a busy machine.
      { test: { name: 'command', include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'conformance',
          include: ['conformance/**/*.test.ts'],
          // After the others and one file after another: a whole check is timed here.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
