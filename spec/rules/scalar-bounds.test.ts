import { describe, expect, it } from 'vitest';
import { type Files, files, lint, operation, response } from './fixture.ts';

function withResponseSchema(schema: unknown): Files {
  const one = operation({
    parameters: [],
    responses: { '200': { ...response(), headers: {}, content: { 'text/plain': { schema } } } },
  });
  return files(one);
}

describe('scalar-bounds', () => {
  it.each([
    ['a bounded string', { type: 'string', maxLength: 5, examples: ['a'] }],
    ['an enumeration', { type: 'string', enum: ['A'], examples: ['A'] }],
    ['a bounded number', { type: 'integer', minimum: 1, maximum: 5, examples: [1] }],
    ['a boolean', { type: 'boolean', examples: [true] }],
    ['a bounded array', { type: 'array', maxItems: 5 }],
  ])('accepts %s', async (_case, schema) => {
    expect(await lint('scalar-bounds', withResponseSchema(schema))).toEqual([]);
  });

  it.each([
    ['a string without length', { type: 'string', examples: ['a'] }, 'maxLength'],
    ['a nullable string without length', { type: ['string', 'null'], examples: ['a'] }, 'maxLength'],
    ['a number without minimum', { type: 'number', maximum: 5, examples: [1] }, 'minimum'],
    ['a number without maximum', { type: 'integer', minimum: 1, examples: [1] }, 'maximum'],
    ['a scalar without example', { type: 'boolean' }, 'examples'],
    ['an array without maxItems', { type: 'array' }, 'maxItems'],
  ])('reports %s', async (_case, schema, message) => {
    expect(await lint('scalar-bounds', withResponseSchema(schema))).toEqual([expect.stringContaining(message)]);
  });
});
