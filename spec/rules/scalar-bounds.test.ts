import { describe, expect, it } from 'vitest';
import { answer, type Files, files, lint, operation } from './fixture.ts';

function answering(schema: unknown): Files {
  const one = operation({
    parameters: [],
    responses: { '200': { ...answer(), headers: {}, content: { 'text/plain': { schema } } } },
  });
  return files(one);
}

describe('scalar-bounds', () => {
  it.each([
    ['a bounded string', { type: 'string', maxLength: 5, examples: ['a'] }],
    ['an enumeration', { type: 'string', enum: ['A'], examples: ['A'] }],
    ['a bounded number', { type: 'integer', minimum: 1, maximum: 5, examples: [1] }],
    ['a truth value', { type: 'boolean', examples: [true] }],
    ['a bounded list', { type: 'array', maxItems: 5 }],
  ])('accepts %s', async (_case, schema) => {
    expect(await lint('scalar-bounds', answering(schema))).toEqual([]);
  });

  it.each([
    ['a string without length', { type: 'string', examples: ['a'] }, 'maxLength'],
    ['a nullable string without length', { type: ['string', 'null'], examples: ['a'] }, 'maxLength'],
    ['a number without minimum', { type: 'number', maximum: 5, examples: [1] }, 'minimum'],
    ['a number without maximum', { type: 'integer', minimum: 1, examples: [1] }, 'maximum'],
    ['a scalar without example', { type: 'boolean' }, 'examples'],
    ['a list without end', { type: 'array' }, 'maxItems'],
  ])('refuses %s', async (_case, schema, message) => {
    expect(await lint('scalar-bounds', answering(schema))).toEqual([expect.stringContaining(message)]);
  });
});
