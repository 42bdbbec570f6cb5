import { describe, expect, it } from 'vitest';
import { files, lint, operation } from './fixture.ts';

describe('sandbox-tag', () => {
  it.each([
    ['/thing', 'Things', 0],
    ['/sandbox/thing', 'Sandbox', 0],
    ['/sandbox/thing', 'Things', 1],
    ['/thing', 'Sandbox', 1],
  ])('reports %3$i errors for %s with the tag %s', async (path, tag, errors) => {
    expect(await lint('sandbox-tag', files(operation({ tags: [tag] }), path))).toHaveLength(errors);
  });
});
