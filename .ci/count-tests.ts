/** What Vitest's JSON reporter writes, as far as it is read here. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Tests of all packages together. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Adds up reports. A file that did not load ran no test and still counts as a failure, and so does a report that
 * says no more than that its run was no success.
 */
export function countTests(reports: readonly Report[]): Count {
  let passed = 0;
  let failed = 0;
  for (const report of reports) {
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    ).length;
    const failures = report.numFailedTests + broken;
    passed += report.numPassedTests;
    failed += failures === 0 && !report.success ? 1 : failures;
  }
  return { passed, failed };
}
