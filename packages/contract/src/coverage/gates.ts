import type { Operation } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import type { Cell, Coverage } from './coverage.ts';
import { belongsTo, selectOperations } from './families.ts';

/** The minimum coverage in per cent, of all operations or of one family. */
export interface Requirement {
  readonly family?: string;
  readonly percent: number;
}

/** The result of a requirement. */
export interface Gate {
  readonly requirement: Requirement;
  readonly reached: number;
  readonly passed: boolean;
  /** The cells without a valid response. */
  readonly missing: readonly Cell[];
}

/**
 * Parses required coverage: `100`, `v2=100,step-up=95`, or both.
 *
 * @throws TypeError when a percentage is not a number from 0 to 100
 * @example
 * parseRequirements('90,v2=100'); // [{ percent: 90 }, { family: 'v2', percent: 100 }]
 */
export function parseRequirements(text: string): Requirement[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [first = '', second] = part.split('=');
      const percent = Number(second ?? first);
      if ((second ?? first).trim() === '' || !(percent >= 0 && percent <= 100)) {
        throw new TypeError(
          `The required coverage must be a number from 0 to 100, for example 100 or v2=95 (got '${part}').`,
        );
      }
      return second === undefined ? { percent } : { family: first.trim(), percent };
    });
}

/**
 * Asserts that every required family is checked.
 *
 * @param operations the operations that are checked
 * @throws TypeError when a required family does not exist or none of its operations is checked
 * @example
 * requireChecked(contract, selectOperations(contract, { families: ['v2'] }), [{ family: 'v2', percent: 100 }]);
 */
export function requireChecked(
  contract: ContractDocument,
  operations: readonly Operation[],
  requirements: readonly Requirement[],
): void {
  for (const { family } of requirements) {
    if (family === undefined) continue;
    selectOperations(contract, { families: [family] });
    if (!operations.some((operation) => belongsTo(operation, family))) {
      throw new TypeError(`Coverage of ${family} is required, but the family is not checked.`);
    }
  }
}

/**
 * Holds a coverage against requirements.
 *
 * @throws TypeError when a requirement names a family that does not exist
 */
export function checkGates(
  contract: ContractDocument,
  coverage: Coverage,
  requirements: readonly Requirement[],
): Gate[] {
  return requirements.map((requirement) => {
    const { family } = requirement;
    if (family !== undefined) selectOperations(contract, { families: [family] });
    const ids = new Set(
      contract.operations.filter((each) => family === undefined || belongsTo(each, family)).map(({ id }) => id),
    );
    const cells = coverage.cells.filter(({ operationId }) => ids.has(operationId));
    const missing = cells.filter(({ valid }) => valid === 0);
    const reached = cells.length === 0 ? 0 : Math.floor(((cells.length - missing.length) * 1000) / cells.length) / 10;
    return { requirement, reached, passed: reached >= requirement.percent, missing };
  });
}
