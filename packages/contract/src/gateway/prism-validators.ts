import {
  asArray,
  asObject,
  isObject,
  type OpenApiDocument,
  type Schema,
  schemaDialect,
  valueAt,
} from '@sca-kit/openapi';
import { validateInput, validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types';
import { type Side, viewSchema } from './schema-views.ts';
import { fromDiagnostic, type ValidationError } from './violation.ts';

/** A schema as Prism reads it. Its references lead into the bundle. */
export interface PrismSchema {
  readonly schema: object;
  readonly bundle: Readonly<Record<string, unknown>>;
  /** Whether Prism is right about every value, as far as known. */
  readonly isDecidable: boolean;
}

/** The copies for Prism that were made of a document, by pointer and by schema. */
interface Copies {
  readonly byPointer: Map<string, Copy>;
  readonly bySchema: Map<Schema, PrismSchema | undefined>;
}

interface Copy {
  readonly schema: unknown;
  readonly references: ReadonlySet<string>;
}

const copies = { request: new WeakMap<OpenApiDocument, Copies>(), response: new WeakMap<OpenApiDocument, Copies>() };

/**
 * Returns the copy of a schema for Prism, the same one each time. Undefined when it refers to too many others.
 */
export function prismSchema(document: OpenApiDocument, side: Side, schema: Schema): PrismSchema | undefined {
  const known: Copies = copies[side].get(document) ?? { byPointer: new Map(), bySchema: new Map() };
  copies[side].set(document, known);
  if (!known.bySchema.has(schema)) known.bySchema.set(schema, bundle(document, side, schema, known.byPointer));
  return known.bySchema.get(schema);
}

/** Prism compiles everything that a schema refers to anew for each place, which takes minutes for a large net of schemas. */
const MAX_REFERENCES = 100;

function bundle(
  document: OpenApiDocument,
  side: Side,
  schema: Schema,
  byPointer: Map<string, Copy>,
): PrismSchema | undefined {
  const own = copyOf(document, side, schema);
  const used = new Map<string, unknown>();
  const pending = [own];
  for (const { references } of pending) {
    for (const pointer of references) {
      if (used.has(nameOf(pointer))) continue;
      const copy = byPointer.get(pointer) ?? copyOf(document, side, valueAt(document, pointer));
      byPointer.set(pointer, copy);
      used.set(nameOf(pointer), copy.schema);
      pending.push(copy);
    }
    if (used.size > MAX_REFERENCES) return undefined;
  }
  const $schema = schemaDialect(document) ?? schemaDialect({ openapi: '3.1.0' });
  return {
    schema: { $schema, ...asObject(own.schema) },
    bundle: Object.fromEntries(used),
    isDecidable: !pending.some((part) => hasLimit(part.schema)),
  };
}

function copyOf(document: OpenApiDocument, side: Side, schema: unknown): Copy {
  const references = new Set<string>();
  const copy = viewSchema(document, side, schema, (pointer) => {
    references.add(pointer);
    return { $ref: `#/__bundled__/${nameOf(pointer)}` };
  });
  return { schema: copy === false ? { not: {} } : copy, references };
}

/** A name that neither JSON Pointer nor a URI has to escape. */
const nameOf = (pointer: string): string => pointer.replaceAll(/[^\w.-]/g, (sign) => `_${sign.codePointAt(0)}_`);

/**
 * The questions in which Prism is wrong, each with an instance. A schema with one of them is validated by Ajv alone; every
 * other one by both, and each error of either counts.
 */
const LIMITS: readonly ((part: Readonly<Record<string, unknown>>) => boolean)[] = [
  // `{ multipleOf: 0.01 }` rejects 19.99.
  ({ multipleOf }) => typeof multipleOf === 'number' && !Number.isInteger(multipleOf),
  // `{ allOf: [{ additionalProperties: false }] }` accepts `{ "a": 1 }`.
  ({ allOf }) => asArray(allOf).some((branch) => asObject(branch).additionalProperties !== undefined),
];

const PLAIN_VALUES: ReadonlySet<string> = new Set(['const', 'default', 'enum']);

function hasLimit(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasLimit);
  if (!isObject(value)) return false;
  return (
    LIMITS.some((limit) => limit(value)) ||
    Object.entries(value).some(([name, member]) => !PLAIN_VALUES.has(name) && hasLimit(member))
  );
}

/**
 * Asks Prism about one value. It gets the value typed and as the body of a message with one JSON content, because its own
 * readers of parameters and forms do not follow OpenAPI: they guess types, and never see an absent object as absent.
 */
export function askPrism(side: Side, { schema, bundle }: PrismSchema, value: unknown): ValidationError[] {
  const content = { id: side, mediaType: 'application/json', encodings: [], examples: [], schema };
  const contents = [content as unknown as IMediaTypeContent];
  const resource = { id: side, method: 'post', path: '/', responses: [], __bundled__: bundle } as IHttpOperation;
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
