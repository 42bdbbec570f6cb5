import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readReadme, testReadme } from '@sca-kit/test-support/test-readme';
import { expect, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import * as publicNames from '../src/index.ts';
import { startInProcess } from './support/in-process-server.ts';

const readme = readReadme(new URL('..', import.meta.url));

it('the shell commands of the README create a user', async () => {
  const { url, stop } = await startInProcess();
  const { stdout } = await promisify(execFile)('sh', ['-c', /```sh\n(.*?)```/s.exec(readme.text)?.[1] ?? ''], {
    env: { PATH: process.env.PATH, SCA_URL: url },
  });
  expect(JSON.parse(stdout)).toMatchObject({ accessToken: expect.any(String), transferId: expect.any(Number) });
  await stop();
});

it('the table of the README lists every variable', () => {
  const table = readme.text.slice(readme.text.indexOf('## Variables'), readme.text.indexOf('## Several'));
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
  const rows = [...readme.text.matchAll(/^\| `(SCA_[A-Z_]+)` +\| `([^`]*)` +\|/gm)];
  expect(rows.length).toBeGreaterThan(8);
  const defaults = Object.fromEntries(rows.map(([, name, value]) => [name, value ?? '']));
  expect(readConfig(defaults)).toEqual(readConfig({}));
});

testReadme(readme, publicNames);
