import { renderNumber, renderTable } from './render.ts';
import type { Report } from './report.ts';

/** Figures of the benchmark `cost`, by request and quantity. */
export type Costs = ReadonlyMap<string, ReadonlyMap<string, number>>;

const QUANTITIES = ['processor time', 'round trips', 'write-ahead log'] as const;

/** Returns what the requests cost. */
export function costsOf({ benchmarks }: Report): Costs {
  const costs = new Map<string, Map<string, number>>();
  for (const { ours } of benchmarks.find(({ name }) => name === 'cost')?.results ?? []) {
    const [request = '', quantity = ''] = ours.what.split(': ');
    costs.set(request, (costs.get(request) ?? new Map()).set(quantity, ours.median));
  }
  return costs;
}

/** Renders what each request costs. `commits` are durable ones, by request. */
export function renderCosts(costs: Costs, commits: ReadonlyMap<string, number>): string {
  const head = ['request', 'processor time, ms', 'durable commits', 'round trips', 'write-ahead log, KB'];
  const requests = [...costs].filter(([, quantities]) => QUANTITIES.every((quantity) => quantities.has(quantity)));
  const rows = requests.map(([request, quantities]) => {
    const [time = '', trips = '', log = ''] = QUANTITIES.map((name) =>
      renderNumber(quantities.get(name) ?? Number.NaN),
    );
    return [request, time, String(commits.get(request) ?? 0), trips, log];
  });
  return renderTable([head, ...rows]);
}
