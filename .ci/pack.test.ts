import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, workspacePackages } from './workspace.ts';

// What a user of the registry gets: packed packages in a plain project outside of the workspace, each with the
// dependencies that its manifest names and no others.
const published = workspacePackages().filter(({ manifest }) => !manifest.private);
let project = '';

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'packed-'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'plain', private: true, type: 'module' }));
  for (const { folder, manifest } of published)
    install(folder, manifest.name, Object.keys(manifest.dependencies ?? {}));
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Packs a package and installs it into the project. Dependencies from the registry are linked from the workspace. */
function install(folder: string, name: string, dependencies: readonly string[]): void {
  const archives = join(project, 'archives', name);
  const target = join(project, 'node_modules', name);
  for (const path of [archives, target]) mkdirSync(path, { recursive: true });
  execFileSync('pnpm', ['pack', '--pack-destination', archives], {
    cwd: join(ROOT, folder),
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
  const [archive = ''] = readdirSync(archives);
  execFileSync('tar', ['-xzf', join(archives, archive), '--strip-components=1', '-C', target]);
  for (const dependency of dependencies.filter((each) => !each.startsWith('@sca-kit/'))) {
    const link = join(target, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(ROOT, folder, 'node_modules', dependency)), link, 'junction');
  }
}

/** Runs a module in the project. Returns its exit status and output. */
function run(code: string): { readonly status: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, text: `${stdout}${stderr}` };
}

const entries = published.flatMap(({ manifest }) =>
  Object.keys(manifest.publishConfig?.exports ?? manifest.exports ?? {})
    .filter((path) => !path.endsWith('.json') && !path.endsWith('.yaml'))
    .map((path) => ({ specifier: manifest.name + path.slice(1) })),
);

test.each(entries)('$specifier loads and has names', ({ specifier }) => {
  const { status, text } = run(`console.log(Object.keys(await import('${specifier}')).length)`);
  expect({ status, text }).toMatchObject({ status: 0 });
  expect(Number(text)).toBeGreaterThan(0);
});

test('a packed package brings its licence and no source', () => {
  for (const { manifest } of published) {
    const folder = join(project, 'node_modules', manifest.name);
    expect(existsSync(join(folder, 'LICENSE'))).toBe(true);
    expect(existsSync(join(folder, 'src'))).toBe(false);
  }
});

test('the packed jose package encrypts and decrypts', () => {
  const { text } = run(`
    import { generateKeys, KeySet, decryptJwe, encryptJwe } from '@sca-kit/jose';
    const keyId = '0b7c2b0e-6f5c-4a55-9d8e-0d9d6d2f2c11';
    const pair = await generateKeys('RSA_OAEP_256');
    const keys = new KeySet([{ keyId, version: 1, algorithm: 'RSA_OAEP_256', scope: 'PAYLOAD_ENCRYPTION', ...pair }]);
    const { jwe } = await encryptJwe({ message: 'hello' }, { publicKey: pair.publicKey, keyId });
    console.log(JSON.stringify((await decryptJwe(jwe, keys, { now: 0 })).payload));
  `);
  expect(text).toBe('{"message":"hello"}\n');
});

/** The compiler of the workspace, and with `pnpm test:full` those of .ci/full. */
const compilers = [
  'node_modules/.bin/tsc',
  ...(process.env.SCA_TEST_FULL === '1'
    ? globSync('.ci/full/node_modules/typescript-*', { cwd: ROOT }).map((folder) => `${folder}/bin/tsc`)
    : []),
];

test.each(compilers)('the packed types accept right code and reject wrong code, by %s', (compiler) => {
  const compilerOptions = {
    module: 'NodeNext',
    target: 'ES2024',
    lib: ['ES2024', 'DOM'],
    strict: true,
    noEmit: true,
    types: [],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  writeFileSync(
    join(project, 'use.ts'),
    [
      "import { createScaClient } from '@sca-kit/client';",
      "import type { OperationId } from '@sca-kit/api';",
      "import { KeySet } from '@sca-kit/jose';",
      "export const client = createScaClient({ baseUrl: 'http://127.0.0.1:4100', accessToken: 'token' });",
      "export const right: OperationId = 'verifyPin';",
      'export const keys = new KeySet([]);',
      '// @ts-expect-error no such operation',
      "export const wrong: OperationId = 'verifyPim';",
      '// @ts-expect-error a base URL is text',
      'createScaClient({ baseUrl: 4100 });',
    ].join('\n'),
  );
  const { status, stdout } = spawnSync(join(ROOT, compiler), ['-p', project], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
