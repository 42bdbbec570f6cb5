import { describe, expect, it } from 'vitest';
import { type Files, files, lint, operation, response, responses } from './fixture.ts';

function withMedia(media: Record<string, unknown>): Files {
  return files(operation({ responses: responses({ '200': response({}, { schema: { type: 'object' }, ...media }) }) }));
}

describe('media-type-examples', () => {
  it('accepts named examples with summary and value', async () => {
    const media = { examples: { empty: { summary: 'Nothing', value: {} } } };
    expect(await lint('media-type-examples', withMedia(media))).toEqual([]);
  });

  it('follows references', async () => {
    const all = withMedia({ examples: { empty: { $ref: '../components/examples/Empty.yaml' } } });
    expect(
      await lint('media-type-examples', {
        ...all,
        'components/examples/Empty.yaml': { summary: 'Nothing', value: {} },
      }),
    ).toEqual([]);
    expect(await lint('media-type-examples', { ...all, 'components/examples/Empty.yaml': { value: {} } })).toHaveLength(
      1,
    );
  });

  it.each([
    ['no example', {}],
    ['no named example', { examples: {} }],
    ['an example without summary', { examples: { empty: { value: {} } } }],
    ['an example without value', { examples: { empty: { summary: 'Nothing' } } }],
    ['a name that is not camelCase', { examples: { 'The empty one': { summary: 'Nothing', value: {} } } }],
  ])('reports %s', async (_case, media) => {
    expect(await lint('media-type-examples', withMedia(media))).toHaveLength(1);
  });

  it('reports an example without a name', async () => {
    expect(await lint('media-type-examples', withMedia({ example: {} }))).toContainEqual(
      expect.stringContaining('Use `examples` with a name'),
    );
  });
});
