import { describe, expect, it } from 'vitest';
import { type Files, files, lint, operation, response, responses } from './fixture.ts';

function withResponseSchema(schema: unknown): Files {
  return files(operation({ responses: responses({ '200': response({}, { schema }) }) }));
}

const open = { type: 'object', properties: { id: { type: 'string' } } };
const closed = { ...open, additionalProperties: false };

describe('closed-responses', () => {
  it.each([
    ['a closed object', closed],
    ['a list of closed objects', { type: 'array', items: closed }],
    ['a map', { type: 'object', additionalProperties: { type: 'string' } }],
    ['a closed composition', { allOf: [open, open], unevaluatedProperties: false }],
    ['text', { type: 'string' }],
  ])('accepts %s', async (_case, schema) => {
    expect(await lint('closed-responses', withResponseSchema(schema))).toEqual([]);
  });

  it.each([
    ['an open object', open, '/'],
    ['an open object inside', { ...closed, properties: { inner: open } }, '/inner'],
    ['an open object in a list', { type: 'array', items: open }, '/[]'],
    ['an open composition', { allOf: [closed] }, '/'],
    ['an open choice', { oneOf: [closed, open] }, '/'],
  ])('reports %s', async (_case, schema, where) => {
    expect(await lint('closed-responses', withResponseSchema(schema))).toEqual([
      expect.stringContaining(`an open object at ${where}`),
    ]);
  });

  it('checks the plaintext of an encrypted response', async () => {
    const media = { schema: { type: 'string' }, 'x-jose': { method: 'jwe', payload: open } };
    const encrypted = { ...response(), content: { 'application/jose+json': media } };
    expect(
      await lint('closed-responses', files(operation({ responses: responses({ '200': encrypted }) }))),
    ).toHaveLength(1);
  });

  it('accepts open objects in requests', async () => {
    const one = operation({ requestBody: { content: { 'application/json': { schema: open } } } });
    expect(await lint('closed-responses', files(one))).toEqual([]);
  });
});
