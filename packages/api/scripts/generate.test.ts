import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { valueAt } from '@sca-kit/openapi';
import { afterEach, expect, test } from 'vitest';

const here = fileURLToPath(new URL('..', import.meta.url));
const bundle = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
const copies: string[] = [];

afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
});

/** Copies this package, so that a test can change its OpenAPI document. */
function copied(changeBundle: (text: string) => string = (text) => text): string {
  const copy = mkdtempSync(`${tmpdir()}/generate-`);
  copies.push(copy);
  for (const folder of ['scripts', 'src']) cpSync(`${here}/${folder}`, `${copy}/${folder}`, { recursive: true });
  writeFileSync(`${copy}/package.json`, JSON.stringify({ type: 'module' }));
  const spec = `${copy}/node_modules/@sca-kit/spec`;
  mkdirSync(spec, { recursive: true });
  writeFileSync(`${spec}/package.json`, JSON.stringify({ exports: { './openapi.json': './openapi.json' } }));
  writeFileSync(`${spec}/openapi.json`, changeBundle(readFileSync(bundle, 'utf8')));
  symlinkSync(`${here}/node_modules/@sca-kit/openapi`, `${copy}/node_modules/@sca-kit/openapi`);
  for (const name of readdirSync(`${here}/node_modules`)) {
    if (!name.startsWith('@sca-kit')) symlinkSync(`${here}/node_modules/${name}`, `${copy}/node_modules/${name}`);
  }
  return copy;
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

function generate(copy: string, ...options: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [`${copy}/scripts/generate.ts`, ...options], { cwd: copy }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

test('the check fails and names the file when a generated file was edited or deleted', async () => {
  const copy = copied();
  const edited = `${copy}/src/generated/operations.ts`;
  writeFileSync(edited, readFileSync(edited, 'utf8').replace('"deprecated": true', '"deprecated": false'));
  rmSync(`${copy}/src/generated/validators.d.ts`);
  const { code, output } = await generate(copy, '--check');
  expect(code).toBe(1);
  expect(output).toContain('operations.ts, validators.d.ts');
  expect(output).not.toContain('types.ts');
});

test('the check fails after a change of the OpenAPI document until the files are generated again', async () => {
  const copy = copied((text) => text.replace('"^[0-9]{4}$"', '"^[0-9]{5}$"').replaceAll('"AUTHY"', '"AUTHLY"'));
  const stale = await generate(copy, '--check');
  expect(stale.code).toBe(1);
  expect(stale.output).toContain('types.ts');
  expect(stale.output).toContain('validators.js');
  expect((await generate(copy)).code).toBe(0);
  expect(await generate(copy, '--check')).toMatchObject({ code: 0 });
  expect(readFileSync(`${copy}/src/generated/types.ts`, 'utf8')).toContain('"AUTHLY"');
});

test('the generator names the operation whose error shape is unknown', async () => {
  const { operationsModule } = await import('./operations.ts');
  const { readSpec } = await import('./read-spec.ts');
  const document = structuredClone(readSpec());
  const responses = valueAt(document, '/paths/~1v1~1me/get/responses') as Record<string, unknown>;
  delete responses['406'];
  expect(() => operationsModule(document)).toThrow('getMe documents no JSON body for 406');
});
