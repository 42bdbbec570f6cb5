import { describeViolation, failures, type Report } from './report.ts';

/** GitHub shows only the first few annotations of a step; the rest are in the other forms of the report. */
const MOST = 50;

/**
 * Renders a report as workflow commands: each line that a GitHub Actions step prints becomes an annotation.
 *
 * @example
 * if (process.env.GITHUB_ACTIONS === 'true') process.stderr.write(renderAnnotations(report));
 */
export function renderAnnotations(report: Report): string {
  const failed = failures(report);
  const lines = [
    ...(report.outcome === 'could-not-run'
      ? [command('error', 'Contract check could not run', report.reason ?? '')]
      : []),
    ...failed.gates.map(({ requirement, reached }) =>
      command(
        'error',
        `Coverage of ${requirement.family ?? 'the contract'}`,
        `Required ${requirement.percent} %, measured ${reached} %.`,
      ),
    ),
    ...report.violations.map(({ violation, count }) =>
      command(
        'error',
        `Contract: ${violation.operationId ?? violation.path}`,
        `${describeViolation(violation)} (seen ${count} times)`,
      ),
    ),
    ...failed.scenarios.map(({ operationId, status, name, reason }) =>
      command('error', `Scenario: ${operationId} ${status}`, `${name}: ${reason ?? ''}`),
    ),
    ...failed.negatives.map(({ operationId, name, reason }) =>
      command('error', `Negative case: ${operationId ?? 'routing'}`, `${name}: ${reason ?? ''} (seed ${report.seed})`),
    ),
  ];
  const { percent, total } = report.coverage.overall;
  const notice = command('notice', 'Contract coverage', `${percent} % of ${total} documented responses seen valid.`);
  return `${[...lines.slice(0, MOST), notice].join('\n')}\n`;
}

/** Workflow commands end at the line; properties also use commas and colons. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
const command = (level: 'error' | 'notice', title: string, message: string): string =>
  `::${level} title=${escapeProperty(title)}::${escapeData(message)}`;
