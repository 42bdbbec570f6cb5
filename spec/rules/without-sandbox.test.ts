import { describe, expect, it } from 'vitest';
import { bundleWith, files, operation } from './fixture.ts';

describe('without-sandbox', () => {
  it('removes the paths under /sandbox and their tag', async () => {
    const sandbox = files(operation({ tags: ['Sandbox'], operationId: 'getOther' }), '/sandbox/thing');
    const all = { ...sandbox, ...files() };
    const paths = { '/thing': { $ref: 'paths/thing.yaml' }, '/sandbox/thing': { $ref: 'paths/sandbox_thing.yaml' } };
    all['openapi.yaml'] = { ...(all['openapi.yaml'] as object), paths };
    expect(await bundleWith('without-sandbox', all)).toMatchObject({ tags: [{ name: 'Things' }] });
    expect(JSON.stringify(await bundleWith('without-sandbox', all))).not.toMatch(/sandbox/i);
  });

  it('replaces the server', async () => {
    const bundle = await bundleWith('without-sandbox', files());
    expect(bundle).toMatchObject({ servers: [{ description: 'Your server' }] });
  });

  it('removes plain JSON from encrypted bodies', async () => {
    const media = { schema: { type: 'string' }, examples: { one: { value: 'x' } } };
    const both = { 'application/jose+json': media, 'application/json': media };
    const changed = { requestBody: { content: both }, responses: { '200': { description: 'D.', content: both } } };
    const bundle = (await bundleWith('without-sandbox', files(operation(changed), '/thing', 'post'))) as {
      paths: Record<
        string,
        { post: { requestBody: { content: object }; responses: Record<string, { content: object }> } }
      >;
    };
    const { requestBody, responses } = bundle.paths['/thing']?.post ?? {};
    expect(Object.keys(requestBody?.content ?? {})).toEqual(['application/jose+json']);
    expect(Object.keys(responses?.['200']?.content ?? {})).toEqual(['application/jose+json']);
  });
});
