import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundles = ['openapi', 'openapi.production'];

rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(`${root}dist`);

// Without API names, Redocly bundles every API of redocly.yaml to its `output`.
const bundled = spawnSync('redocly', ['bundle', '--config', 'redocly.yaml'], {
  cwd: root,
  encoding: 'utf8',
  shell: false,
});
if (bundled.status !== 0) {
  process.stderr.write(bundled.stdout + bundled.stderr + (bundled.error?.message ?? ''));
  process.exit(1);
}
for (const name of bundles) {
  const document: unknown = parse(readFileSync(`${root}dist/${name}.yaml`, 'utf8'));
  writeFileSync(`${root}dist/${name}.json`, `${JSON.stringify(document, null, 2)}\n`);
}
process.stdout.write(`${bundles.map((name) => `spec/dist/${name}.{yaml,json}`).join('\n')}\n`);
