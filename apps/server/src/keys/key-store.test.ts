import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { openKeyStore } from './key-store.ts';

const NOW = Date.UTC(2026, 0, 1);
const folder = mkdtempSync(join(tmpdir(), 'sca-kit-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the second start finds the keys of the first', async () => {
  const data = join(folder, 'kept');
  const [first, second] = [await openKeyStore(data, NOW), await openKeyStore(data, NOW)];
  expect(second.master).toEqual(first.master);
  expect(second.jose.newest('RSA_OAEP_256', NOW)?.keyId).toBe(first.jose.newest('RSA_OAEP_256', NOW)?.keyId);
});

test('many that start at once all get the keys of one', async () => {
  const stores = await Promise.all(Array.from({ length: 8 }, () => openKeyStore(join(folder, 'race'), NOW)));
  expect(new Set(stores.map(({ master }) => Buffer.from(master[0]?.secret ?? []).toString('hex'))).size).toBe(1);
});

test.each(['RSA_OAEP_256', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as const)(
  'there is a key for %s',
  async (algorithm) => {
    const { jose } = await openKeyStore(join(folder, 'kept'), NOW);
    expect(jose.newest(algorithm, NOW)).toMatchObject({ version: 1, algorithm });
  },
);

test('in memory every start has keys of its own', async () => {
  const [first, second] = [await openKeyStore(':memory:', NOW), await openKeyStore(':memory:', NOW)];
  expect(first.master).not.toEqual(second.master);
});

describe('a file that is no key file is refused, not replaced, and not repeated', () => {
  const short = JSON.stringify({ master: [{ keyId: 'k1', secret: 'c2VjcmV0' }], jose: [{}] });
  test.each(['', '{', 'null', '[]', '{}', '{"master":[],"jose":[]}', '{"master":[null],"jose":[{}]}', short])(
    '%j',
    async (text) => {
      const path = join(folder, 'keys.json');
      writeFileSync(path, text);
      const error = await openKeyStore(folder, NOW).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StartError);
      expect((error as StartError).message).not.toContain('c2Vj');
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});
