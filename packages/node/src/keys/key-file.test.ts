import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createKeyFile, KeyFileError, readKeyFile } from './key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sca-kit-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isAny = (_: unknown): _ is unknown => true;

test('creating the file a second time changes nothing', () => {
  const path = join(folder, 'twice', 'keys.json');
  expect(createKeyFile(path, { made: 'first' })).toBe(true);
  expect(createKeyFile(path, { made: 'second' })).toBe(false);
  expect(readKeyFile(path, isAny)).toEqual({ made: 'first' });
  expect(readdirSync(join(folder, 'twice'))).toEqual(['keys.json']);
});

test('the file is readable by its owner only', () => {
  const path = join(folder, 'mode', 'keys.json');
  createKeyFile(path, {});
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'mode')).mode & 0o777).toBe(0o700);
});

test('reading a missing file returns undefined', () => {
  expect(readKeyFile(join(folder, 'nothing.json'), isAny)).toBeUndefined();
});

test('invalid content is rejected and left unchanged', () => {
  const path = join(folder, 'unsound.json');
  createKeyFile(path, { secret: 'of the keys' });
  const isNever = (_: unknown): _ is never => false;
  expect(() => readKeyFile(path, isNever)).toThrow(KeyFileError);
  expect(() => readKeyFile(path, isNever)).not.toThrow('of the keys');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ secret: 'of the keys' });
});
