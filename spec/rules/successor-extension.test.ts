import { describe, expect, it } from 'vitest';
import { files, lint, operation } from './fixture.ts';

describe('successor-extension', () => {
  it.each([
    ['a deprecated operation with a successor', { deprecated: true, 'x-successor': '/thing' }, 0],
    ['an operation that is not deprecated', {}, 0],
    ['a deprecated operation without a successor', { deprecated: true }, 1],
    ['a successor that is not a path of the document', { deprecated: true, 'x-successor': '/other' }, 1],
    ['a successor of an operation that is not deprecated', { 'x-successor': '/thing' }, 1],
  ])('%s', async (_case, changes, errors) => {
    expect(await lint('successor-extension', files(operation(changes)))).toHaveLength(errors);
  });
});
