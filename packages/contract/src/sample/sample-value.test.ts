import { isOpenApiDocument, type JsonObject, type Schema } from '@sca-kit/openapi';
import { expect, it } from 'vitest';
import { schemaValidator } from '../gateway/schema-validator.ts';
import { sampleValue } from './sample-value.ts';

const str = { type: 'string' };
const int = { type: 'integer' };
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...more,
});
const pet = (name: string, more: JsonObject): JsonObject =>
  object({ kind: str, [name]: int }, { additionalProperties: false, ...more });
const schemas = {
  Node: object({ name: str, kids: { type: 'array', items: { $ref: '#/components/schemas/Node' } } }),
  Next: object({ next: { anyOf: [{ $ref: '#/components/schemas/Next' }, { type: 'null' }] } }),
  Base: object({ b: str }),
  Cat: pet('meow', {}),
  Dog: pet('bark', {}),
};
const documentOf = (version: string): JsonObject => ({ openapi: version, components: { schemas } });

it.each<[string, Schema]>([
  ['a pattern', { ...str, pattern: '^[A-Z]{2}\\d{4}$' }],
  ['a pattern of Unicode letters', { ...str, pattern: '^\\p{Lu}\\p{Ll}+$' }],
  ['a pattern with needless escapes', { ...str, pattern: '^\\d{3}\\-\\d{4}$' }],
  ['a pattern with an assertion', { ...str, pattern: '^(?=.*\\d)[a-z0-9]{4,}$' }],
  ['a pattern and lengths', { ...str, pattern: '^[a-z]+$', minLength: 5, maxLength: 6 }],
  ['a pattern and a format', { ...str, format: 'date', pattern: '^2026-' }],
  [
    'formats',
    object(
      Object.fromEntries(
        ['uuid', 'date-time', 'email', 'uri', 'time', 'ipv6'].map((format) => [format.slice(0, 2), { ...str, format }]),
      ),
    ),
  ],
  [
    'bounds of numbers',
    object({
      a: { type: 'number', exclusiveMinimum: 0, maximum: 0.5 },
      b: { type: 'number', minimum: 0.1, maximum: 0.2 },
      c: { ...int, maximum: -5 },
    }),
  ],
  [
    'multiples',
    object({
      a: { type: 'number', multipleOf: 0.01, minimum: 1.005 },
      b: { ...int, multipleOf: 7, exclusiveMinimum: 7 },
    }),
  ],
  ['lengths of texts', { ...str, minLength: 20 }],
  ['unique texts', { type: 'array', minItems: 3, uniqueItems: true, items: { ...str, pattern: '^[a-z]{3}$' } }],
  ['unique choices', { type: 'array', minItems: 2, uniqueItems: true, items: { enum: ['a', 'b'] } }],
  ['unique objects', { type: 'array', minItems: 2, uniqueItems: true, items: object({ id: { ...int, minimum: 3 } }) }],
  ['a tuple', { type: 'array', prefixItems: [int, str], items: false, minItems: 2 }],
  ['an item that is contained', { type: 'array', contains: { const: 'x' } }],
  ['free members', { type: 'object', minProperties: 2, additionalProperties: int }],
  [
    'members by pattern',
    { type: 'object', minProperties: 1, patternProperties: { '^x-[a-z]+$': int }, additionalProperties: false },
  ],
  [
    'names of members',
    { type: 'object', minProperties: 1, propertyNames: { pattern: '^[A-Z]+$' }, additionalProperties: str },
  ],
  ['the number of members', { type: 'object', maxProperties: 1, properties: { a: int, b: int } }],
  ['dependent members', { type: 'object', properties: { a: int, b: int }, dependentRequired: { a: ['b'] } }],
  [
    'branches that exclude each other',
    { oneOf: [object({ a: int }, { additionalProperties: false }), object({ b: int })] },
  ],
  ['branches of which only one fits', { oneOf: [{ type: 'object', properties: { a: int } }, object({ b: int })] }],
  [
    'parts that are closed together',
    { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { a: int }, unevaluatedProperties: false },
  ],
  ['bounds in two parts', { allOf: [object({ a: { ...int, minimum: 2 } }), { properties: { a: { maximum: 3 } } }] }],
  [
    'a discriminator',
    {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: { propertyName: 'kind' },
    },
  ],
  [
    'a condition',
    object(
      { k: { enum: ['a', 'b'] } },
      { if: { properties: { k: { const: 'b' } } }, else: { required: ['x'], properties: { x: int } } },
    ),
  ],
  ['a negation', { type: 'object', properties: { a: str }, not: { required: ['a'] } }],
  ['a schema that refers to itself', { $ref: '#/components/schemas/Node' }],
  ['a schema that has to refer to itself', { $ref: '#/components/schemas/Next' }],
  ['an example that is invalid', object({ a: { ...int, example: 'no' } })],
  ['no type', {}],
  ['every value', true],
])('makes a valid value for %s', (_, schema) => {
  const document = documentOf('3.1.0');
  if (!isOpenApiDocument(document)) throw new TypeError('Not a document.');
  const { value, isValid } = sampleValue(document, 'response', schema);
  expect(schemaValidator(document).validate('response', schema, value, 'body')).toEqual([]);
  expect(isValid).toBe(true);
});

it('uses the examples of a schema, and leaves out members of the other side', () => {
  const document = documentOf('3.0.3');
  if (!isOpenApiDocument(document)) throw new TypeError('Not a document.');
  const schema = object({
    secret: { ...str, writeOnly: true },
    id: { ...int, readOnly: true, example: 42 },
    state: { ...str, nullable: true, enum: ['a', null] },
    size: { ...int, minimum: 0, exclusiveMinimum: true },
  });
  expect(sampleValue(document, 'response', schema).value).toEqual({ id: 42, state: 'a', size: 1 });
  expect(sampleValue(document, 'request', schema).value).toEqual({ secret: 'string', state: 'a', size: 1 });
});

it('returns the closest value where there is no valid one', () => {
  const document = documentOf('3.1.0');
  if (!isOpenApiDocument(document)) throw new TypeError('Not a document.');
  const schema = object({ a: str, never: { ...str, pattern: '^a$', minLength: 2 } });
  expect(sampleValue(document, 'response', schema)).toMatchObject({ value: { a: 'string' }, isValid: false });
});
