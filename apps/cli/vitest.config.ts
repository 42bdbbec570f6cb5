import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Left to itself Vitest takes one of two cores, and what these start waits as much as it works.
    maxWorkers: 2,
    projects: [
      // These start processes, which takes its time on a busy machine.
      { test: { name: 'command', include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'conformance', include: ['conformance/planted-*.test.ts'], sequence: { groupOrder: 1 } } },
      // After the others: a whole check is timed here.
      { test: { name: 'self-check', include: ['conformance/self-check.test.ts'], sequence: { groupOrder: 2 } } },
    ],
  },
});
