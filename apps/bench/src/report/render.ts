import { styleText } from 'node:util';
import type { Target, Unit } from '../benchmark.ts';
import type { Result, Sample } from '../measure.ts';
import type { MeasuredBenchmark, Report } from './report.ts';

/** A row of the table, as text. */
interface Line {
  readonly name: string;
  readonly what: string;
  readonly ours: string;
  readonly yardstick: string;
  readonly result: string;
  readonly wanted: string;
  readonly met: string;
}

const HEAD: Line = {
  name: 'benchmark',
  what: 'what, and its yardstick',
  ours: 'ours',
  yardstick: 'yardstick',
  result: 'result',
  wanted: 'wanted',
  met: 'met',
};

/** Returns the rows of a benchmark as text. */
export function linesOf({ name, results, invalid }: MeasuredBenchmark): readonly Line[] {
  if (invalid !== null) return [{ ...empty, name, what: `INVALID: ${invalid}`, met: 'invalid' }];
  return results.map((result) => ({
    name,
    what: result.yardstick ? `${result.ours.what} / ${result.yardstick.what}` : result.ours.what,
    ours: renderSample(result.ours, result.unit),
    yardstick: result.yardstick ? renderSample(result.yardstick, result.unit) : '',
    result: renderFigure(result),
    wanted: result.target ? renderTarget(result.target, result.unit) : '',
    met: result.met === null ? '' : result.met ? 'yes' : 'no',
  }));
}

const empty: Line = { name: '', what: '', ours: '', yardstick: '', result: '', wanted: '', met: '' };

/** Renders the rows of a benchmark for a terminal, two lines each. */
export function renderText(benchmark: MeasuredBenchmark, color: boolean): string {
  const paint = (style: 'bold' | 'green' | 'red' | 'dim', text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  return linesOf(benchmark)
    .map(({ name, what, ours, yardstick, result, wanted, met }) => {
      const verdict = met === 'yes' ? paint('green', 'met') : met === 'no' ? paint('red', 'missed') : met;
      const first = `${paint('bold', name.padEnd(12))} ${what}`;
      if (ours === '') return paint('red', first);
      const compared = yardstick === '' ? ours : `${ours} / ${yardstick} = ${result}`;
      return `${first}\n${' '.repeat(13)}${compared}${wanted && paint('dim', `, wanted ${wanted}: `)}${wanted && verdict}`;
    })
    .join('\n');
}

/** Renders rows as a Markdown table; the first one is the head. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const [head, ...body] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

/** Renders a report as Markdown, without the costs of single requests. */
export function renderMarkdown(report: Report): string {
  const rows = [HEAD, ...report.benchmarks.filter(({ name }) => name !== 'cost').flatMap(linesOf)].map(
    ({ name, what, ours, yardstick, result, wanted, met }) => [name, what, ours, yardstick, result, wanted, met],
  );
  const versions = Object.entries(report.versions).map(([name, version]) => `${name} ${version}`);
  const about = [report.machine, versions.join(', '), ...report.settings].map((line) => `- ${line}`);
  return [...about, '', renderTable(rows)].join('\n');
}

function renderSample({ median, spread, values }: Sample, unit: Unit): string {
  const figure = `${renderNumber(median)}${unit === '/s' ? '/s' : ` ${unit}`}`;
  return values.length > 1 ? `${figure} ±${renderNumber(spread)}` : figure;
}

function renderFigure({ figure, target, unit, yardstick }: Result): string {
  if (!yardstick) return '';
  return target?.of === 'difference' ? `${figure < 0 ? '' : '+'}${renderNumber(figure)} ${unit}` : figure.toFixed(2);
}

function renderTarget({ of, bound, value }: Target, unit: Unit): string {
  return of === 'ratio' ? `${bound} ${value}` : `${bound} ${of === 'difference' ? '+' : ''}${value} ${unit}`;
}

/** Three significant digits, at most two decimals. */
export function renderNumber(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}
