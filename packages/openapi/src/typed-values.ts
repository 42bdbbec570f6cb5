import { dereference } from './document.ts';
import { asArray, asObject, asString, isObject, type JsonObject } from './json.ts';

/**
 * Which of two readings of a text to try. `typed`: a number, a boolean or a list where the schema accepts one. `text`: a
 * string where the schema accepts one. They differ only for a schema that accepts both, such as `type: [integer, string]`.
 */
export type Reading = 'typed' | 'text';

/** A schema as its parts: what it refers to, and the branches of `allOf`, `anyOf` and `oneOf`, in one list. */
export type SchemaParts = readonly JsonObject[];

/**
 * Lists the parts of a schema, references followed.
 *
 * @throws TypeError when a reference cannot be followed
 * @example
 * schemaParts({}, { anyOf: [{ type: 'array' }, { type: 'null' }] }).length; // 3
 */
export function schemaParts(document: JsonObject, ...schemas: readonly unknown[]): SchemaParts {
  const seen = new Set<JsonObject>();
  const visit = (schema: unknown): void => {
    const part = dereference(document, schema);
    if (!isObject(part) || seen.has(part)) return;
    seen.add(part);
    // Since OpenAPI 3.1, keywords beside a reference count as well.
    if (isObject(schema)) seen.add(schema);
    for (const key of ['allOf', 'anyOf', 'oneOf']) asArray(part[key]).forEach(visit);
    for (const key of ['then', 'else']) visit(part[key]);
  };
  schemas.forEach(visit);
  return [...seen];
}

const TYPES_OF_VALUES: Readonly<Record<string, string>> = { object: 'object', string: 'string', boolean: 'boolean' };

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return TYPES_OF_VALUES[typeof value] ?? 'number';
};

/**
 * Returns the JSON types that a schema accepts, by `type`, or by `const`, `enum` and keywords where it has none. Empty when
 * the schema accepts every type; `integer` counts as `number`.
 *
 * @example
 * acceptedTypes([{ enum: [1, 'all'] }]); // Set { 'number', 'string' }
 */
export function acceptedTypes(parts: SchemaParts): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) => {
      const types = [part.type].flat().filter((type) => typeof type === 'string');
      if (types.length > 0) return types.map((type) => (type === 'integer' ? 'number' : type));
      if ('const' in part) return [typeOf(part.const)];
      if (Array.isArray(part.enum)) return part.enum.map(typeOf);
      if (isObject(part.properties) || isObject(part.additionalProperties)) return ['object'];
      return isObject(part.items) || Array.isArray(part.prefixItems) ? ['array'] : [];
    }),
  );
}

/** The parts of the schema of a list item. */
export const itemParts = (document: JsonObject, parts: SchemaParts, at: number): SchemaParts =>
  schemaParts(document, ...parts.flatMap((part) => [asArray(part.prefixItems)[at] ?? part.items]));

/**
 * Lists the parts of the schema of an object's member: of its property, else of a matching pattern or additional properties.
 *
 * @throws TypeError when a reference cannot be followed
 * @example
 * memberParts({}, [{ properties: { page: { type: 'integer' } } }], 'page'); // [{ type: 'integer' }]
 */
export function memberParts(document: JsonObject, parts: SchemaParts, name: string): SchemaParts {
  const schemas = parts.flatMap((part) => {
    const properties = asObject(part.properties);
    if (Object.hasOwn(properties, name)) return [properties[name]];
    const patterns = Object.entries(asObject(part.patternProperties)).filter(([pattern]) => matches(pattern, name));
    return patterns.length > 0
      ? patterns.map(([, schema]) => schema)
      : [part.additionalProperties ?? part.unevaluatedProperties];
  });
  return schemaParts(document, ...schemas);
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}

/**
 * Returns the names of the members that a schema lists.
 *
 * @example
 * memberNames([{ properties: { page: {} }, required: ['size'] }]); // ['page', 'size']
 */
export const memberNames = (parts: SchemaParts): readonly string[] => [
  ...new Set(
    parts.flatMap((part) => [
      ...Object.keys(asObject(part.properties)),
      ...asArray(part.required).flatMap((name) => asString(name) ?? []),
    ]),
  ),
];

/** Whether a schema says something about members that it does not list, so that they belong to the object. */
export const hasFreeMembers = (parts: SchemaParts): boolean =>
  parts.some(
    ({ additionalProperties, patternProperties }) =>
      isObject(patternProperties) || (additionalProperties !== undefined && additionalProperties !== false),
  );

/**
 * Tells whether no part of a schema rejects members that it does not list.
 *
 * @example
 * isOpen([{ properties: { page: {} }, additionalProperties: false }]); // false
 */
export const isOpen = (parts: SchemaParts): boolean =>
  parts.every(
    ({ additionalProperties, unevaluatedProperties }) =>
      additionalProperties !== false && unevaluatedProperties !== false,
  );

/** RFC 8259, section 6. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Parses a JSON number. The nearest number of one just outside of int64 is 2^63, which stands for the largest int64, too; so
 * it becomes the next number outside, and the format can tell them apart.
 *
 * @example
 * parseNumber('9223372036854775808') > parseNumber('9223372036854775807'); // true
 */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (Math.abs(value) !== 2 ** 63 || !/^-?\d+$/.test(text)) return value;
  return BigInt.asIntN(64, BigInt(text)) === BigInt(text) ? value : value * (1 + Number.EPSILON);
}

/**
 * Converts a text to the number or boolean that the schema accepts. Any other text stays a string, which the schema
 * then rejects: `0x10`, `+5`, ` 1`, `1e400` and the empty text are not JSON numbers.
 *
 * @example
 * readScalar([{ type: 'integer' }], '7'); // 7
 * readScalar([{ type: 'integer' }], '0x7'); // '0x7'
 */
export function readScalar(parts: SchemaParts, text: string, reading: Reading = 'typed'): unknown {
  const types = acceptedTypes(parts);
  if (reading === 'text' && types.has('string')) return text;
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.has('number') && NUMBER.test(text) && Number.isFinite(Number(text))) return parseNumber(text);
  // An enumeration or a type that has nothing but null can be sent as its JSON text alone.
  if (types.size === 1 && types.has('null') && text === 'null') return null;
  return text;
}

/** Whether a schema accepts objects. One without types is read as a scalar. */
export const takesObjects = (parts: SchemaParts): boolean => acceptedTypes(parts).has('object');

/** Whether a text is to be read as a list: the schema accepts lists and, for the reading `text`, no strings. */
export function takesLists(parts: SchemaParts, reading: Reading): boolean {
  const types = acceptedTypes(parts);
  return types.has('array') && !(reading === 'text' && types.has('string'));
}
