import { describe, expect, it } from 'vitest';
import { bundleWith, files, operation } from './fixture.ts';

const body = (...types: readonly string[]) => ({
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])),
});

describe('json-first', () => {
  it.each([
    { written: ['application/jose+json', 'application/json'], bundled: ['application/json', 'application/jose+json'] },
    { written: ['application/json', 'application/jose+json'], bundled: ['application/json', 'application/jose+json'] },
    { written: ['application/jose+json', 'text/plain'], bundled: ['application/jose+json', 'text/plain'] },
  ])('changes the order $written to $bundled', async ({ written, bundled }) => {
    const bundle = await bundleWith('json-first', files(operation({ requestBody: body(...written) })));
    const { paths } = bundle as { paths: Record<string, { get: { requestBody: { content: object } } }> };
    const [item] = Object.values(paths);
    expect(Object.keys(item?.get.requestBody.content ?? {})).toEqual(bundled);
  });
});
