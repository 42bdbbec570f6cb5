import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as publicNames from './index.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = await readFile(`${folder}/README.md`, 'utf8');

/** Runs TypeScript in a child process, in the folder of this package. */
function run(source: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['--input-type=module-typescript', '-'],
      { cwd: folder },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    child.stdin?.end(source);
  });
}

test('the README example runs unchanged and prints the documented output', async () => {
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const documented = /It prints\s+```text\n(.*?)```/s.exec(readme)?.[1];
  expect(await run(example)).toBe(documented);
});

test('the README lists exactly the exported values', () => {
  const section = readme.slice(readme.indexOf('## Public names'));
  const named = [...section.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(publicNames).sort());
});
