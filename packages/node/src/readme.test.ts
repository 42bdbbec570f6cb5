import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as publicNames from './index.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = await readFile(`${folder}/README.md`, 'utf8');

/** Runs TypeScript as a program of its own, in this package's folder. */
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

test('the example in the README runs as it stands and prints what it says', async () => {
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const promised = /It prints `(.*)`/.exec(readme)?.[1];
  expect((await run(example)).trim()).toBe(promised);
});

test('the README names every public value, and no other', () => {
  const section = readme.slice(readme.indexOf('## Public names'));
  const named = [...section.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(publicNames).sort());
});
