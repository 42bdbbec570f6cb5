import { readFileSync, writeFileSync } from 'node:fs';
import { renderMarkdown } from './render.ts';
import { renderChart } from './render-chart.ts';
import type { Report } from './report.ts';

const DOCS = new URL('../../../docs/', import.meta.url);
const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

/** Writes the table and the chart of a full run to the documentation. */
export function writeDocs(report: Report): void {
  const page = new URL('pages/performance.md', DOCS);
  writeFileSync(page, replaceTable(readFileSync(page, 'utf8'), renderMarkdown(report)));
  writeFileSync(new URL('assets/bench.svg', DOCS), renderChart(report));
}

/**
 * Replaces what stands between the two marks of a page.
 * @throws Error when a mark is missing
 */
export function replaceTable(page: string, table: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The page has no ${BEGIN} and ${END}.`);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}
