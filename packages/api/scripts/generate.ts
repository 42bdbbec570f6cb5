// Writes `src/generated` from the bundled OpenAPI document. With `--check` it compares instead, and fails on a difference.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { operationsModule } from './operations.ts';
import { readSpec } from './read-spec.ts';
import { typesModule } from './types.ts';
import { validatorsDeclaration, validatorsModule } from './validators.ts';

const banner = '// Generated from the OpenAPI document by `pnpm generate`. Do not edit.\n';
const folder = fileURLToPath(new URL('../src/generated/', import.meta.url));
const document = readSpec();

const outputs: Readonly<Record<string, string>> = {
  'types.ts': await typesModule(document),
  'operations.ts': operationsModule(document),
  'validators.js': await validatorsModule(document),
  'validators.d.ts': validatorsDeclaration(document),
};

const check = process.argv.includes('--check');
const stale: string[] = [];
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(outputs)) {
  const wanted = banner + text;
  if (check) {
    if (current(folder + name) !== wanted) stale.push(name);
  } else {
    writeFileSync(folder + name, wanted);
  }
}

if (stale.length > 0) {
  process.stderr.write(
    `These files differ from what the OpenAPI document generates: ${stale.join(', ')}.\nRun \`pnpm generate\` and commit the result.\n`,
  );
  process.exit(1);
}
process.stdout.write(check ? 'The generated files are up to date.\n' : `Wrote ${Object.keys(outputs).join(', ')}.\n`);

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
