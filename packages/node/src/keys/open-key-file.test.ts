import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { KeyFileError } from './key-file.ts';
import { generateKeyMaterial, openKeyFile } from './open-key-file.ts';

const NOW = Date.UTC(2026, 0, 1);
const folder = mkdtempSync(join(tmpdir(), 'sca-kit-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('opening the file again returns the same keys', async () => {
  const path = join(folder, 'kept', 'keys.json');
  const [first, second] = [await openKeyFile(path, NOW), await openKeyFile(path, NOW)];
  expect(second.master).toEqual(first.master);
  expect(second.jose.newest('RSA_OAEP_256', NOW)?.keyId).toBe(first.jose.newest('RSA_OAEP_256', NOW)?.keyId);
});

test('opening the file eight times at once returns the same keys each time', async () => {
  const opened = await Promise.all(
    Array.from({ length: 8 }, () => openKeyFile(join(folder, 'race', 'keys.json'), NOW)),
  );
  expect(new Set(opened.map(({ master }) => Buffer.from(master[0]?.secret ?? []).toString('hex'))).size).toBe(1);
});

test.each(['RSA_OAEP_256', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as const)(
  'contains a key for %s',
  async (algorithm) => {
    const { jose } = await openKeyFile(join(folder, 'kept', 'keys.json'), NOW);
    expect(jose.newest(algorithm, NOW)).toMatchObject({ version: 1, algorithm });
  },
);

test('generated keys differ each time', async () => {
  const [first, second] = [await generateKeyMaterial(NOW), await generateKeyMaterial(NOW)];
  expect(first.master).not.toEqual(second.master);
});

describe('an invalid key file is rejected, left unchanged, and not quoted in the error', () => {
  const short = JSON.stringify({ master: [{ keyId: 'k1', secret: 'c2VjcmV0' }], jose: [{}] });
  test.each(['', '{', 'null', '[]', '{}', '{"master":[],"jose":[]}', '{"master":[null],"jose":[{}]}', short])(
    '%j',
    async (text) => {
      const path = join(folder, 'keys.json');
      writeFileSync(path, text);
      const error = await openKeyFile(path, NOW).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(KeyFileError);
      expect((error as KeyFileError).message).not.toContain('c2Vj');
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});

describe('a key file with a damaged "jose" part is rejected with its path and the remedy', () => {
  test.each([
    ['a missing member', { privateKey: undefined }],
    ['a truncated private key', { privateKey: 'MIIEvQIBADAN' }],
    ['a public key of another type', { publicKey: 'AAAA' }],
    ['an unknown algorithm', { algorithm: 'none' }],
    ['an empty key id', { keyId: '' }],
    ['a version that is no integer', { version: 'first' }],
  ])('%s', async (_, change) => {
    const path = join(folder, 'damaged.json');
    const whole = JSON.parse(readFileSync(join(folder, 'kept', 'keys.json'), 'utf8'));
    writeFileSync(path, JSON.stringify({ ...whole, jose: [{ ...whole.jose[0], ...change }, ...whole.jose.slice(1)] }));
    const error = await openKeyFile(path, NOW).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeyFileError);
    expect((error as KeyFileError).message).toMatch(/damaged\.json .* backup/);
    expect((error as KeyFileError).message).not.toContain('MII');
  });
});
