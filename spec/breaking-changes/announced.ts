import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const PACKAGE = '@sca-kit/spec';

/**
 * Whether a breaking change is announced: by a changeset that raises the spec by a major version, or by a version whose
 * first number went up already, as it does between versioning and tagging.
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
    const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
    const bumps: unknown = head === undefined ? null : parse(head);
    return typeof bumps === 'object' && bumps !== null && (bumps as Record<string, unknown>)[PACKAGE] === 'major';
  });
}
