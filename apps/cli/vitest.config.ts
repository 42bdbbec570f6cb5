import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{test,conformance}/**/*.test.ts'],
    // One worker with one module graph: loading the packages and compiling the schemas of the OpenAPI document takes
    // longer than most tests.
    isolate: false,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
