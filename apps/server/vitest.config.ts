import { defineConfig } from 'vitest/config';
import { LastFileLast } from './behaviour/support/last-file-last.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'behaviour',
          include: ['behaviour/**/*.test.ts'],
          // One process for all files: the last one compares what all of them saw with the description.
          isolate: false,
          fileParallelism: false,
          sequence: { sequencer: LastFileLast },
        },
      },
    ],
  },
});
