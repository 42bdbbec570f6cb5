import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, workspacePackages } from './workspace.ts';

// The import rules on a copy of the workspace that has manifests but no code, so that each case adds one wrong import.
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'boundaries-'));
  const files = ['.gitignore', 'biome.json', 'package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'turbo.json'];
  for (const { folder } of workspacePackages()) {
    mkdirSync(join(copy, folder, 'src'), { recursive: true });
    files.push(`${folder}/package.json`, `${folder}/turbo.json`);
  }
  for (const file of files) cpSync(join(ROOT, file), join(copy, file));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // turbo looks at files of a repository; an empty one will do.
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(command: string, args: readonly string[]): { readonly status: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    shell: process.platform === 'win32',
  });
  // Long messages are broken into lines with a bar at the side.
  return { status, text: `${stdout}${stderr}`.replaceAll(/\s+(\|\s+)?/g, ' ') };
}

/** Runs `look` with one more file in the copy. */
function withFile(path: string, text: string, look: () => void): void {
  const whole = join(copy, path);
  writeFileSync(whole, text);
  try {
    look();
  } finally {
    rmSync(whole);
  }
}

test('every package has one tag, and the rules know it', () => {
  const rules = JSON.parse(readFileSync(`${ROOT}turbo.json`, 'utf8')).boundaries.tags;
  const tags = workspacePackages().map(
    ({ folder }) => JSON.parse(readFileSync(`${ROOT}${folder}/turbo.json`, 'utf8')).tags,
  );
  expect(tags.map((tag) => tag.length)).toEqual(tags.map(() => 1));
  expect(tags.flat().sort()).toEqual(Object.keys(rules).sort());
});

test('the manifests keep the rules', () => {
  expect(run('turbo', ['boundaries'])).toMatchObject({ status: 0 });
});

test.each([
  { by: 'packages/contract', imports: '@sca-kit/engine', says: 'cannot import package `@sca-kit/engine`' },
  { by: 'packages/engine', imports: '@sca-kit/store', says: 'cannot import package `@sca-kit/store`' },
  { by: 'packages/hono', imports: '@sca-kit/server', says: 'cannot import package `@sca-kit/server`' },
  { by: 'packages/jose', imports: '../../engine/src/index.ts', says: 'leaves the package' },
])('$by must not import $imports', ({ by, imports, says }) => {
  withFile(`${by}/src/wrong.ts`, `export * from '${imports}';\n`, () => {
    const { status, text } = run('turbo', ['boundaries']);
    expect(status).toBe(1);
    expect(text).toContain(says);
  });
});

test.each([
  { of: 'packages/engine', dependency: '@sca-kit/store' },
  { of: 'packages/contract', dependency: '@sca-kit/server' },
  { of: 'packages/client', dependency: '@sca-kit/hono' },
  { of: 'packages/openapi', dependency: '@sca-kit/jose' },
])('$of must not even depend on $dependency', ({ of, dependency }) => {
  const path = `${of}/package.json`;
  const before = readFileSync(join(copy, path), 'utf8');
  const manifest = JSON.parse(before);
  const dependencies = { ...manifest.dependencies, [dependency]: 'workspace:*' };
  writeFileSync(join(copy, path), JSON.stringify({ ...manifest, dependencies }));
  try {
    const { status, text } = run('turbo', ['boundaries']);
    expect(status).toBe(1);
    expect(text).toContain(
      `Package \`${dependency}\` found without any tag listed in allowlist for \`${manifest.name}\``,
    );
  } finally {
    writeFileSync(join(copy, path), before);
  }
});

test.each(['packages/api', 'packages/client', 'packages/jose', 'packages/openapi'])(
  '%s must not import a module of Node',
  (folder) => {
    const path = `${folder}/src/wrong.ts`;
    withFile(path, "import { readFileSync } from 'node:fs';\n\nreadFileSync('x');\n", () => {
      const { status, text } = run('biome', ['lint', '--colors=off', path]);
      expect(text).toContain('lint/correctness/noNodejsModules');
      expect(status).toBe(1);
    });
  },
);

test('an import circle is an error, also between types', () => {
  const [one, other] = ['packages/jose/src/one.ts', 'packages/jose/src/other.ts'];
  writeFileSync(join(copy, one), "import type { Other } from './other.ts';\n\nexport type One = Other | 1;\n");
  withFile(other, "import type { One } from './one.ts';\n\nexport type Other = One[];\n", () => {
    const { status, text } = run('biome', ['lint', '--colors=off', one]);
    expect(text).toContain('lint/suspicious/noImportCycles');
    expect(status).toBe(1);
  });
  rmSync(join(copy, one));
});
