import { asArray, asObject, dereference, isObject, type JsonObject, type OpenApiDocument } from '@sca-kit/openapi';
import { toUnicodePattern } from '../document/patterns.ts';

/** Which way a message goes: it decides whether members that are `readOnly` or `writeOnly` are required. */
export type Side = 'request' | 'response';

/** Members with one schema, with a list of schemas, and with schemas by name. Every other member holds plain values. */
const ONE = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);
const MANY = new Set(['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems']);
const NAMED = new Set(['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties']);
/** What a JSON Schema validator would act on, and OpenAPI does not mean: identifiers end at the document. */
const DROPPED = new Set([
  '$id',
  '$schema',
  'id',
  'nullable',
  'discriminator',
  'example',
  'examples',
  'xml',
  'externalDocs',
]);

/**
 * Returns what stands for a reference in a copy.
 *
 * @param isEager whether `unevaluatedProperties` or `unevaluatedItems` has to see what the target evaluates
 */
export type Refer = (pointer: string, isEager: boolean) => JsonObject;

/** Keywords whose schemas validate the same value, not a member of it. */
const IN_PLACE = new Set(['allOf', 'anyOf', 'else', 'if', 'oneOf', 'then']);

/**
 * Copies a schema for one side of an exchange, as plain JSON Schema: members that only the other side sends are not
 * required, OpenAPI 3.0 keywords are translated, and references are replaced by `refer`.
 */
export function viewSchema(
  document: OpenApiDocument,
  side: Side,
  schema: unknown,
  refer: Refer,
  isEager = false,
  inherited: ReadonlySet<string> = new Set(),
): unknown {
  if (!isObject(schema)) return schema;
  const old = document.openapi.startsWith('3.0');
  const eager = isEager || 'unevaluatedProperties' in schema || 'unevaluatedItems' in schema;
  const { $ref } = schema;
  if (typeof $ref === 'string' && $ref.startsWith('#')) {
    // A branch of `allOf` that requires what another branch calls `readOnly` is copied in place: it is required there only.
    const target = inherited.size > 0 ? asObject(dereference(document, schema)) : {};
    if (asArray(target.required).some((name) => inherited.has(String(name)))) {
      return viewSchema(document, side, target, refer, eager, inherited);
    }
    const reference = refer(decodeURIComponent($ref.slice(1)), eager);
    // In OpenAPI 3.0, what stands beside a reference is ignored.
    if (old) return reference;
    return {
      ...(viewSchema(document, side, without(schema, '$ref'), refer, eager, inherited) as JsonObject),
      ...reference,
    };
  }
  const exempt = new Set([...inherited, ...exemptMembers(document, side, schema)]);
  const entries = Object.entries(schema).flatMap(([name, value]): [string, unknown][] => {
    if (DROPPED.has(name) || name.startsWith('x-')) return [];
    if (name === 'required' && Array.isArray(value)) return [[name, value.filter((each) => !exempt.has(String(each)))]];
    if (name === 'pattern' && typeof value === 'string') return [[name, toUnicodePattern(value)]];
    const again = (each: unknown): unknown =>
      IN_PLACE.has(name)
        ? viewSchema(document, side, each, refer, eager, exempt)
        : viewSchema(document, side, each, refer);
    if (NAMED.has(name) && isObject(value)) {
      const members = Object.entries(value).map(([key, each]) => [patternName(name, key), again(each)]);
      return [[name, Object.fromEntries(members)]];
    }
    if (MANY.has(name) && Array.isArray(value)) return [[name, value.map(again)]];
    return [[name, ONE.has(name) ? again(value) : value]];
  });
  const copy: Record<string, unknown> = Object.fromEntries(entries);
  return old ? fromOpenApi30(schema, copy) : copy;
}

const patternName = (keyword: string, name: string): string =>
  keyword === 'patternProperties' ? toUnicodePattern(name) : name;

function without(value: JsonObject, name: string): JsonObject {
  const { [name]: _left, ...rest } = value;
  return rest;
}

/** The members of a schema, and of the branches of its `allOf`, that only the other side sends. */
function exemptMembers(document: OpenApiDocument, side: Side, schema: unknown, depth = 0): string[] {
  const own = asObject(dereference(document, schema));
  const named = Object.entries(asObject(own.properties)).flatMap(([name, member]) =>
    isOfOtherSide(document, side, member) ? [name] : [],
  );
  return depth > 8
    ? named
    : [...named, ...asArray(own.allOf).flatMap((branch) => exemptMembers(document, side, branch, depth + 1))];
}

/** Whether only the other side sends a member with this schema. */
export const isOfOtherSide = (document: OpenApiDocument, side: Side, schema: unknown): boolean =>
  isFlagged(document, schema, side === 'request' ? 'readOnly' : 'writeOnly');

function isFlagged(document: OpenApiDocument, schema: unknown, flag: string, depth = 0): boolean {
  if (asObject(schema)[flag] === true) return true;
  const own = asObject(dereference(document, schema));
  return (
    own[flag] === true || (depth < 8 && asArray(own.allOf).some((each) => isFlagged(document, each, flag, depth + 1)))
  );
}

/** Translates `nullable` (with `type` alone, OAI proposal 2019-10-31) and the exclusive bounds of OpenAPI 3.0. */
function fromOpenApi30(schema: JsonObject, copy: Record<string, unknown>): unknown {
  if (schema.nullable === true && typeof schema.type === 'string') copy.type = [schema.type, 'null'];
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof copy[flag] !== 'boolean') continue;
    if (copy[flag] === true && copy[bound] !== undefined) {
      copy[flag] = copy[bound];
      delete copy[bound];
    } else delete copy[flag];
  }
  return copy;
}
