import type { MediaType, Operation } from '@sca-kit/openapi';
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

/** Which operations are checked. */
export interface Selection {
  /** Tags, their slugs, or first path segments; all by default. */
  readonly families?: readonly string[];
  /** Operation ids; all of the families by default. */
  readonly operations?: readonly string[];
  /** Operation ids and families to leave out. */
  readonly skip?: readonly string[];
}

/**
 * Returns the selected operations, in the order of the document; all operations when nothing is named.
 *
 * @throws TypeError when a family or operation does not exist; the message lists the known ones
 * @example
 * selectOperations(contract, { families: ['v2'], skip: ['createPin'] }).map(({ id }) => id);
 */
export function selectOperations(
  contract: ContractDocument,
  { families = [], operations = [], skip = [] }: Selection = {},
): readonly Operation[] {
  const isFamily = (name: string): boolean => contract.operations.some((operation) => belongsTo(operation, name));
  const known = [...new Set(contract.operations.map(familyOf))].map(slug).join(', ');
  const unknown = families.find((family) => !isFamily(family));
  if (unknown !== undefined) {
    throw new TypeError(
      `There is no family '${unknown}'. Use one of ${known}, or the first segment of a path, for example v2.`,
    );
  }
  const wrong =
    operations.find((id) => !contract.byId.has(id)) ?? skip.find((name) => !contract.byId.has(name) && !isFamily(name));
  if (wrong !== undefined) {
    throw new TypeError(
      `There is no operation '${wrong}'. Use the operationId of the document, or to skip a family: ${known}.`,
    );
  }
  return contract.operations.filter(
    (operation) =>
      (families.length === 0 || families.some((family) => belongsTo(operation, family))) &&
      (operations.length === 0 || operations.includes(operation.id)) &&
      !skip.some((name) => name === operation.id || belongsTo(operation, name)),
  );
}

/**
 * Returns the contract without encrypted bodies, and without the operations whose bodies are always encrypted.
 *
 * @example
 * withoutJose(contract).operations.some(({ body }) => body?.contents.some(({ jose }) => jose !== undefined)); // false
 */
export function withoutJose(contract: ContractDocument): ContractDocument {
  const plain = <T extends { readonly contents: readonly MediaType[] }>(message: T): T => ({
    ...message,
    contents: message.contents.filter(({ jose }) => jose === undefined),
  });
  const isEmptied = (message: { readonly contents: readonly MediaType[] } | undefined): boolean =>
    message !== undefined && message.contents.length > 0 && message.contents.every(({ jose }) => jose !== undefined);
  const operations = contract.operations
    .filter(({ body, responses }) => ![body, ...responses].some(isEmptied))
    .map((operation) => ({
      ...operation,
      ...(operation.body ? { body: plain(operation.body) } : {}),
      responses: operation.responses.map(plain),
    }));
  return { ...contract, operations, byId: new Map(operations.map((operation) => [operation.id, operation])) };
}
