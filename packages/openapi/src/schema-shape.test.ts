import { describe, expect, it } from 'vitest';
import { acceptsType, schemaShape } from './schema-shape.ts';

const document = { components: { schemas: { Pin: { type: 'string', maxLength: 4 } } } };

describe('schemaShape', () => {
  it.each([
    ['a reference', { $ref: '#/components/schemas/Pin' }, { types: ['string'], keywords: { maxLength: 4 } }],
    ['a type list with null', { type: ['string', 'null'] }, { types: ['string', 'null'], nullable: true }],
    ['nullable', { type: 'string', nullable: true }, { types: ['string'], nullable: true }],
    ['a branch of null', { anyOf: [{ type: 'null' }, { type: 'integer' }] }, { types: ['integer'], nullable: true }],
    ['properties without a type', { properties: { a: {} } }, { types: ['object'] }],
    ['items', { type: 'array', items: { type: 'integer' } }, { types: ['array'], items: { type: 'integer' } }],
    ['a boolean schema', true, { types: [], properties: {} }],
    [
      'allOf',
      {
        allOf: [
          { properties: { a: {} }, required: ['a'] },
          { properties: { b: {} }, additionalProperties: false },
        ],
      },
      { types: ['object'], properties: { a: {}, b: {} }, required: ['a'], closed: true },
    ],
  ])('merges %s', (_, schema, expected) => {
    expect(schemaShape(document, schema)).toMatchObject(expected);
  });

  it('ends for a schema that contains itself', () => {
    const circular = { components: { schemas: { Tree: { allOf: [{ $ref: '#/components/schemas/Tree' }] } } } };
    expect(schemaShape(circular, { $ref: '#/components/schemas/Tree' }).types).toEqual([]);
  });
});

it.each([
  [{}, 'string', true],
  [{ type: 'number' }, 'integer', true],
  [{ type: 'integer' }, 'number', false],
  [{ type: ['string', 'null'] }, 'null', true],
])('acceptsType of %j and %s is %s', (schema, type, expected) => {
  expect(acceptsType(schemaShape({}, schema), type)).toBe(expected);
});
