import { describeViolation, type Report } from '@sca-kit/contract';

/** A problem that a check found. */
export interface Finding {
  /** The code of a violation, a scenario, or a negative case. */
  readonly by: string;
  readonly text: string;
}

/** Returns every problem that a check found. */
export function findingsOf(report: Report): Finding[] {
  return [
    ...report.violations.map(({ violation }) => ({
      by: `violation ${violation.code}`,
      text: describeViolation(violation),
    })),
    ...report.scenarios
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ operationId, status, name, reason }) => ({
        by: 'scenario',
        text: `${operationId} ${status} · ${name}: ${reason ?? ''}`,
      })),
    ...report.negatives
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ operationId, name, reason }) => ({
        by: 'negative case',
        text: `${operationId ?? 'routing'} · ${name}: ${reason ?? ''}`,
      })),
  ];
}
