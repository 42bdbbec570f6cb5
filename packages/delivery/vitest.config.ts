import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No test changes what its process shares with others.
    isolate: false,
  },
});
