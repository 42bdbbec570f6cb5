import { asString, isObject, type JsonObject } from './json.ts';
import { valueAt } from './pointer.ts';

/** A parsed OpenAPI 3.x document in one piece: every `$ref` in it is local (`#/…`). */
export type OpenApiDocument = JsonObject & { readonly openapi: string };

/** A JSON Schema as it is written in the document, possibly a `$ref`; `true` and `false` are schemas too. */
export type Schema = boolean | JsonObject;

/**
 * Tells whether a parsed text is an OpenAPI 3.x document.
 *
 * @example
 * isOpenApiDocument({ openapi: '3.1.1', info: { title: 'Boxes', version: '1' }, paths: {} }); // true
 * isOpenApiDocument({ swagger: '2.0' }); // false
 */
export const isOpenApiDocument = (value: unknown): value is OpenApiDocument =>
  isObject(value) && typeof value.openapi === 'string' && value.openapi.startsWith('3.');

/**
 * Returns the JSON Schema dialect of a document as a URI. OpenAPI 3.0 has a dialect of its own without a URI: undefined.
 * Without `jsonSchemaDialect`, or with one that is not of json-schema.org, schemas are read as 2020-12.
 *
 * @example
 * schemaDialect({ openapi: '3.1.1' }); // 'https://json-schema.org/draft/2020-12/schema'
 */
export function schemaDialect({ openapi, jsonSchemaDialect }: OpenApiDocument): string | undefined {
  if (openapi.startsWith('3.0')) return undefined;
  const dialect = asString(jsonSchemaDialect);
  return dialect?.startsWith('https://json-schema.org/') ? dialect : 'https://json-schema.org/draft/2020-12/schema';
}

/**
 * Follows `$ref` until the value is no reference.
 *
 * @throws TypeError when a reference leads nowhere, out of the document or to itself
 * @example
 * const document = { openapi: '3.1.1', components: { schemas: { Pin: { type: 'string' } } } };
 * dereference(document, { $ref: '#/components/schemas/Pin' }); // { type: 'string' }
 */
export function dereference(document: JsonObject, value: unknown): unknown {
  return locate(document, value).value;
}

/** A value behind references, and the JSON Pointer of the last one; undefined when there was none. */
export interface Located {
  readonly value: unknown;
  readonly pointer?: string;
}

/**
 * Follows `$ref` as `dereference` does and also returns where the value is.
 *
 * @throws TypeError when a reference leads nowhere, out of the document or to itself
 * @example
 * const document = { openapi: '3.1.1', components: { schemas: { Pin: { type: 'string' } } } };
 * locate(document, { $ref: '#/components/schemas/Pin' }).pointer; // '/components/schemas/Pin'
 */
export function locate(document: JsonObject, value: unknown): Located {
  const seen = new Set<string>();
  let located: Located = { value };
  while (isObject(located.value) && typeof located.value.$ref === 'string') {
    const ref = located.value.$ref;
    if (!ref.startsWith('#')) throw new TypeError(`The reference ${ref} is not local.`);
    if (seen.has(ref)) throw new TypeError(`The reference ${ref} leads to itself.`);
    seen.add(ref);
    const pointer = decodeURIComponent(ref.slice(1));
    const target = valueAt(document, pointer);
    if (target === undefined) throw new TypeError(`The reference ${ref} leads nowhere.`);
    located = { value: target, pointer };
  }
  return located;
}
