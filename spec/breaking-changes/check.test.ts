import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isMajorAnnounced } from './announced.ts';
import { checkBreakingChanges } from './check.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'repository-'));
  mkdirSync(join(root, 'spec'));
  write('spec/package.json', JSON.stringify({ name: '@sca-kit/spec', version: '1.2.0' }));
  writeSpec(['/a', '/b']);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

function writeSpec(paths: readonly string[]): void {
  const get = { get: { responses: { 200: { description: 'OK.' } } } };
  const document = { openapi: '3.1.1', info: { title: 'T', version: '1' }, paths: {} };
  // A second file, so that reading a tag must read more than the root document.
  write('spec/paths.json', JSON.stringify({ get }));
  const references = Object.fromEntries(paths.map((path) => [path, { $ref: './paths.json#/get' }]));
  write('spec/openapi.yaml', JSON.stringify({ ...document, paths: references }));
}

function git(...args: readonly string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...args], { cwd: root, stdio: 'pipe' });
}

function release(tag: string): void {
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'Release');
  git('tag', tag);
}

const changeset = (bump: string): void =>
  write('.changeset/two-words.md', `---\n"@sca-kit/spec": ${bump}\n---\n\nText.\n`);

test('passes outside of a git repository', async () => {
  expect(await checkBreakingChanges(root)).toMatchObject({
    passed: true,
    text: expect.stringContaining('not a git repository'),
  });
});

test('passes in a repository without a release tag', async () => {
  release('not-a-version');
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: true, text: expect.stringContaining('no tag v*') });
});

test('passes when an operation was added since the release', async () => {
  release('v1.2.0');
  writeSpec(['/a', '/b', '/c']);
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: true, changes: [] });
});

test('fails when an operation was removed, and accepts it with a changeset that raises the major version', async () => {
  release('v1.2.0');
  writeSpec(['/a']);
  const failed = await checkBreakingChanges(root);
  expect(failed).toMatchObject({ passed: false, changes: [{ path: '#/paths/~1b' }] });
  expect(failed.text).toContain('v1.2.0');
  changeset('minor');
  expect(await isMajorAnnounced(root, '1.2.0')).toBe(false);
  changeset('major');
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: true, changes: [{ path: '#/paths/~1b' }] });
});

test('passes when an operation was removed and the major version is raised', async () => {
  release('v1.2.0');
  writeSpec(['/a']);
  write('spec/package.json', JSON.stringify({ name: '@sca-kit/spec', version: '2.0.0' }));
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: true, changes: [{ path: '#/paths/~1b' }] });
});
