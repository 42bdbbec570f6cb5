import { type OperationDescriptor, operationIds, operationOf } from '@sca-kit/api';
import { validators } from '@sca-kit/api/validators';
import type { ContentKey } from '@sca-kit/jose';

/** A request that was sent, with its body in clear. */
export interface Seen {
  readonly operation: OperationDescriptor;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** As it came over the wire. */
  readonly text: string;
  readonly sealed: boolean;
  /** Whether the body could be read. */
  readonly opens: boolean;
  /** What was in it. */
  readonly body: Record<string, unknown>;
  /** The key that an answer may come back under. */
  readonly contentKey: ContentKey | undefined;
}

interface Route {
  readonly operation: OperationDescriptor;
  readonly pattern: RegExp;
}

const routes: readonly Route[] = operationIds.map(operationOf).map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The operation that a request calls, and the values in its path. */
export function route(method: string, pathname: string): Pick<Seen, 'operation' | 'path'> | undefined {
  for (const { operation, pattern } of routes) {
    const match = operation.method === method.toLowerCase() && pattern.exec(pathname);
    if (match) return { operation, path: { ...match.groups } };
  }
  return undefined;
}

/** What is wrong with a request, as the API's own validators see it. */
export function violations(seen: Seen): readonly string[] {
  const { operation, headers, text, body } = seen;
  const { parameters, bodies } = validators[operation.operationId];
  const found: string[] = [];
  const given: Record<string, Record<string, unknown>> = { path: {}, query: {}, header: {} };
  for (const { name, in: place, type } of operation.parameters) {
    const raw = place === 'path' ? seen.path[name] : place === 'query' ? seen.query.get(name) : headers.get(name);
    if (raw !== null && raw !== undefined) {
      (given[place] ?? {})[place === 'header' ? name.toLowerCase() : name] = type === 'integer' ? Number(raw) : raw;
    }
  }
  if (!parameters(given)) found.push(`parameters: ${JSON.stringify(parameters.errors)}`);
  if (text === '') {
    if (operation.request.required) found.push('body: missing');
    return found;
  }
  const mediaType = headers.get('content-type')?.split(';', 1)[0] ?? '';
  // For an envelope this is the validator of what is inside.
  const validator = Object.entries(bodies).find(([name]) => name === mediaType)?.[1];
  if (validator === undefined) found.push(`content-type: ${mediaType}`);
  else if (!validator(body)) found.push(`${mediaType}: ${JSON.stringify(validator.errors)}`);
  return found;
}
