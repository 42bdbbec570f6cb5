import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as validatorNames from './generated/validators.js';
import * as publicNames from './index.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = await readFile(`${folder}/README.md`, 'utf8');

/** Runs TypeScript in a new process, in this package's folder. */
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

test('runs the example of the README and prints the documented output', async () => {
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const documented = /It prints\n\n```text\n(.*?)```/s.exec(readme)?.[1];
  expect(await run(example)).toBe(documented);
});

test('the README lists exactly the exported values', () => {
  const section = readme.slice(readme.indexOf('## Public names'));
  const named = [...section.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(named.sort()).toEqual([...Object.keys(publicNames), ...Object.keys(validatorNames)].sort());
});
