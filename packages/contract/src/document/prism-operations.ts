import { type OpenApiDocument, type Operation, pathPattern } from '@sca-kit/openapi';
import { transformOas3Operation } from '@stoplight/http-spec/oas3/operation';
import type { IHttpOperation } from '@stoplight/types';

/** The operations of a document in Prism's form. Each is made when it is first asked for, and once. */
export interface PrismOperations {
  /** The operations whose path template matches a path, for every method: Prism routes among them. */
  matching(this: void, path: string): readonly IHttpOperation[];
}

/**
 * Creates Prism's form of operations. It has neither bodies nor schemas: the gateway asks Prism about one value and one
 * schema at a time, so nothing of a large document is copied for each operation.
 */
export function createPrismOperations(document: OpenApiDocument, operations: readonly Operation[]): PrismOperations {
  const routes = operations.map((operation) => ({ operation, pattern: pathPattern(operation.path) }));
  const made = new Map<string, IHttpOperation>();
  const make = (operation: Operation): IHttpOperation => {
    const known = made.get(operation.id) ?? toPrism(document, operation);
    made.set(operation.id, known);
    return known;
  };
  return {
    matching: (path) => routes.filter(({ pattern }) => pattern.test(path)).map(({ operation }) => make(operation)),
  };
}

const CONFIG = { type: 'operation', documentProp: 'paths', nameProp: 'path' } as const;

function toPrism(document: OpenApiDocument, { id, method, path }: Operation): IHttpOperation {
  const config = { document, name: path, method: method.toLowerCase(), config: CONFIG, key: '' };
  const { request: _request, responses: _responses, ...operation } = transformOas3Operation(config) as IHttpOperation;
  // The gateway finds its own form of the operation by this id.
  return { ...operation, id, responses: [] } as unknown as IHttpOperation;
}
