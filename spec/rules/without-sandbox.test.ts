import { describe, expect, it } from 'vitest';
import { bundleWith, files, operation } from './fixture.ts';

describe('without-sandbox', () => {
  it('leaves out the paths under /sandbox and their tag', async () => {
    const sandbox = files(operation({ tags: ['Sandbox'], operationId: 'getOther' }), '/sandbox/thing');
    const all = { ...sandbox, ...files() };
    const paths = { '/thing': { $ref: 'paths/thing.yaml' }, '/sandbox/thing': { $ref: 'paths/sandbox_thing.yaml' } };
    all['openapi.yaml'] = { ...(all['openapi.yaml'] as object), paths };
    expect(await bundleWith('without-sandbox', all)).toMatchObject({ tags: [{ name: 'Things' }] });
    expect(JSON.stringify(await bundleWith('without-sandbox', all))).not.toMatch(/sandbox/i);
  });
});
