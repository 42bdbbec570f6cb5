import type { Operation } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import type { Cell, Coverage } from './coverage.ts';
import { belongsTo, selectOperations } from './families.ts';

/** A least coverage in per cent, for everything or for one family. */
export interface Requirement {
  readonly family?: string;
  readonly percent: number;
}

/** Whether a requirement is met, and what is missing. */
export interface Gate {
  readonly requirement: Requirement;
  readonly reached: number;
  readonly passed: boolean;
  /** The cells without a response that kept the contract. */
  readonly missing: readonly Cell[];
}

/**
 * Reads requirements as a command takes them: `100`, or `v2=100,step-up=95`, or both.
 *
 * @throws TypeError that names what is wrong
 * @example
 * parseRequirements('100, v2=95'); // [{ percent: 100 }, { family: 'v2', percent: 95 }]
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
 * Makes sure that requirements are for what is checked: of a family that is left out, nothing can be reached.
 *
 * @param operations those that are checked
 * @throws TypeError when a requirement names a family that does not exist, or of which no operation is checked
 * @example
 * requireChecked(contract, selectOperations(contract, ['v2']), parseRequirements('v2=95'));
 */
export function requireChecked(
  contract: ContractDocument,
  operations: readonly Operation[],
  requirements: readonly Requirement[],
): void {
  for (const { family } of requirements) {
    if (family === undefined) continue;
    selectOperations(contract, [family]);
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
    if (family !== undefined) selectOperations(contract, [family]);
    const ids = new Set(
      contract.operations.filter((each) => family === undefined || belongsTo(each, family)).map(({ id }) => id),
    );
    const cells = coverage.cells.filter(({ operationId }) => ids.has(operationId));
    const missing = cells.filter(({ valid }) => valid === 0);
    const reached = cells.length === 0 ? 0 : Math.floor(((cells.length - missing.length) * 1000) / cells.length) / 10;
    return { requirement, reached, passed: reached >= requirement.percent, missing };
  });
}
