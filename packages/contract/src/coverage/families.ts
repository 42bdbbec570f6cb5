import type { Operation } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import { familyOf } from './coverage.ts';

/** The slug of a tag: `One-Time Token` is `one-time-token`. */
const slug = (tag: string): string =>
  tag
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Whether an operation belongs to a family: a tag, its slug, or the first path segment (`v2`). */
export const belongsTo = (operation: Operation, family: string): boolean =>
  operation.tags.some((tag) => slug(tag) === slug(family)) || operation.path.split('/')[1] === family;

/**
 * Returns the operations of some families, in the order of the document; all operations when no family is named.
 *
 * @param families tags, their slugs, or first path segments
 * @throws TypeError when a family does not exist; the message lists the known ones
 * @example
 * selectOperations(contract, ['v2', 'step-up']).map(({ id }) => id);
 */
export function selectOperations(contract: ContractDocument, families: readonly string[] = []): readonly Operation[] {
  if (families.length === 0) return contract.operations;
  const unknown = families.find((family) => !contract.operations.some((operation) => belongsTo(operation, family)));
  if (unknown !== undefined) {
    const known = [...new Set(contract.operations.map(familyOf))].map(slug).join(', ');
    throw new TypeError(
      `There is no family '${unknown}'. Use one of ${known}, or the first segment of a path, for example v2.`,
    );
  }
  return contract.operations.filter((operation) => families.some((family) => belongsTo(operation, family)));
}
