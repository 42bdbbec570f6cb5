import {
  type ContractDocument,
  familyOf,
  genericScenarios,
  openContract,
  type Report,
  runCheck,
  scaScenarios,
} from '@sca-kit/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../faults/fault.ts';
import { faults as all } from '../faults/index.ts';
import { type FaultyServer, startFaultyServer } from './faulty-server.ts';
import { findingsOf } from './findings.ts';

/**
 * Plants every second fault into a server, and wants a check to find and name it. Two files share the faults, so that they
 * run on two cores.
 * @param half which of each two: 0 or 1
 */
export function describePlantedFaults(half: 0 | 1): void {
  const faults = all.filter((_, index) => index % 2 === half);
  const found = new Map<Fault, string | undefined>();
  let contract: ContractDocument;
  let server: FaultyServer;

  beforeAll(async () => {
    contract = await openContract(new URL(import.meta.resolve('@sca-kit/spec/openapi.json')));
    server = await startFaultyServer(contract);
  });

  afterAll(async () => {
    await server.stop();
    process.stdout.write(`${table(found)}\n`);
  });

  /** Checks some operations alone, as the whole check would. */
  function check(operations: readonly string[], negatives: boolean): Promise<Report> {
    const families = operations.map((id) => {
      const operation = contract.byId.get(id);
      if (!operation) throw new Error(`There is no operation ${id}.`);
      return familyOf(operation);
    });
    return runCheck({
      target: server.url,
      spec: contract,
      families,
      scenarios: [...genericScenarios(contract), ...scaScenarios(contract)].filter(({ operationId }) =>
        operations.includes(operationId),
      ),
      negatives,
      seed: 1,
      timeoutMs: 2_000,
    });
  }

  describe('a check of the honest server finds nothing', () => {
    test.each([false, true])(
      'negative cases: %s',
      async (negatives) => {
        server.plant(undefined);
        const planted = faults.filter((fault) => (fault.negatives ?? false) === negatives);
        const report = await check([...new Set(planted.flatMap(({ operations }) => operations))], negatives);
        expect(findingsOf(report)).toEqual([]);
        expect(report.outcome).toBe('conforms');
      },
      60_000,
    );
  });

  describe('a check finds and names', () => {
    test.each(faults.map((fault) => [fault.name, fault] as const))(
      '%s',
      async (_name, fault) => {
        found.set(fault, undefined);
        server.plant(fault);
        const report = await check(fault.operations, fault.negatives ?? false);
        server.plant(undefined);
        const findings = findingsOf(report);
        const finding = findings.find(({ text }) => fault.named.test(text));
        found.set(fault, finding?.by);
        expect(finding, `Found: ${findings.map(({ by, text }) => `\n  ${by}: ${text}`).join('')}`).toBeDefined();
        expect(report.outcome).toBe('violations');
      },
      30_000,
    );
  });
}

function table(found: ReadonlyMap<Fault, string | undefined>): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const rows = [...found].map(
    ([{ name }, by]) => `${name.padEnd(width)}  ${by === undefined ? 'NOT FOUND' : `found by ${by}`}`,
  );
  const count = [...found.values()].filter((by) => by !== undefined).length;
  return ['', ...rows, `${count} of ${found.size} planted faults found and named`].join('\n');
}
