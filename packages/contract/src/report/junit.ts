import { describeViolation, type Report } from './report.ts';

/**
 * Renders a report as JUnit XML.
 *
 * @example
 * await writeFile('junit.xml', renderJunit(report));
 */
export function renderJunit(report: Report): string {
  const suites = [
    suite(
      'scenarios',
      report.scenarios.map(({ operationId, status, name, outcome, reason, durationMs }) =>
        testcase(operationId, `${status} ${name}`, durationMs, outcome, reason),
      ),
    ),
    suite(
      'negative cases',
      report.negatives.map(({ operationId, name, outcome, reason, durationMs }) =>
        testcase(operationId ?? 'routing', name, durationMs, outcome, reason),
      ),
    ),
    suite(
      'contract',
      report.violations.map(({ violation, count }) =>
        testcase(
          violation.operationId ?? violation.path,
          describeViolation(violation),
          0,
          'failed',
          `Seen ${count} times.`,
        ),
      ),
    ),
    suite(
      'coverage',
      report.gates.map(({ requirement, reached, passed }) =>
        testcase(
          requirement.family ?? 'all',
          `at least ${requirement.percent} %`,
          0,
          passed ? 'passed' : 'failed',
          `Measured ${reached} %.`,
        ),
      ),
    ),
  ];
  const name = escapeXml(`${report.contract.title} against ${report.target}`);
  const seconds = (report.durationMs / 1000).toFixed(3);
  const error =
    report.outcome === 'could-not-run'
      ? [
          `<testsuite name="run" tests="1" errors="1"><testcase classname="run" name="run"><error message="${escapeXml(report.reason ?? '')}"/></testcase></testsuite>`,
        ]
      : [];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" time="${seconds}">`,
    ...error,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(name: string, cases: readonly string[]): string {
  const count = (element: string): number => cases.filter((each) => each.includes(element)).length;
  return `<testsuite name="${name}" tests="${cases.length}" failures="${count('<failure ')}" skipped="${count('<skipped ')}">\n${cases.join('\n')}\n</testsuite>`;
}

function testcase(group: string, name: string, durationMs: number, outcome: string, reason = ''): string {
  const head = `<testcase classname="${escapeXml(group)}" name="${escapeXml(name)}" time="${(durationMs / 1000).toFixed(3)}"`;
  if (outcome === 'passed') return `${head}/>`;
  const element = outcome === 'skipped' ? 'skipped' : 'failure';
  return `${head}><${element} message="${escapeXml(reason)}"/></testcase>`;
}

/** Escapes text for XML and HTML, and leaves out what XML 1.0 cannot hold. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
