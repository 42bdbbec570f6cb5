import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIGURATION, runRedocly } from './redocly.ts';

/** The last release, or why there is none to compare with. */
export type Baseline = { readonly tag: string } | { readonly none: string };

interface GitResult {
  readonly ok: boolean;
  readonly out: string;
}

function git(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): GitResult {
  const { status, stdout, error } = spawnSync('git', args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { ok: !error && status === 0, out: (stdout ?? '').trim() };
}

/** The nearest tag `v*` on the way back from what is checked out. */
export function findBaseline(root: string): Baseline {
  if (!git(root, ['rev-parse', '--git-dir']).ok) return { none: 'this is not a git repository' };
  const { ok, out } = git(root, ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*']);
  return ok && out !== '' ? { tag: out } : { none: 'no tag v* is in the history' };
}

/** Bundles the description at `entry` into one document. */
export async function bundle(entry: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    await writeFile(join(folder, 'redocly.yaml'), CONFIGURATION);
    await runRedocly(folder, ['bundle', entry, '--config', 'redocly.yaml', '--output', 'bundle.json']);
    return JSON.parse(await readFile(join(folder, 'bundle.json'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The bundle and the version of the spec at a tag. The files are written to a folder of their own; the working tree and
 * the index stay as they are.
 * @throws Error when the tag has no description
 */
export async function readTagged(root: string, tag: string): Promise<{ bundle: unknown; version: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'tagged-spec-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    const read = git(root, ['read-tree', '--prefix=spec/', `${tag}:spec`], env);
    const written = read.ok && git(root, ['checkout-index', '--all', `--prefix=${folder}/`], env).ok;
    if (!written) throw new Error(`The description at ${tag} cannot be read.`);
    const { version } = JSON.parse(await readFile(join(folder, 'spec/package.json'), 'utf8')) as { version: string };
    return { bundle: await bundle(join(folder, 'spec/openapi.yaml')), version };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
