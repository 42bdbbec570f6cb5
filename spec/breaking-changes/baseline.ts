import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle as bundleDocument, createConfig } from '@redocly/openapi-core';

/** The tag of the last release, or the reason why there is none. */
export type Baseline = { readonly tag: string } | { readonly none: string };

interface GitResult {
  readonly ok: boolean;
  readonly out: string;
}

function git(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): GitResult {
  const { status, stdout, error } = spawnSync('git', args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { ok: !error && status === 0, out: (stdout ?? '').trim() };
}

/** Finds the nearest tag `v*` among the ancestors of the checked-out commit. */
export function findBaseline(root: string): Baseline {
  if (!git(root, ['rev-parse', '--git-dir']).ok) return { none: 'this is not a git repository' };
  const { ok, out } = git(root, ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*']);
  return ok && out !== '' ? { tag: out } : { none: 'the history has no tag v*' };
}

/**
 * Bundles the OpenAPI document at `entry`, a path, into one document. Uses no rules or plugins of the project.
 *
 * @throws {Error} when a reference cannot be resolved
 */
export async function bundle(entry: string): Promise<unknown> {
  const { bundle: result, problems } = await bundleDocument({ ref: entry, config: await createConfig({}) });
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (problem) throw new Error(`${entry} cannot be bundled: ${problem.message}`);
  return result.parsed;
}

/**
 * Reads the bundle and the version of the spec at a tag. Writes the files to a temporary folder; the working tree and the
 * index do not change.
 *
 * @throws {Error} when the spec at the tag cannot be read
 */
export async function readTagged(root: string, tag: string): Promise<{ bundle: unknown; version: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'tagged-spec-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    const read = git(root, ['read-tree', '--prefix=spec/', `${tag}:spec`], env);
    const written = read.ok && git(root, ['checkout-index', '--all', `--prefix=${folder}/`], env).ok;
    if (!written) throw new Error(`The spec at the tag ${tag} cannot be read.`);
    const { version } = JSON.parse(await readFile(join(folder, 'spec/package.json'), 'utf8')) as { version: string };
    return { bundle: await bundle(join(folder, 'spec/openapi.yaml')), version };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
