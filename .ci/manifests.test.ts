import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Manifest, ROOT, workspacePackages } from './workspace.ts';

// What a registry page shows and an installer checks has to be in every manifest.
const rootManifest = readManifest('package.json');
const packages = workspacePackages().map(({ folder, manifest }) => ({ folder, manifest, name: manifest.name }));
const published = packages.filter(({ manifest }) => !manifest.private);

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'));
}

/** The lowest version that a range of the form `>=20` or `>= 22.13.0` allows; `undefined` for any other form. */
function lowestVersion(range: string | undefined): number | undefined {
  const [, major, minor = '0'] = /^>=\s*(\d+)(?:\.(\d+))?(?:\.\d+)?$/.exec(range ?? '') ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}

test.each([{ name: 'the root', manifest: rootManifest }, ...packages])(
  '$name has a description, a license, keywords, an engine and a module type',
  ({ manifest }) => {
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/^[A-Z].{20,100}[^.]$/),
      license: 'Apache-2.0',
      keywords: expect.arrayContaining([expect.stringMatching(/^[a-z0-9-]+$/)]),
      type: 'module',
    });
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords?.length);
    expect(lowestVersion(manifest.engines?.node)).toBeGreaterThanOrEqual(20_000);
  },
);

test.each(published)('$name publishes dist, a README and typed entry points', ({ folder, manifest }) => {
  expect(manifest.files).toEqual(['dist']);
  expect(existsSync(`${ROOT}${folder}/README.md`)).toBe(true);
  const entries = Object.entries(manifest.publishConfig?.exports ?? manifest.exports ?? {});
  expect(entries.length).toBeGreaterThan(0);
  for (const [path, target] of entries) {
    const isData = /\.(json|yaml)$/.test(path);
    expect(target).toEqual(
      isData
        ? expect.stringMatching(/^\.\/dist\//)
        : {
            types: expect.stringMatching(/^\.\/dist\/.*\.d\.ts$/),
            default: expect.stringMatching(/^\.\/dist\/.*\.js$/),
          },
    );
  }
});

test.each(packages)('$name needs no older Node than its dependencies', ({ folder, manifest }) => {
  const own = lowestVersion(manifest.engines?.node) ?? 0;
  const newer = Object.keys(manifest.dependencies ?? {}).filter((dependency) => {
    const { engines } = readManifest(`${folder}/node_modules/${dependency}/package.json`);
    return (lowestVersion(engines?.node) ?? 0) > own;
  });
  expect(newer).toEqual([]);
});

test('changesets give every published package the same version', () => {
  const { fixed } = JSON.parse(readFileSync(`${ROOT}.changeset/config.json`, 'utf8'));
  expect(fixed.flat().sort()).toEqual(published.map(({ name }) => name).sort());
});

test('pnpm checks engines against the Node that runs the scripts', () => {
  const settings = readFileSync(`${ROOT}pnpm-workspace.yaml`, 'utf8');
  expect(/^nodeVersion: (.*)$/m.exec(settings)?.[1]).toBe(rootManifest.devDependencies?.node);
});
