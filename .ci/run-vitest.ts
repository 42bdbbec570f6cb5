import { spawnSync } from 'node:child_process';

// Vitest as every package runs it: a report that can be counted, and enough patience for a busy machine.
const { status, error } = spawnSync(
  'vitest',
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=.vitest/report.json',
    '--testTimeout=180000',
    '--hookTimeout=180000',
    '--slowTestThreshold=5000',
    // One module graph per worker: loading it anew for each file takes more time than the tests.
    '--no-isolate',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
if (error) throw error;
process.exitCode = status ?? 1;
