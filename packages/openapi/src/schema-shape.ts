import { dereference, type Schema } from './document.ts';
import { asArray, asObject, asString, isObject, type JsonObject } from './json.ts';

/** A schema with its references and `allOf` parts merged. */
export interface SchemaShape {
  /** The values of `type`; empty when the schema allows every type. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  /** Whether members that are not listed are rejected. */
  readonly closed: boolean;
  readonly items?: Schema;
  /** The other keywords: bounds, lengths, `pattern`, `format`, `enum`, `const`, `readOnly`, … */
  readonly keywords: JsonObject;
}

/**
 * Merges a schema with what it refers to. Of `oneOf` and `anyOf` it takes the first branch that is not null.
 *
 * @throws TypeError when a reference cannot be followed
 * @example
 * const document = { openapi: '3.1.1' };
 * schemaShape(document, { allOf: [{ type: 'string' }, { maxLength: 4 }] }).keywords; // { maxLength: 4 }
 */
export function schemaShape(document: JsonObject, schema: Schema | undefined, depth = 0): SchemaShape {
  const resolved = asObject(dereference(document, schema));
  const branches = asArray(resolved.oneOf ?? resolved.anyOf).filter((branch) => asObject(branch).type !== 'null');
  const nullBranch = asArray(resolved.oneOf ?? resolved.anyOf).some((branch) => asObject(branch).type === 'null');
  const parts = depth > 8 ? [] : [...asArray(resolved.allOf), ...branches.slice(0, 1)];
  const shapes = parts.map((part) => schemaShape(document, part as Schema, depth + 1));
  const own = [resolved.type].flat().filter((type) => typeof type === 'string');
  const types = own.length > 0 ? own : shapes.flatMap((shape) => shape.types);
  const properties = Object.assign({}, ...shapes.map((shape) => shape.properties), asObject(resolved.properties));
  const { type: _type, allOf: _allOf, properties: _properties, required, items, ...keywords } = resolved;
  const itemsOf = isObject(items) ? items : shapes.map((shape) => shape.items).find((each) => each !== undefined);
  return {
    types: types.length > 0 || Object.keys(properties).length === 0 ? [...new Set(types)] : ['object'],
    nullable: own.includes('null') || resolved.nullable === true || nullBranch,
    properties,
    required: [
      ...new Set([
        ...shapes.flatMap((shape) => shape.required),
        ...asArray(required).flatMap((name) => asString(name) ?? []),
      ]),
    ],
    closed:
      resolved.additionalProperties === false ||
      resolved.unevaluatedProperties === false ||
      shapes.some((shape) => shape.closed),
    ...(itemsOf === undefined ? {} : { items: itemsOf }),
    keywords: Object.assign({}, ...shapes.map((shape) => shape.keywords), keywords) as JsonObject,
  };
}

/**
 * Tells whether a schema accepts values of a JSON type; one without `type` accepts all.
 *
 * @example
 * acceptsType(schemaShape({ openapi: '3.1.1' }, { type: 'number' }), 'integer'); // true
 */
export const acceptsType = ({ types }: SchemaShape, type: string): boolean =>
  types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
