import { describe, expect, it } from 'vitest';
import { dereference, isOpenApiDocument, locate, schemaDialect } from './document.ts';

const Pin = { type: 'string', maxLength: 4 };
const document = {
  openapi: '3.1.1',
  components: {
    schemas: {
      Pin,
      Alias: { $ref: '#/components/schemas/Pin' },
      'a/b c': { type: 'integer' },
      Circle: { $ref: '#/components/schemas/Round' },
      Round: { $ref: '#/components/schemas/Circle' },
    },
  },
};

describe('dereference', () => {
  it.each([
    ['a value without a reference', { type: 'null' }, { type: 'null' }],
    ['a reference', { $ref: '#/components/schemas/Pin' }, Pin],
    ['a chain of references', { $ref: '#/components/schemas/Alias' }, Pin],
    ['an escaped and percent-encoded reference', { $ref: '#/components/schemas/a~1b%20c' }, { type: 'integer' }],
    ['undefined', undefined, undefined],
  ])('follows %s', (_, value, target) => {
    expect(dereference(document, value)).toEqual(target);
  });

  it.each([
    ['leads nowhere', '#/components/schemas/No', 'leads nowhere'],
    ['leaves the document', 'other.yaml#/Pin', 'is not local'],
    ['leads to itself', '#/components/schemas/Circle', 'leads to itself'],
  ])('throws a TypeError when a reference %s', (_, $ref, message) => {
    expect(() => dereference(document, { $ref })).toThrow(message);
  });
});

it('locate returns the pointer of the last reference', () => {
  const found = locate(document, { $ref: '#/components/schemas/Alias' });
  expect(found).toEqual({ value: Pin, pointer: '/components/schemas/Pin' });
  expect(locate(document, Pin)).toEqual({ value: Pin });
});

it.each([
  [{ openapi: '3.0.4' }, true],
  [{ openapi: '3.1.1' }, true],
  [{ openapi: '4.0.0' }, false],
  [{ swagger: '2.0' }, false],
  [[], false],
  ['openapi: 3.1.1', false],
])('isOpenApiDocument of %j is %s', (value, expected) => {
  expect(isOpenApiDocument(value)).toBe(expected);
});

it.each([
  [{ openapi: '3.0.3' }, undefined],
  [{ openapi: '3.1.0' }, 'https://json-schema.org/draft/2020-12/schema'],
  [
    { openapi: '3.1.0', jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' },
    'https://json-schema.org/draft/2020-12/schema',
  ],
  [
    { openapi: '3.1.0', jsonSchemaDialect: 'https://json-schema.org/draft/2019-09/schema' },
    'https://json-schema.org/draft/2019-09/schema',
  ],
])('schemaDialect of %j is %s', (value, dialect) => {
  expect(schemaDialect(value)).toBe(dialect);
});
