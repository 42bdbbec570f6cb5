import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is read of a package.json here. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly keywords?: readonly string[];
  readonly engines?: { readonly node?: string };
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace; `folder` is relative to the root. */
export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package of the workspace but the root. */
export function workspacePackages(): readonly WorkspacePackage[] {
  return globSync('{spec,{packages,apps}/*}/package.json', { cwd: ROOT })
    .sort()
    .map((path) => ({ folder: dirname(path), manifest: JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8')) }));
}
