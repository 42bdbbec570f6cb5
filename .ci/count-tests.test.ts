import { expect, test } from 'vitest';
import { countTests, type Report } from './count-tests.ts';

function report(passed: number, failed: number, success: boolean, files: Report['testResults'] = []): Report {
  return { numPassedTests: passed, numFailedTests: failed, success, testResults: files };
}

test.each([
  { name: 'nothing ran', reports: [], want: { passed: 0, failed: 0 } },
  { name: 'all passed', reports: [report(3, 0, true), report(4, 0, true)], want: { passed: 7, failed: 0 } },
  {
    name: 'one failed',
    reports: [
      report(3, 1, false, [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]),
      report(4, 0, true),
    ],
    want: { passed: 7, failed: 1 },
  },
  {
    name: 'a file that did not load',
    reports: [report(3, 0, false, [{ status: 'failed', assertionResults: [] }])],
    want: { passed: 3, failed: 1 },
  },
  { name: 'no success for a reason outside of tests', reports: [report(3, 0, false)], want: { passed: 3, failed: 1 } },
])('$name: $want.passed passed, $want.failed failed', ({ reports, want }) => {
  expect(countTests(reports)).toEqual(want);
});
