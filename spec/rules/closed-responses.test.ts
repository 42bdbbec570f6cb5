import { describe, expect, it } from 'vitest';
import { answer, type Files, files, lint, operation, responses } from './fixture.ts';

function answering(schema: unknown): Files {
  return files(operation({ responses: responses({ '200': answer({}, { schema }) }) }));
}

const open = { type: 'object', properties: { id: { type: 'string' } } };
const closed = { ...open, additionalProperties: false };

describe('closed-responses', () => {
  it.each([
    ['a closed object', closed],
    ['a list of closed objects', { type: 'array', items: closed }],
    ['a map', { type: 'object', additionalProperties: { type: 'string' } }],
    ['a composition that is closed as a whole', { allOf: [open, open], unevaluatedProperties: false }],
    ['text', { type: 'string' }],
  ])('accepts %s', async (_case, schema) => {
    expect(await lint('closed-responses', answering(schema))).toEqual([]);
  });

  it.each([
    ['an open object', open, 'the top'],
    ['an open object inside', { ...closed, properties: { inner: open } }, '/inner'],
    ['an open object in a list', { type: 'array', items: open }, '/[]'],
    ['an open composition', { allOf: [closed] }, 'the top'],
    ['an open choice', { oneOf: [closed, open] }, 'the top'],
  ])('refuses %s', async (_case, schema, where) => {
    expect(await lint('closed-responses', answering(schema))).toEqual([expect.stringContaining(`open at ${where}`)]);
  });

  it('looks into the plaintext of a sealed answer', async () => {
    const media = { schema: { type: 'string' }, 'x-jose': { method: 'jwe', payload: open } };
    const sealed = { ...answer(), content: { 'application/jose+json': media } };
    expect(await lint('closed-responses', files(operation({ responses: responses({ '200': sealed }) })))).toHaveLength(
      1,
    );
  });

  it('leaves requests alone', async () => {
    const one = operation({ requestBody: { content: { 'application/json': { schema: open } } } });
    expect(await lint('closed-responses', files(one))).toEqual([]);
  });
});
