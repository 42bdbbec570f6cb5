import { describe, expect, it } from 'vitest';
import { bundleWith, files, lint, operation } from './fixture.ts';

const EXTENSION = 'x-sandbox-description';
const described = (changes: Record<string, unknown>) => files(operation(changes));
const descriptionIn = (bundle: unknown): unknown =>
  (bundle as { paths: Record<string, { get: Record<string, unknown> }> }).paths['/thing']?.get;

describe('sandbox-description', () => {
  it('accepts text about the sandbox in the extension', async () => {
    expect(await lint('sandbox-description', described({ [EXTENSION]: 'The sandbox returns a fixed thing.' }))).toEqual(
      [],
    );
  });

  it('accepts text about the sandbox in the files of the sandbox family', async () => {
    const one = operation({ description: 'Resets the sandbox.', tags: ['Sandbox'] });
    expect(await lint('sandbox-description', files(one, '/sandbox/thing'))).toEqual([]);
  });

  it.each([
    ['of an operation', { description: 'Returns a thing. The sandbox returns a fixed one.' }],
    ['of a parameter', { parameters: [{ in: 'query', name: 'q', description: 'Only in a sandbox.', schema: {} }] }],
    ['of a response', { responses: { '200': { description: 'The Sandbox thing.' } } }],
  ])('reports text about the sandbox in the description %s', async (_case, changes) => {
    expect(await lint('sandbox-description', described(changes))).toEqual([
      expect.stringContaining('mentions the sandbox'),
    ]);
  });

  it.each([
    ['without a description', { description: undefined, [EXTENSION]: 'The sandbox returns a fixed thing.' }],
    ['without text', { [EXTENSION]: ' ' }],
    ['that is not a text', { [EXTENSION]: true }],
  ])('reports an extension %s', async (_case, changes) => {
    expect(await lint('sandbox-description', described(changes))).toEqual([
      expect.stringContaining('must be a text beside a description'),
    ]);
  });
});

describe('with-sandbox-description', () => {
  it('appends the extension to the description', async () => {
    const all = described({ description: 'Returns a thing.', [EXTENSION]: 'The sandbox returns a fixed one.' });
    const one = descriptionIn(await bundleWith('with-sandbox-description', all));
    expect(one).toMatchObject({ description: 'Returns a thing.\n\nThe sandbox returns a fixed one.' });
    expect(one).not.toHaveProperty(EXTENSION);
  });
});

describe('without-sandbox-description', () => {
  it('removes the extension and keeps the description', async () => {
    const all = described({ description: 'Returns a thing.', [EXTENSION]: 'The sandbox returns a fixed one.' });
    const one = descriptionIn(await bundleWith('without-sandbox-description', all));
    expect(one).toMatchObject({ description: 'Returns a thing.' });
    expect(one).not.toHaveProperty(EXTENSION);
  });
});
