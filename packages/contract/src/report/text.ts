import { styleText } from 'node:util';
import type { Cell, Coverage } from '../coverage/coverage.ts';
import type { Gate } from '../coverage/gates.ts';
import { describeViolation, failures, type Report } from './report.ts';

/** Options of `renderText`. */
export interface TextOptions {
  /** Whether to use colours; consider `process.stdout.isTTY` and `NO_COLOR`. */
  readonly color: boolean;
  /** The number of lines listed per section; 20 by default. */
  readonly limit?: number;
}

type Paint = (style: 'green' | 'red' | 'yellow' | 'dim' | 'bold', text: string) => string;

/**
 * Renders a report for a terminal.
 *
 * @example
 * process.stdout.write(renderText(report, { color: process.stdout.isTTY }));
 */
export function renderText(report: Report, options: TextOptions): string {
  const paint: Paint = (style, text) => (options.color ? styleText(style, text, { validateStream: false }) : text);
  const limit = options.limit ?? 20;
  const { title, version } = report.contract;
  const head = `${paint('bold', `${title} ${version}`)} against ${report.target}`;
  if (report.outcome === 'could-not-run') return `${head}\n${paint('red', 'Could not run:')} ${report.reason ?? ''}\n`;
  const failed = failures(report);
  return [
    head,
    '',
    ...(report.lacks.length === 0 ? [] : [...report.lacks.map((lack) => paint('yellow', lack)), '']),
    coverageTable(report.coverage, paint),
    '',
    ...section(
      paint,
      'Violations',
      report.violations.map(
        ({ violation, count }) => `${describeViolation(violation)}${count > 1 ? ` (${count} times)` : ''}`,
      ),
      limit,
    ),
    ...section(
      paint,
      'Failed scenarios',
      failed.scenarios.map(
        ({ operationId, status, name, reason }) => `${operationId} ${status} · ${name}: ${reason ?? ''}`,
      ),
      limit,
    ),
    ...section(
      paint,
      `Failed negative cases (seed ${report.seed})`,
      failed.negatives.map(({ operationId, name, reason }) => `${operationId ?? 'routing'} · ${name}: ${reason ?? ''}`),
      limit,
    ),
    ...section(paint, 'Responses with violations', violating(report.coverage), limit),
    ...section(paint, 'Responses not seen', unseen(report.coverage), limit),
    ...section(paint, 'Skipped', skipped(report), limit),
    ...report.gates.map((gate) => gateLine(gate, paint)),
    summary(report, paint),
    '',
  ].join('\n');
}

function coverageTable(coverage: Coverage, paint: Paint): string {
  const rows = [...coverage.families, { family: 'All', ...coverage.overall }];
  const width = Math.max(...rows.map(({ family }) => family.length), 6);
  const line = ['Family'.padEnd(width), '   Cells', '   Valid', 'Violating', '  Unseen', ' Covered'].join(' ');
  const body = rows.map(({ family, total, valid, violating, unseen: missing, percent }) =>
    [
      family.padEnd(width),
      String(total).padStart(8),
      String(valid).padStart(8),
      paint(violating > 0 ? 'red' : 'dim', String(violating).padStart(9)),
      paint(missing > 0 ? 'yellow' : 'dim', String(missing).padStart(8)),
      paint(percent === 100 ? 'green' : 'yellow', `${percent} %`.padStart(8)),
    ].join(' '),
  );
  return [paint('bold', line), ...body].join('\n');
}

function section(paint: Paint, title: string, lines: readonly string[], limit: number): string[] {
  if (lines.length === 0) return [];
  const rest = `  … and ${lines.length - limit} more. Write a report (index.html, report.json) to see all of them`;
  const more = lines.length > limit ? [paint('dim', rest)] : [];
  return [paint('bold', `${title}: ${lines.length}`), ...lines.slice(0, limit).map((line) => `  ${line}`), ...more, ''];
}

const nameOf = ({ operationId, status, mediaType }: Cell): string =>
  `${operationId} ${status}${mediaType === '' ? '' : ` ${mediaType}`}`;

const violating = ({ cells }: Coverage): string[] =>
  cells
    .filter(({ state }) => state === 'violating')
    .map((cell) => `${nameOf(cell)} (${cell.violating} of ${cell.valid + cell.violating} responses)`);

const unseen = ({ cells }: Coverage): string[] => cells.filter(({ state }) => state === 'unseen').map(nameOf);

const skipped = (report: Report): string[] =>
  report.scenarios
    .filter(({ outcome }) => outcome === 'skipped')
    .map(({ operationId, status, reason }) => `${operationId} ${status}: ${reason ?? ''}`);

function gateLine({ requirement, reached, passed }: Gate, paint: Paint): string {
  const what = requirement.family === undefined ? 'coverage' : `coverage of ${requirement.family}`;
  return `${paint(passed ? 'green' : 'red', passed ? 'passed' : 'FAILED')} required ${what}: ${requirement.percent} %, measured ${reached} %`;
}

function summary(report: Report, paint: Paint): string {
  const passed = (list: readonly { outcome: string }[]): number =>
    list.filter(({ outcome }) => outcome === 'passed').length;
  const inconclusive = report.negatives.filter(({ outcome }) => outcome === 'inconclusive').length;
  const doubt = inconclusive === 0 ? '' : ` (${inconclusive} inconclusive)`;
  const { exchanges, overheadMedianMs, targetMedianMs } = report.timing;
  const verdict = report.outcome === 'conforms' ? paint('green', 'Conforms.') : paint('red', 'Does not conform.');
  return [
    `${verdict} ${passed(report.scenarios)}/${report.scenarios.length} scenarios, ${passed(report.negatives)}/${report.negatives.length} negative cases${doubt}, ${exchanges} exchanges in ${(report.durationMs / 1000).toFixed(1)} s.`,
    paint(
      'dim',
      `Gateway overhead ${overheadMedianMs} ms a request (median), target ${targetMedianMs} ms. Seed ${report.seed}.`,
    ),
  ].join('\n');
}
