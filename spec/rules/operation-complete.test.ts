import { describe, expect, it } from 'vitest';
import { files, lint, operation } from './fixture.ts';

describe('operation-complete', () => {
  it('accepts a complete operation', async () => {
    expect(await lint('operation-complete', files())).toEqual([]);
  });

  it('accepts capital letters in acronyms and names', async () => {
    const summary = 'Trigger a WhatsApp challenge by OTP';
    expect(await lint('operation-complete', files(operation({ summary })))).toEqual([]);
  });

  it.each([
    ['a summary with a full stop', { summary: 'Get a thing.' }, 'end without a full stop'],
    ['a summary in title case', { summary: 'Get a Thing' }, 'must be in sentence case: Thing'],
    ['a summary in lower case', { summary: 'get a thing' }, 'start with a capital letter'],
    ['a description without a sentence', { description: 'thing' }, 'at least one sentence'],
    ['no description', { description: undefined }, 'at least one sentence'],
    ['two tags', { tags: ['Things', 'Sandbox'] }, 'exactly one tag'],
    ['no tag', { tags: [] }, 'exactly one tag'],
    ['no security', { security: undefined }, 'must have `security`'],
  ])('reports %s', async (_case, changes, message) => {
    const problems = await lint('operation-complete', files(operation(changes)));
    expect(problems).toEqual([expect.stringContaining(message)]);
  });
});
