import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The README of a package, with its first TypeScript example. */
export interface Readme {
  readonly text: string;
  readonly example: string;
  /** What the README says that the example prints: `It prints` with a code span or a code block. */
  readonly output: string;
  /** Runs the example in a new process, in the folder of the package, and returns what it prints. */
  run(env?: Readonly<Record<string, string>>): Promise<string>;
}

/** @param folder the folder of the package */
export function readReadme(folder: URL): Readme {
  const cwd = fileURLToPath(folder);
  const text = readFileSync(new URL('README.md', folder), 'utf8');
  const example = /```ts\n(.*?)```/s.exec(text)?.[1] ?? '';
  const [, span, block] = /It prints(?: `(.*?)`|\s+```text\n(.*?)```)/s.exec(text) ?? [];
  return {
    text,
    example,
    output: (span ?? block ?? 'The README says what its example prints.').trim(),
    run: (env = {}) =>
      new Promise((resolve, reject) => {
        const options = { cwd, env: { ...process.env, ...env } };
        const child = execFile(process.execPath, ['--input-type=module-typescript', '-'], options, (error, stdout) =>
          error ? reject(error) : resolve(stdout.trim()),
        );
        child.stdin?.end(example);
      }),
  };
}

/** Tests that the example prints what the README says, and that "Public names" lists exactly the exported values. */
export function testReadme(readme: Readme, publicNames: object): void {
  test('runs the example of the README and prints the documented output', async () => {
    expect(await readme.run()).toBe(readme.output);
  });

  test('the README lists exactly the exported values', () => {
    const section = readme.text.slice(readme.text.indexOf('## Public names'));
    // In a table with a signature in each row, the names are in the first column.
    const signatures = [...section.matchAll(/^\| `(\w+)[`(]/gm)];
    const named = signatures.length > 0 ? signatures : [...section.matchAll(/`(\w+)`/g)];
    expect(named.map(([, name]) => name).sort()).toEqual(Object.keys(publicNames).sort());
  });
}
