import type { OperationDescriptor } from '@sca-kit/api';
import { RequestError } from '../errors/request-error.ts';

const INTEGER = /^-?(0|[1-9]\d*)$/;

/** Path, query and header parameters with the types of the OpenAPI document. */
export interface Parameters {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** By lower-case name. */
  readonly header: Readonly<Record<string, unknown>>;
}

/**
 * Reads the parameters that the operation documents. An integer becomes a number, even above 2^53: the validator then
 * rejects it and names its maximum.
 * @throws RequestError `request.invalid` when a query parameter is given twice
 */
export function readParameters(
  operation: OperationDescriptor,
  source: {
    readonly path: Readonly<Record<string, string>>;
    readonly query: URLSearchParams;
    readonly headers: Headers;
  },
): Parameters {
  const parameters = { path: {}, query: {}, header: {} } as Record<
    'path' | 'query' | 'header',
    Record<string, unknown>
  >;
  for (const { name, in: location, type } of operation.parameters) {
    const key = location === 'header' ? name.toLowerCase() : name;
    const text =
      location === 'path'
        ? source.path[name]
        : location === 'query'
          ? once(source.query, name)
          : source.headers.get(name);
    if (text !== null && text !== undefined) parameters[location][key] = typed(text, type);
  }
  return parameters;
}

function once(query: URLSearchParams, name: string): string | null {
  if (query.getAll(name).length > 1) {
    const message = 'is given more than once.';
    throw new RequestError('request.invalid', message, { issues: [{ path: `/query/${name}`, message }] });
  }
  return query.get(name);
}

function typed(text: string, type: string): unknown {
  if (type === 'integer' && INTEGER.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
