import { beforeAll, describe, expect, it } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { seen } from '../../test/support/report.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { measureCoverage } from './coverage.ts';
import { selectOperations } from './families.ts';
import { checkGates, parseRequirements, requireChecked } from './gates.ts';

let contract: ContractDocument;
beforeAll(async () => {
  contract = await vaultContract();
});

describe('coverage', () => {
  it('has a cell per operation, status and media type', () => {
    const cells = measureCoverage(contract, []).cells.filter(({ operationId }) => operationId === 'setSecret');
    expect(cells.map(({ status, mediaType }) => `${status} ${mediaType}`)).toEqual([
      '200 application/jose+json',
      '200 application/json',
      '400 application/json',
      '401 application/json',
      '415 application/json',
    ]);
    expect(cells.every(({ state }) => state === 'unseen')).toBe(true);
  });

  it('distinguishes valid, violating and unseen responses', () => {
    const { cells } = measureCoverage(contract, [seen(200), seen(404), seen(404, true), seen(400, true)]);
    const states = cells
      .filter(({ operationId }) => operationId === 'getBox')
      .map(({ status, state }) => `${status} ${state}`);
    expect(states).toEqual(['200 valid', '400 violating', '401 unseen', '404 violating', '406 unseen']);
  });

  it('ignores violations of the request', () => {
    const record = seen(200, true);
    const violations = record.violations.map((violation) => ({ ...violation, side: 'request' as const }));
    const { cells } = measureCoverage(contract, [{ ...record, violations }]);
    expect(cells.find(({ operationId, status }) => operationId === 'getBox' && status === '200')?.state).toBe('valid');
  });

  it('counts per family', () => {
    const { families, overall } = measureCoverage(
      contract,
      [seen(200)],
      selectOperations(contract, { families: ['secrets'] }),
    );
    expect(families.map(({ family, total, percent }) => [family, total, percent])).toEqual([['Secrets', 7, 0]]);
    expect(overall.unseen).toBe(7);
  });
});

describe('families', () => {
  it('are named by tag or by the first segment of the path', () => {
    expect(selectOperations(contract, { families: ['Secrets'] }).map(({ id }) => id)).toEqual(['setSecret', 'getKey']);
    expect(selectOperations(contract, { families: ['keys'] }).map(({ id }) => id)).toEqual(['getKey']);
  });

  it('are listed when an unknown one is requested', () => {
    expect(() => selectOperations(contract, { families: ['v9'] })).toThrow(
      "There is no family 'v9'. Use one of boxes, secrets",
    );
  });
});

describe('gates', () => {
  it('are read from 100, v2=95, or both', () => {
    expect(parseRequirements('100, v2=95')).toEqual([{ percent: 100 }, { family: 'v2', percent: 95 }]);
    expect(() => parseRequirements('many')).toThrow('a number from 0 to 100');
    expect(() => parseRequirements('v2=')).toThrow('a number from 0 to 100');
    expect(() => parseRequirements('101')).toThrow('a number from 0 to 100');
  });

  it('name what is missing', () => {
    const coverage = measureCoverage(contract, [seen(200)]);
    const [gate] = checkGates(contract, coverage, [{ family: 'keys', percent: 50 }]);
    expect(gate).toMatchObject({ passed: false, reached: 0 });
    expect(gate?.missing.map(({ operationId, status }) => `${operationId} ${status}`)).toEqual([
      'getKey 200',
      'getKey 401',
    ]);
  });

  it('are rejected for a family that is not checked', () => {
    const keys = selectOperations(contract, { families: ['keys'] });
    const required = [{ percent: 100 }, { family: 'boxes', percent: 50 }];
    expect(() => requireChecked(contract, keys, required)).toThrow(
      'Coverage of boxes is required, but the family is not checked.',
    );
    expect(() => requireChecked(contract, contract.operations, required)).not.toThrow();
    const [, gate] = checkGates(contract, measureCoverage(contract, [], keys), required);
    expect(gate).toMatchObject({ passed: false, reached: 0 });
  });

  it('pass at exactly the required percentage', () => {
    const records = [200, 400, 401, 404, 406].map((status) => seen(status));
    const coverage = measureCoverage(
      contract,
      records,
      contract.operations.filter(({ id }) => id === 'getBox'),
    );
    expect(checkGates(contract, coverage, [{ percent: 100 }])[0]).toMatchObject({ passed: true, reached: 100 });
  });
});
