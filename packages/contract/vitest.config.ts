import { defineConfig } from 'vitest/config';

// Preparing the whole description takes seconds on a busy machine.
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...timeouts, name: 'contract' } },
      // The client's own tests, each file as it stands, with the mock gateway for a backend. They share a worker, so that
      // the document is prepared once.
      {
        root: '../client',
        test: {
          ...timeouts,
          name: 'client',
          isolate: false,
          setupFiles: [`${import.meta.dirname}/test/client-suite/setup.ts`],
        },
      },
    ],
  },
});
