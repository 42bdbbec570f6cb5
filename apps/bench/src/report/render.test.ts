import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Result } from '../measure.ts';
import { summarize } from '../measure.ts';
import { renderText } from './render.ts';
import { renderChart } from './render-chart.ts';
import type { MeasuredBenchmark, Report } from './report.ts';
import { fillPage } from './write-docs.ts';

const sample = (what: string, ...values: number[]) => ({ what, ...summarize(values) });
const ratio: Result = {
  ours: sample('GET /a <b>', 300, 320),
  yardstick: sample('bare route', 1500, 1540),
  unit: '/s',
  target: { of: 'ratio', bound: '≥', value: 0.35 },
  figure: 0.2042,
  met: false,
};
const difference: Result = {
  ours: sample('loaded', 130.5),
  yardstick: sample('idle', 100),
  unit: 'MB',
  target: { of: 'difference', bound: '≤', value: 64 },
  figure: 30.5,
  met: true,
};
const alone: Result = {
  ours: sample('client', 26.61),
  yardstick: null,
  unit: 'KB',
  target: { of: 'ours', bound: '≤', value: 16 },
  figure: 26.61,
  met: false,
};
const rows: MeasuredBenchmark = { name: 'a', results: [ratio, difference, alone], invalid: null };
const broken: MeasuredBenchmark = { name: 'b', results: [], invalid: 'GET /b returned 500 (3 times)' };
const report: Report = {
  machine: 'a machine',
  versions: { node: '26' },
  settings: ['five rounds'],
  benchmarks: [rows, broken],
};

test('renders each row with figures, target and whether it is met', () => {
  expect(renderText(rows, false).split('\n')).toEqual([
    'a            GET /a <b> / bare route',
    '             310/s ±10.0 / 1520/s ±20.0 = 0.20, wanted ≥ 0.35: missed',
    'a            loaded / idle',
    '             131 MB / 100 MB = +30.5 MB, wanted ≤ +64 MB: met',
    'a            client',
    '             26.6 KB, wanted ≤ 16 KB: missed',
  ]);
});

test('renders why a run is invalid', () => {
  expect(renderText(broken, false)).toBe('b            INVALID: GET /b returned 500 (3 times)');
});

test('colors the text only when asked to', () => {
  expect(renderText(rows, true)).toContain('\u001b[31mmissed');
  expect(renderText(rows, false)).not.toContain('\u001b');
});

test('fills the marked parts of a page with the tables', () => {
  const part = (name: string): string => `<!-- bench ${name} -->\nold\n<!-- end of bench ${name} -->`;
  const page = fillPage(`before\n${['rows', 'costs', 'scale'].map(part).join('\n')}\nafter\n`, report);
  expect(page).not.toContain('old');
  expect(page).toMatch(/^before\n<!-- bench rows -->\n\n- a machine\n- node 26\n- five rounds\n\n\| benchmark /);
  expect(page).toMatch(
    /\| a +\| GET \/a <b> \/ bare route +\| 310\/s ±10\.0 +\| 1520\/s ±20\.0 +\| 0\.20 +\| ≥ 0\.35 /,
  );
  expect(page).toContain('1000 million profiles');
  expect(page).toMatch(/<!-- end of bench scale -->\nafter\n$/);
  expect(() => fillPage('no marks', report)).toThrow('The page has no <!-- bench rows -->');
});

test('the page of the documentation has the marked parts', () => {
  const page = readFileSync(new URL('../../../docs/pages/performance.md', import.meta.url), 'utf8');
  expect(fillPage(page, report)).toContain('GET /a <b>');
});

test('renders a chart of the rows with a target', () => {
  const chart = renderChart(report);
  expect(chart.match(/class="missed"/g)).toHaveLength(2);
  expect(chart.match(/class="met"/g)).toHaveLength(1);
  expect(chart).toContain('GET /a &lt;b&gt;');
  expect(chart).not.toContain('NaN');
});
