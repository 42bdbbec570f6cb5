import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const PACKAGE = '@sca-kit/spec';

/**
 * Tells whether a breaking change is announced: by a changeset with a major bump of the spec, or by a major version that
 * is already raised, as it is between versioning and tagging.
 */
export async function isMajorAnnounced(root: string, taggedVersion: string): Promise<boolean> {
  const { version } = JSON.parse(await readFile(join(root, 'spec/package.json'), 'utf8')) as { version: string };
  return majorOf(version) > majorOf(taggedVersion) || (await hasMajorChangeset(join(root, '.changeset')));
}

const majorOf = (version: string): number => Number(version.split('.')[0]);

async function hasMajorChangeset(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.md') && name !== 'README.md');
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.some((text) => {
    const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
    const bumps: unknown = frontMatter === undefined ? null : parse(frontMatter);
    return typeof bumps === 'object' && bumps !== null && (bumps as Record<string, unknown>)[PACKAGE] === 'major';
  });
}
