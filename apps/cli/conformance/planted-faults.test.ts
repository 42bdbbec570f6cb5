import {
  type ContractDocument,
  genericScenarios,
  type Report,
  runCheck,
  type Scenario,
  scaScenarios,
} from '@sca-kit/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDefaultSpec } from '../src/contract/default-spec.ts';
import type { Fault } from './faults/fault.ts';
import { faults } from './faults/index.ts';
import { type FaultyServer, startFaultyServer } from './support/faulty-server.ts';
import { type Finding, findingsOf } from './support/findings.ts';

/** Runs every scenario and negative case of a fault's operations, not only those declared to detect it. */
const EXHAUSTIVE = process.env.SCA_TEST_FULL === '1';

let contract: ContractDocument;
let server: FaultyServer;
let scenarios: readonly Scenario[];
const detected = new Map<Fault, string | undefined>();

beforeAll(async () => {
  contract = await openDefaultSpec();
  scenarios = [...genericScenarios(contract), ...scaScenarios(contract)];
  server = await startFaultyServer(contract);
});

afterAll(async () => {
  await server.stop();
  if (EXHAUSTIVE) process.stdout.write(`${table()}\n`);
});

/** Checks the operations of one fault. */
function check({ operations, detectedBy, timeoutMs = 60_000 }: Fault): Promise<Report> {
  const detects = ({ status }: Scenario): boolean =>
    EXHAUSTIVE || detectedBy === undefined || (detectedBy !== 'negatives' && detectedBy.status === status);
  return runCheck({
    target: server.url,
    spec: contract,
    operations,
    scenarios: scenarios.filter((scenario) => operations.includes(scenario.operationId) && detects(scenario)),
    negatives: EXHAUSTIVE || detectedBy === 'negatives',
    seed: 1,
    timeoutMs,
  });
}

describe('a contract check detects and names a planted fault', () => {
  test.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
    server.plant(fault);
    const report = await check(fault);
    server.plant(undefined);
    const findings = findingsOf(report);
    const finding = findings.find(({ text }) => fault.named.test(text));
    detected.set(fault, finding?.by);
    expect(finding, `Findings:${list(findings)}`).toBeDefined();
    expect(report.outcome).toBe('violations');
  });
});

if (EXHAUSTIVE) {
  describe('a contract check finds nothing without a planted fault', () => {
    test.each([...new Set(faults.flatMap(({ operations }) => operations))])('%s', async (operationId) => {
      const report = await check({ name: '', operations: [operationId], named: /./ });
      expect(findingsOf(report)).toEqual([]);
      expect(report.outcome).toBe('conforms');
    });
  });
}

const list = (findings: readonly Finding[]): string => findings.map(({ by, text }) => `\n  ${by}: ${text}`).join('');

function table(): string {
  const width = Math.max(...faults.map(({ name }) => name.length));
  const rows = [...detected].map(([{ name }, by]) => `${name.padEnd(width)}  ${by ?? 'NOT DETECTED'}`);
  const count = [...detected.values()].filter((by) => by !== undefined).length;
  return ['', ...rows, `${count} of ${detected.size} planted faults detected and named`].join('\n');
}
