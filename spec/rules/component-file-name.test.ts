import { describe, expect, it } from 'vitest';
import { answer, type Files, files, lint, operation, responses } from './fixture.ts';

function withSchema(reference: string, file: string, schema: unknown): Files {
  const body = answer({}, { schema: { $ref: reference } });
  return { ...files(operation({ responses: responses({ '200': body }) })), [file]: schema };
}

describe('component-file-name', () => {
  it('accepts a schema whose title is the name of its file', async () => {
    const all = withSchema('../components/schemas/Thing.yaml', 'components/schemas/Thing.yaml', { title: 'Thing' });
    expect(await lint('component-file-name', all)).toEqual([]);
  });

  it.each([
    ['a name in kebab case', '../components/schemas/a-thing.yaml', 'PascalCase'],
    ['an unknown folder', '../components/things/Thing.yaml', 'not in a folder of components'],
    ['another title', '../components/schemas/Item.yaml', 'title and file name have to agree'],
    ['a part of a component', '../components/schemas/Thing.yaml#/properties/id', 'points into a component'],
  ])('refuses %s', async (_case, reference, message) => {
    const file = reference.replace('../', '').replace(/#.*/, '');
    const all = withSchema(reference, file, { title: 'Thing', properties: { id: { type: 'string' } } });
    expect(await lint('component-file-name', all)).toContainEqual(expect.stringContaining(message));
  });
});
