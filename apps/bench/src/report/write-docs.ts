import { readFileSync, writeFileSync } from 'node:fs';
import { FLOW_REQUESTS, FLOW_WORK, sumOfFlow } from '../benchmarks/flow.ts';
import { costsOf, renderCosts } from './costs.ts';
import { renderMarkdown } from './render.ts';
import { renderChart } from './render-chart.ts';
import type { Report } from './report.ts';
import { renderScale } from './scale.ts';

const DOCS = new URL('../../../docs/', import.meta.url);

/** Writes the tables and the chart of a full run to the documentation. */
export function writeDocs(report: Report): void {
  const page = new URL('pages/performance.md', DOCS);
  writeFileSync(page, fillPage(readFileSync(page, 'utf8'), report));
  writeFileSync(new URL('assets/bench.svg', DOCS), renderChart(report));
}

/** Returns the page with the tables of the report. */
export function fillPage(page: string, report: Report): string {
  const costs = costsOf(report);
  const commits = new Map(FLOW_REQUESTS.map((name, at) => [name, FLOW_WORK[at]?.commits ?? 0]));
  const work = { commits: sumOfFlow('commits'), argon2: sumOfFlow('argon2'), rsa: sumOfFlow('rsa') };
  const chart = '![How far each row is from its target](../assets/bench.svg)';
  const parts = {
    rows: `${renderMarkdown(report)}\n\n${chart}`,
    costs: renderCosts(costs, commits),
    scale: renderScale(costs, work),
  };
  return Object.entries(parts).reduce((text, [name, part]) => replacePart(text, name, part), page);
}

/**
 * Replaces what stands between two marks of a page.
 * @throws Error when a mark is missing
 */
function replacePart(page: string, name: string, part: string): string {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The page has no ${begin} and ${end}.`);
  return `${before}${begin}\n\n${part}\n\n${end}${after}`;
}
