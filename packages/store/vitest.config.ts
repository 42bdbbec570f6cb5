import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['./test/global-setup.ts'],
    // No test changes what its process shares with others.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
