import { measureCoverage } from '../../src/coverage/coverage.ts';
import { checkGates } from '../../src/coverage/gates.ts';
import type { ContractDocument } from '../../src/document/contract-document.ts';
import type { ExchangeRecord } from '../../src/gateway/exchange.ts';
import { groupViolations, measureTiming, outcomeOf, type Report } from '../../src/report/report.ts';

/** A record of an exchange with `getBox`. */
export const seen = (status: number, violating = false): ExchangeRecord => ({
  operationId: 'getBox',
  method: 'GET',
  path: '/boxes/7',
  status,
  documentedStatus: String(status),
  mediaType: 'application/json',
  totalMs: 3,
  upstreamMs: 2,
  violations: violating
    ? [
        {
          operationId: 'getBox',
          method: 'GET',
          path: '/boxes/7',
          side: 'response',
          status,
          location: 'body.label',
          message: 'Response body property label must be <string> & "more"',
          code: 'type',
        },
      ]
    : [],
});

/** A report made of some records, with one scenario and one case of each outcome. */
export function sampleReport(contract: ContractDocument, records: readonly ExchangeRecord[]): Report {
  const coverage = measureCoverage(contract, records);
  const parts = {
    lacks: [],
    scenarios: [
      { name: 'reads a box', operationId: 'getBox', status: '200', outcome: 'passed' as const, durationMs: 4 },
      {
        name: 'no token',
        operationId: 'getBox',
        status: '401',
        outcome: 'failed' as const,
        reason: 'answered 200',
        durationMs: 4,
      },
      {
        name: 'gone',
        operationId: 'getBox',
        status: '404',
        outcome: 'skipped' as const,
        reason: 'no sandbox clock',
        durationMs: 0,
      },
    ],
    negatives: [
      {
        operationId: 'getBox',
        name: 'depth above the maximum',
        outcome: 'passed' as const,
        status: 400,
        durationMs: 1,
      },
      { name: 'unknown path /x', outcome: 'failed' as const, reason: 'answered 200', status: 200, durationMs: 1 },
    ],
    violations: groupViolations(records.flatMap(({ violations }) => violations)),
    gates: checkGates(contract, coverage, [{ percent: 100 }, { family: 'boxes', percent: 1 }]),
  };
  return {
    contract: { title: contract.title, version: contract.version },
    target: 'http://127.0.0.1:4100',
    startedAt: '2026-11-25T04:00:00Z',
    durationMs: 1234,
    seed: 42,
    outcome: outcomeOf(parts),
    ...parts,
    coverage,
    timing: measureTiming(records),
  };
}
