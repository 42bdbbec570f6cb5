import type { Operation } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import type { ExchangeRecord } from '../gateway/exchange.ts';

/** `violating` takes precedence over `valid`. */
export type CellState = 'valid' | 'violating' | 'unseen';

/** One documented response: an operation, a status, and a media type (empty where there is no body). */
export interface Cell {
  readonly operationId: string;
  /** The first tag of the operation. */
  readonly family: string;
  readonly method: string;
  readonly path: string;
  readonly status: string;
  readonly mediaType: string;
  readonly state: CellState;
  /** The number of responses without and with a violation. */
  readonly valid: number;
  readonly violating: number;
}

/** The number of cells by state. */
export interface Tally {
  readonly total: number;
  readonly valid: number;
  readonly violating: number;
  readonly unseen: number;
  /** The share of cells with at least one valid response in per cent, rounded down to one decimal. */
  readonly percent: number;
}

/** Which documented responses were seen. */
export interface Coverage {
  readonly cells: readonly Cell[];
  readonly overall: Tally;
  readonly families: readonly (Tally & { readonly family: string })[];
}

/** The family of an operation: its first tag. */
export const familyOf = (operation: Operation): string => operation.tags[0] ?? 'Untagged';

/** Counts the exchanges by documented response. Violations of requests do not count. */
export function measureCoverage(
  contract: ContractDocument,
  records: readonly ExchangeRecord[],
  operations: readonly Operation[] = contract.operations,
): Coverage {
  const seen = new Map<string, { valid: number; violating: number }>();
  for (const record of records) {
    if (!record.operationId || record.documentedStatus === undefined || record.mediaType === undefined) continue;
    const key = cellKey(record.operationId, record.documentedStatus, record.mediaType);
    const count = seen.get(key) ?? { valid: 0, violating: 0 };
    if (record.violations.some(({ side }) => side === 'response')) count.violating += 1;
    else count.valid += 1;
    seen.set(key, count);
  }
  const cells = operations.flatMap((operation) => cellsOf(operation, seen));
  const families = [...new Set(cells.map(({ family }) => family))];
  const order = (family: string): number => contract.tags.indexOf(family);
  families.sort((one, other) => order(one) - order(other));
  return {
    cells,
    overall: tally(cells),
    families: families.map((family) => ({ family, ...tally(cells.filter((cell) => cell.family === family)) })),
  };
}

const cellKey = (operationId: string, status: string, mediaType: string): string =>
  `${operationId} ${status} ${mediaType}`;

function cellsOf(operation: Operation, seen: ReadonlyMap<string, { valid: number; violating: number }>): Cell[] {
  return operation.responses.flatMap(({ status, contents }) => {
    const mediaTypes = contents.length > 0 ? contents.map(({ name }) => name) : [''];
    return mediaTypes.map((mediaType) => {
      const { valid, violating } = seen.get(cellKey(operation.id, status, mediaType)) ?? { valid: 0, violating: 0 };
      const state: CellState = violating > 0 ? 'violating' : valid > 0 ? 'valid' : 'unseen';
      const { id: operationId, method, path } = operation;
      return { operationId, family: familyOf(operation), method, path, status, mediaType, state, valid, violating };
    });
  });
}

function tally(cells: readonly Cell[]): Tally {
  const count = (state: CellState): number => cells.filter((cell) => cell.state === state).length;
  const kept = cells.filter((cell) => cell.valid > 0).length;
  return {
    total: cells.length,
    valid: count('valid'),
    violating: count('violating'),
    unseen: count('unseen'),
    percent: cells.length === 0 ? 100 : Math.floor((kept * 1000) / cells.length) / 10,
  };
}
