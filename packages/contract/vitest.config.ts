import { defineConfig } from 'vitest/config';

// Preparing the whole description takes seconds on a busy machine.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
