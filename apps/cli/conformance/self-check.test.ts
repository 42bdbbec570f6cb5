import { type Report, renderText, runCheck } from '@sca-kit/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsOf } from './support/findings.ts';
import { type RunningServer, startServer } from './support/start-server.ts';

/** The whole check, drawn anew each time: the seed is in what is printed. */
let server: RunningServer;
let report: Report;

beforeAll(async () => {
  server = await startServer();
  report = await runCheck({ target: server.url, require: [{ percent: 100 }] });
  process.stdout.write(`${renderText(report, { color: false })}\n`);
}, 120_000);

afterAll(() => server.stop());

describe('our own server', () => {
  test('keeps the contract', () => {
    expect(findingsOf(report)).toEqual([]);
    expect(report.outcome).toBe('conforms');
  });

  test('answers in every documented way: operation, status and media type', () => {
    expect(report.coverage.cells.filter(({ state }) => state !== 'valid')).toEqual([]);
    expect(report.coverage.overall.percent).toBe(100);
  });

  test('runs every scenario: none is skipped', () => {
    expect(report.scenarios.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });

  test('is checked within a minute, and the proxy costs a request little', () => {
    expect(report.durationMs).toBeLessThan(60_000);
    expect(report.timing.overheadMedianMs).toBeLessThan(25);
  });
});
