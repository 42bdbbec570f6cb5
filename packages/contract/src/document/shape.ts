import { asArray, asObject, asString, follow, isObject } from './json.ts';
import type { JsonObject, Schema } from './types.ts';

/** A schema with its references and `allOf` parts laid together: what a generator needs to know of it. */
export interface Shape {
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
 * Lays a schema together. Of `oneOf` and `anyOf` only the first branch that is not null is taken: a generator needs one
 * valid shape, not all.
 */
export function shapeOf(root: JsonObject, schema: Schema | undefined, depth = 0): Shape {
  const resolved = asObject(follow(root, schema));
  const branches = asArray(resolved.oneOf ?? resolved.anyOf).filter((branch) => asObject(branch).type !== 'null');
  const nullBranch = asArray(resolved.oneOf ?? resolved.anyOf).some((branch) => asObject(branch).type === 'null');
  const parts = depth > 8 ? [] : [...asArray(resolved.allOf), ...branches.slice(0, 1)];
  const shapes = parts.map((part) => shapeOf(root, part as Schema, depth + 1));
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

/** Whether a value of this type may be sent; a schema without types allows all. */
export const allows = (shape: Shape, type: string): boolean =>
  shape.types.length === 0 || shape.types.includes(type) || (type === 'integer' && shape.types.includes('number'));
