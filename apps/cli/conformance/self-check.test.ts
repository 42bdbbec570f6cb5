import { type Report, renderText, runCheck } from '@sca-kit/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDefaultSpec } from '../src/contract/default-spec.ts';
import { startSandbox } from '../test/support/sandbox.ts';
import { findingsOf } from './support/findings.ts';

let report: Report;

beforeAll(async () => {
  const server = await startSandbox({ SCA_REQUESTS_PER_MINUTE: '1000000' });
  report = await runCheck({ target: server.url, spec: await openDefaultSpec(), require: [{ percent: 100 }] });
  await server.stop();
  // The seed is drawn anew each time; the report prints it.
  process.stdout.write(`${renderText(report, { color: false })}\n`);
});

describe('a contract check of the reference server', () => {
  test('finds no violation and no failed case', () => {
    expect(findingsOf(report)).toEqual([]);
    expect(report.outcome).toBe('conforms');
  });

  test('covers every documented combination of operation, status and media type', () => {
    expect(report.coverage.cells.filter(({ state }) => state !== 'valid')).toEqual([]);
    expect(report.coverage.overall.percent).toBe(100);
  });

  test('passes every scenario and skips none', () => {
    expect(report.scenarios.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });
});
