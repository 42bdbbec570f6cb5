import { describe, expect, it } from 'vitest';
import { files, lint, operation } from './fixture.ts';

describe('path-file-name', () => {
  it('accepts a file named like its path', async () => {
    expect(await lint('path-file-name', files(operation(), '/things/{thingId}/parts'))).toEqual([]);
  });

  it('reports a file with another name', async () => {
    const all = files(operation(), '/things/{thingId}');
    all['openapi.yaml'] = {
      ...(all['openapi.yaml'] as object),
      paths: { '/thing': { $ref: 'paths/things_{thingId}.yaml' } },
    };
    expect(await lint('path-file-name', all)).toEqual(['/thing must be a reference to paths/thing.yaml.']);
  });

  it('reports a path in the root document', async () => {
    const all = files();
    all['openapi.yaml'] = { ...(all['openapi.yaml'] as object), paths: { '/thing': { get: operation() } } };
    expect(await lint('path-file-name', all)).toHaveLength(1);
  });
});
