import { expect, test } from 'vitest';
import { bundleClient, gzipKb, initialChunks } from './bundle.ts';

test('a page loads at most 16 KB of the client, without the cryptography for encrypted bodies', async () => {
  const chunks = await bundleClient();
  const initial = initialChunks(chunks);
  expect(initial.flatMap(({ moduleIds }) => moduleIds.filter((id) => /\/jose@|packages\/jose\//.test(id)))).toEqual([]);
  expect(gzipKb(initial)).toBeLessThanOrEqual(16);
  expect(gzipKb(chunks)).toBeGreaterThan(gzipKb(initial));
});
