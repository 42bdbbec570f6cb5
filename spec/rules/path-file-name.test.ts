import { describe, expect, it } from 'vitest';
import { files, lint, operation } from './fixture.ts';

describe('path-file-name', () => {
  it('accepts a file spelled like its path', async () => {
    expect(await lint('path-file-name', files(operation(), '/things/{thingId}/parts'))).toEqual([]);
  });

  it('refuses a file with another name', async () => {
    const all = files(operation(), '/things/{thingId}');
    all['openapi.yaml'] = {
      ...(all['openapi.yaml'] as object),
      paths: { '/thing': { $ref: 'paths/things_{thingId}.yaml' } },
    };
    expect(await lint('path-file-name', all)).toEqual(['/thing has to be a reference to paths/thing.yaml.']);
  });

  it('refuses a path written in the root', async () => {
    const all = files();
    all['openapi.yaml'] = { ...(all['openapi.yaml'] as object), paths: { '/thing': { get: operation() } } };
    expect(await lint('path-file-name', all)).toHaveLength(1);
  });
});
