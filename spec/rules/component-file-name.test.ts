import { describe, expect, it } from 'vitest';
import { type Files, files, lint, operation, response, responses } from './fixture.ts';

function withSchema(reference: string, file: string, schema: unknown): Files {
  const body = response({}, { schema: { $ref: reference } });
  return { ...files(operation({ responses: responses({ '200': body }) })), [file]: schema };
}

describe('component-file-name', () => {
  it('accepts a schema with its file name as title', async () => {
    const all = withSchema('../components/schemas/Thing.yaml', 'components/schemas/Thing.yaml', { title: 'Thing' });
    expect(await lint('component-file-name', all)).toEqual([]);
  });

  it.each([
    ['a name in kebab case', '../components/schemas/a-thing.yaml', 'PascalCase'],
    ['an unknown folder', '../components/things/Thing.yaml', 'must be in a folder of components'],
    ['another title', '../components/schemas/Item.yaml', 'Title and file name must be the same'],
    ['a part of a component', '../components/schemas/Thing.yaml#/properties/id', 'points into a component'],
  ])('reports %s', async (_case, reference, message) => {
    const file = reference.replace('../', '').replace(/#.*/, '');
    const all = withSchema(reference, file, { title: 'Thing', properties: { id: { type: 'string' } } });
    expect(await lint('component-file-name', all)).toContainEqual(expect.stringContaining(message));
  });
});
