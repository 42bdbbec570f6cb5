import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import * as publicNames from '../src/index.ts';
import { startInProcess } from './support/in-process-server.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = await readFile(`${folder}/README.md`, 'utf8');
const snippet = (language: string): string => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? '';

it('the shell commands of the README create a user', async () => {
  const { url, stop } = await startInProcess();
  const { stdout } = await promisify(execFile)('sh', ['-c', snippet('sh')], {
    env: { PATH: process.env.PATH, SCA_URL: url },
  });
  expect(JSON.parse(stdout)).toMatchObject({ accessToken: expect.any(String), transferId: expect.any(Number) });
  await stop();
});

it('the example of the README runs and prints what the README says', async () => {
  const printed = await new Promise<string>((resolve, reject) => {
    const flags = ['--input-type=module-typescript', '-'];
    const child = execFile(process.execPath, flags, { cwd: folder }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    child.stdin?.end(snippet('ts'));
  });
  expect(printed.trim()).toBe(/It prints `(.*)`/.exec(readme)?.[1]);
});

it('the table of the README lists every variable', () => {
  const table = readme.slice(readme.indexOf('## Variables'), readme.indexOf('## Several'));
  const documented = new Set(table.match(/SCA_[A-Z_]*[A-Z]/g));
  // The error for an unknown variable lists the known ones.
  let known: readonly string[] = [];
  try {
    readConfig({ SCA_NOTHING: 'x' });
  } catch (error) {
    known = (error as Error).message.split('Its variables are ')[1]?.match(/SCA_\w+/g) ?? [];
  }
  expect([...documented].sort()).toEqual([...known].sort());
});

it('the table of the README has the defaults of the server', () => {
  const rows = [...readme.matchAll(/^\| `(SCA_[A-Z_]+)` +\| `([^`]*)` +\|/gm)];
  expect(rows.length).toBeGreaterThan(8);
  const defaults = Object.fromEntries(rows.map(([, name, value]) => [name, value ?? '']));
  expect(readConfig(defaults)).toEqual(readConfig({}));
});

it('the README names every public value and no other', () => {
  const section = readme.slice(readme.indexOf('## Public names'));
  const named = [...section.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(publicNames).sort());
});
