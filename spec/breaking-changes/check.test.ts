import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkBreakingChanges } from './check.ts';

vi.setConfig({ testTimeout: 30_000 });

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'repository-'));
  mkdirSync(join(root, 'spec'));
  write('spec/package.json', JSON.stringify({ name: '@sca-kit/spec', version: '1.2.0' }));
  describeApi(['/a', '/b']);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

function describeApi(paths: readonly string[]): void {
  const get = { get: { responses: { 200: { description: 'Fine.' } } } };
  const document = { openapi: '3.1.1', info: { title: 'T', version: '1' }, paths: {} };
  // A file of its own, so that reading a tag has to bring more than the root.
  write('spec/paths.json', JSON.stringify({ get }));
  const references = Object.fromEntries(paths.map((path) => [path, { $ref: './paths.json#/get' }]));
  write('spec/openapi.yaml', JSON.stringify({ ...document, paths: references }));
}

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: root, stdio: 'pipe' });
}

function release(tag: string): void {
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'Release');
  git('tag', tag);
}

const changeset = (bump: string): void =>
  write('.changeset/two-words.md', `---\n"@sca-kit/spec": ${bump}\n---\n\nText.\n`);

test('a tree that is no repository has nothing to compare with', async () => {
  expect(await checkBreakingChanges(root)).toMatchObject({
    passed: true,
    text: expect.stringContaining('git repository'),
  });
});

test('a repository without a release has nothing to compare with', async () => {
  release('not-a-version');
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: true, text: expect.stringContaining('no tag v*') });
});

test('an operation more since the release is in order', async () => {
  release('v1.2.0');
  describeApi(['/a', '/b', '/c']);
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: true, changes: [] });
});

test('an operation less fails and is named, unless a changeset raises the major version', async () => {
  release('v1.2.0');
  describeApi(['/a']);
  const alone = await checkBreakingChanges(root);
  expect(alone).toMatchObject({ passed: false, changes: [{ path: '#/paths/~1b' }] });
  expect(alone.text).toContain('v1.2.0');
  changeset('minor');
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: false });
  changeset('major');
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: true, changes: [{ path: '#/paths/~1b' }] });
});

test('an operation less is in order once the major version went up', async () => {
  release('v1.2.0');
  describeApi(['/a']);
  write('spec/package.json', JSON.stringify({ name: '@sca-kit/spec', version: '2.0.0' }));
  expect(await checkBreakingChanges(root)).toMatchObject({ passed: true, changes: [{ path: '#/paths/~1b' }] });
});
