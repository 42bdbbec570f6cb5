import { defineConfig } from 'vitest/config';

// Loading Prism and compiling the schemas of the whole spec take seconds on a busy machine: files share a worker, which does
// it once.
const shared = { isolate: false, testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'contract' } },
      // The client's own tests, unchanged, with the mock gateway as their server.
      {
        root: '../client',
        test: { ...shared, name: 'client', setupFiles: [`${import.meta.dirname}/test/client-suite/setup.ts`] },
      },
    ],
  },
});
