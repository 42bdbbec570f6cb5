import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type OutputChunk, rolldown } from 'rolldown';
import type { Benchmark, Side } from '../benchmark.ts';
import { oursAtMost } from '../target.ts';

/** The client as a browser loads it. */
export const bundleBenchmark: Benchmark = {
  name: 'bundle',
  summary: 'bundles the client for a browser',
  async open() {
    const chunks = await bundleClient();
    const side = (what: string, size: number): Side => ({ what, run: async () => size });
    return {
      sides: {
        first: side('client for a browser, minified, gzip: what a page loads first', gzipKb(initialChunks(chunks))),
        all: side('the same with what it loads for encrypted bodies', gzipKb(chunks)),
      },
      rows: [
        { ours: 'first', unit: 'KB', target: oursAtMost(16) },
        { ours: 'all', unit: 'KB', target: null },
      ],
      rounds: 1,
      warmUp: false,
    };
  },
};

/** Bundles the client as a page would. */
export async function bundleClient(): Promise<readonly OutputChunk[]> {
  const bundle = await rolldown({
    input: fileURLToPath(import.meta.resolve('@sca-kit/client')),
    platform: 'browser',
    treeshake: true,
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  return output.filter((part) => part.type === 'chunk');
}

/** The entry and what it imports statically. */
export function initialChunks(chunks: readonly OutputChunk[]): readonly OutputChunk[] {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return [...found];
}

/** Kilobytes (1024 bytes) of the chunks, each compressed. */
export const gzipKb = (chunks: readonly OutputChunk[]): number =>
  chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1024;
