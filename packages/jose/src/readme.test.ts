import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readReadme, testReadme } from '@sca-kit/test-support/test-readme';
import { expect, test } from 'vitest';
import * as publicNames from './index.ts';

testReadme(readReadme(new URL('..', import.meta.url)), publicNames);

test('no source file imports a node: module', async () => {
  for await (const file of glob(fileURLToPath(new URL('**/*.ts', import.meta.url)))) {
    if (file.endsWith('.test.ts')) continue;
    const imports = [...(await readFile(file, 'utf8')).matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(imports.filter((from) => from !== 'jose' && !from?.startsWith('.'))).toEqual([]);
  }
});
