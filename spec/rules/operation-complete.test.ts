import { describe, expect, it } from 'vitest';
import { files, lint, operation } from './fixture.ts';

describe('operation-complete', () => {
  it('accepts a complete operation', async () => {
    expect(await lint('operation-complete', files())).toEqual([]);
  });

  it('lets acronyms and names keep their capitals', async () => {
    const summary = 'Trigger a WhatsApp challenge by OTP';
    expect(await lint('operation-complete', files(operation({ summary })))).toEqual([]);
  });

  it.each([
    ['a summary with a dot', { summary: 'Get a thing.' }, 'end without a dot'],
    ['a summary in title case', { summary: 'Get a Thing' }, 'not in sentence case: Thing'],
    ['a summary in small letters', { summary: 'get a thing' }, 'start with a capital'],
    ['a description that is no sentence', { description: 'thing' }, 'whole sentence'],
    ['no description', { description: undefined }, 'whole sentence'],
    ['two tags', { tags: ['Things', 'Sandbox'] }, 'exactly one tag'],
    ['no tag', { tags: [] }, 'exactly one tag'],
    ['no word on security', { security: undefined }, 'who may call it'],
  ])('refuses %s', async (_case, changes, message) => {
    const problems = await lint('operation-complete', files(operation(changes)));
    expect(problems).toEqual([expect.stringContaining(message)]);
  });
});
