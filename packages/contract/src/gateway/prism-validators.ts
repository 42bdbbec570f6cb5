import {
  asArray,
  asObject,
  dereference,
  isJson,
  isObject,
  type OpenApiDocument,
  parseContentType,
  type Schema,
} from '@sca-kit/openapi';
import { validateInput, validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types';
import type { Side } from './schema-views.ts';
import { fromDiagnostic, type ValidationError } from './violation.ts';

/**
 * Asks Prism about one value. It gets the value typed and as the body of a message with one JSON content, because its own
 * readers of parameters and forms do not follow OpenAPI: they guess types, and never see an absent object as absent.
 */
export function askPrism(side: Side, resource: IHttpOperation, schema: object, value: unknown): ValidationError[] {
  const content = { id: side, mediaType: 'application/json', encodings: [], examples: [], schema };
  const contents = [content as unknown as IMediaTypeContent];
  const headers = { 'content-type': 'application/json' };
  const verdict =
    side === 'request'
      ? validateInput({
          resource: { ...resource, request: { body: { id: side, contents } } },
          element: { method: 'post', url: { path: '' }, headers, body: value },
        })
      : validateOutput({
          resource: { ...resource, responses: [{ id: side, code: '200', headers: [], contents }] },
          element: { statusCode: 200, headers, body: value },
        });
  return verdict._tag === 'Left' ? verdict.left.map(fromDiagnostic) : [];
}

/** A parameter or header as Prism describes it. */
interface PrismParameter {
  readonly name: string;
  readonly schema?: unknown;
  readonly required?: boolean;
}

/** The schema of a parameter; of one with `content`, which Prism keeps but does not use, that of its JSON content. */
export function prismParameterSchema(parameter: PrismParameter): object | undefined {
  if (isObject(parameter.schema)) return parameter.schema;
  const { content = {} } = parameter as { content?: Readonly<Record<string, { schema?: object }>> };
  return Object.entries(content).find(([name]) => isJson(parseContentType(name)?.essence ?? ''))?.[1].schema;
}

const inDialects = new WeakMap<object, object>();

/** Prism names the dialect in each schema that it prepares, except in those of `content`. One copy each: it caches by identity. */
export function inDialect(schema: object, dialect: string | undefined): object {
  if (dialect === undefined || '$schema' in schema) return schema;
  const copy = inDialects.get(schema) ?? { ...schema, $schema: dialect };
  inDialects.set(schema, copy);
  return copy;
}

/**
 * The questions in which Prism is wrong, each with an instance. A schema with one of them is validated by Ajv alone; every
 * other one by both, and each error of either counts.
 */
const PRISM_LIMITS: readonly ((part: Record<string, unknown>, side: Side) => boolean)[] = [
  // `{ multipleOf: 0.01 }` rejects 19.99.
  ({ multipleOf }) => typeof multipleOf === 'number' && !Number.isInteger(multipleOf),
  // `{ oneOf: [{ required: ['id'], properties: { id: { readOnly: true } } }] }` rejects `{}` in a request.
  ({ readOnly, writeOnly }, side) => (side === 'request' ? readOnly : writeOnly) === true,
  // `{ allOf: [{ additionalProperties: false }] }` accepts `{ "a": 1 }`.
  ({ allOf }) => asArray(allOf).some((branch) => asObject(branch).additionalProperties !== undefined),
];

const decided = { request: new WeakMap<object, boolean>(), response: new WeakMap<object, boolean>() };

/** Whether Prism is right about every value of a schema, as far as known. */
export function prismCanDecide(document: OpenApiDocument, side: Side, schema: Schema): boolean {
  // Prism translates OpenAPI 3.0 to draft 7 and loses `nullable: true` beside `enum: ['a', null]`, which then does not compile.
  if (document.openapi.startsWith('3.0')) return false;
  if (!isObject(schema)) return true;
  const known = decided[side].get(schema) ?? !hasLimit(document, side, schema, new Set());
  decided[side].set(schema, known);
  return known;
}

function hasLimit(document: OpenApiDocument, side: Side, value: unknown, seen: Set<unknown>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  if (Array.isArray(value)) return value.some((each) => hasLimit(document, side, each, seen));
  if (!isObject(value)) return false;
  const { $ref, allOf } = value;
  const target = typeof $ref === 'string' && $ref.startsWith('#/') ? dereference(document, value) : undefined;
  const part = { ...value, ...(allOf ? { allOf: asArray(allOf).map((each) => dereference(document, each)) } : {}) };
  return (
    PRISM_LIMITS.some((limit) => limit(part, side)) ||
    hasLimit(document, side, target, seen) ||
    Object.entries(value).some(
      ([name, member]) => !VALUES.has(name) && !name.startsWith('x-') && hasLimit(document, side, member, seen),
    )
  );
}

const VALUES: ReadonlySet<string> = new Set(['$ref', 'const', 'default', 'enum', 'example', 'examples']);

/** The errors of both validators, each once. */
export function mergeErrors(
  prism: readonly ValidationError[],
  own: readonly ValidationError[],
): readonly ValidationError[] {
  const known = new Set(prism.map(({ location, code }) => `${location} ${code}`));
  return [...prism, ...own.filter(({ location, code }) => !known.has(`${location} ${code}`))];
}
