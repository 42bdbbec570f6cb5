import { isObject } from '@sca-kit/openapi';

/** Members of objects of an OpenAPI document that hold plain values, in which no name is a keyword. */
const VALUES: ReadonlySet<string> = new Set(['const', 'default', 'enum', 'example', 'value']);

/** Members whose own members have free names. */
const FREE_NAMES: ReadonlySet<string> = new Set([
  '$defs',
  'callbacks',
  'content',
  'definitions',
  'dependentSchemas',
  'encoding',
  'examples',
  'headers',
  'links',
  'parameters',
  'pathItems',
  'paths',
  'patternProperties',
  'properties',
  'requestBodies',
  'responses',
  'schemas',
  'securitySchemes',
  'variables',
  'webhooks',
]);

/**
 * Whether a member holds a plain value: an example, a constant or an extension. `examples` of a media type are objects of
 * their own, `examples` of a schema are values; of the extensions, `x-jose` holds a schema.
 */
const isValue = (name: string, member: unknown): boolean =>
  VALUES.has(name) || (name.startsWith('x-') && name !== 'x-jose') || (name === 'examples' && Array.isArray(member));

/** Whether the members of a member have free names, so that none of them is a keyword. */
const hasFreeNames = (name: string): boolean => FREE_NAMES.has(name);

/** The references in a document; `$ref` in a plain value is a name like any other. */
export function* references(value: unknown, areNames = false): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* references(each);
  if (!isObject(value)) return;
  if (!areNames && typeof value.$ref === 'string') yield value.$ref;
  for (const [name, member] of Object.entries(value)) {
    if (areNames || !isValue(name, member)) yield* references(member, !areNames && hasFreeNames(name));
  }
}
