import type { Fault, OperationDescriptor, Validate } from '@sca-kit/api';
import { RequestError, type ValidationIssue } from '../errors/request-error.ts';

const MAX_ISSUES = 20;
const INTEGER = /^-?(0|[1-9]\d*)$/;

/** Path, query and header parameters with the types that the description gives them. */
export interface Parameters {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** By lower-case name. */
  readonly header: Readonly<Record<string, unknown>>;
}

/**
 * Reads the parameters that the operation documents. Text of an integer becomes a number, also above 2^53, where the
 * validator's maximum then refuses it by name.
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
    throw new RequestError('request.invalid', message, { issues: [{ path: `/query/${name}`, message, limits: [] }] });
  }
  return query.get(name);
}

function typed(text: string, type: string): unknown {
  if (type === 'integer' && INTEGER.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** @throws RequestError `request.invalid` with one entry per issue */
export function validate(validator: Validate, value: unknown, root: string): void {
  if (validator(value)) return;
  const issues = distinct((validator.errors ?? []).map((issue) => toIssue(issue, root)));
  throw new RequestError('request.invalid', issues[0]?.message ?? 'The request is not valid.', { issues });
}

/** Alternatives (`oneOf`) report each branch; one entry per place and sentence is enough for a person. */
function distinct(issues: readonly ValidationIssue[]): readonly ValidationIssue[] {
  const seen = new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue]));
  return [...seen.values()].slice(0, MAX_ISSUES);
}

function toIssue(issue: Fault, root: string): ValidationIssue {
  const missing = issue.params.missingProperty ?? issue.params.tag;
  const place = `${root}${issue.instancePath}${typeof missing === 'string' ? `/${missing}` : ''}`;
  return { path: place === '' ? '/' : place, message: sentence(issue), limits: limits(issue), keyword: issue.keyword };
}

function sentence({ keyword, params, message }: Fault): string {
  if (keyword === 'required') return 'is missing.';
  if (keyword === 'discriminator')
    return params.tagValue === undefined ? 'is missing.' : 'is not one of the documented values.';
  if (keyword === 'pattern') return `must match the pattern ${String(params.pattern)}.`;
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as readonly unknown[]).join(', ')}.`;
  if (keyword === 'const') return `must be ${String(params.allowedValue)}.`;
  return `${message ?? 'is not valid'}.`;
}

function limits({ params }: Fault): readonly string[] {
  const values = params.allowedValues ?? params.limit ?? params.pattern ?? params.type ?? params.format;
  return (Array.isArray(values) ? values : [values])
    .filter((value) => value !== undefined)
    .slice(0, MAX_ISSUES)
    .map(String);
}
