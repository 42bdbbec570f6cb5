import { expect, test } from 'vitest';
import { FLOW_REQUESTS } from '../benchmarks/flow.ts';
import { summarize } from '../measure.ts';
import { costsOf, renderCosts } from './costs.ts';
import type { Report } from './report.ts';
import { renderScale, scaleTo } from './scale.ts';

const FIGURES = {
  ...Object.fromEntries(FLOW_REQUESTS.map((name) => [`${name}: processor time`, 8])),
  '200 within the session: processor time': 2,
  'status: round trips': 3,
  'status: write-ahead log': 0.04,
  'profile: stored': 3,
  'flow: stored': 10,
};
const report: Report = {
  machine: '',
  versions: {},
  settings: [],
  benchmarks: [
    {
      name: 'cost',
      invalid: null,
      results: Object.entries(FIGURES).map(([what, value]) => ({
        ours: { what, ...summarize([value]) },
        yardstick: null,
        unit: 'ms',
        target: null,
        figure: value,
        met: null,
      })),
    },
  ],
};
const costs = costsOf(report);
const work = { commits: 5, argon2: 1, rsa: 2 };

test('renders the requests whose costs are complete', () => {
  const [, , ...rows] = renderCosts(costs, new Map([['status', 0]])).split('\n');
  expect(rows.map((row) => row.split('|').map((cell) => cell.trim()))).toEqual([
    ['', 'status', '8.00', '0', '3.00', '0.04', ''],
  ]);
});

test('projects the costs to a number of profiles by the assumptions', () => {
  const assumed = {
    flowsPerDay: 1,
    readsPerDay: 10,
    busiestHour: 0.1,
    utilisation: 0.5,
    retentionDays: 100,
    commitsPerPostgres: 10_000,
    terabytesPerPostgres: 2,
  };
  const scale = scaleTo(36_000_000, costs, work, assumed);
  expect(scale).toMatchObject({
    flowsPerSecond: 1000,
    readsPerSecond: 10_000,
    // 1000 flows of 40 ms and 10 000 requests of 2 ms, at half of a core.
    processes: 120,
    hashesPerSecond: 1000,
    keyOperationsPerSecond: 2000,
    commitsPerSecond: 5000,
    // 34 TB at 2 TB each; the commits alone would fit on one.
    shards: 17,
  });
  expect(scale.terabytes).toBeCloseTo((36_000_000 * 1003) / 1024 ** 3, 6);
});

test('renders the assumptions, and two significant digits for 10, 100 and 1000 million profiles', () => {
  const text = renderScale(costs, work);
  expect(text).toMatch(/\| the busiest hour +\| 12 % of the day +\|/);
  expect(text).toMatch(/10 million profiles \| 100 million profiles \| 1000 million profiles/);
  expect(text).toMatch(/step-ups a second +\| 67 +\| 670 +\| 6 700 /);
});
