import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, Converter, OptionDefaults, ReflectionKind } from 'typedoc';

// Writes dist/packages/: reference pages of the published packages, from the doc comments in their sources.
const root = fileURLToPath(new URL('../../..', import.meta.url));
const out = join(root, 'apps/docs/dist/packages');

/** The main entry points of the published packages, by package name. */
function entryPoints(): ReadonlyMap<string, string> {
  const entries = globSync('packages/*/package.json', { cwd: root })
    .map((path) => ({ path, manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ path, manifest }): [string, string] => [manifest.name, join(root, dirname(path), manifest.exports['.'])]);
  return new Map(entries.sort());
}

const entries = entryPoints();
const app = await Application.bootstrapWithPlugins({
  name: 'sca-kit packages',
  entryPoints: [...entries.values()],
  tsconfig: join(root, 'apps/docs/scripts/package-reference.tsconfig.json'),
  readme: 'none',
  disableGit: true,
  disableSources: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  // `check` type-checks the packages, with the TypeScript that they are written for.
  skipErrorChecking: true,
  validation: { notExported: false, invalidLink: true, invalidPath: true },
  treatWarningsAsErrors: true,
  // The generated types use two tags of JSDoc that TypeDoc does not know.
  blockTags: [...OptionDefaults.blockTags, '@description'],
  modifierTags: [...OptionDefaults.modifierTags, '@constant'],
  logLevel: 'Warn',
});
// A page for each generated type of an operation would take megabytes, and the API reference documents them.
app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
  const [declaration] = context.getSymbolFromReflection(reflection)?.declarations ?? [];
  const isGenerated = declaration?.getSourceFile().fileName.includes('/generated/');
  if (isGenerated && reflection.parent?.kind === ReflectionKind.Module) context.project.removeReflection(reflection);
});

const project = await app.convert();
if (!project) process.exit(1);
const names = [...entries.keys()];
for (const [index, module] of (project.children ?? []).entries()) module.name = names[index] ?? module.name;
await app.generateDocs(project, out);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);
process.stdout.write('apps/docs/dist/packages/index.html\n');
