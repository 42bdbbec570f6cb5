import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { peerVersions } from '../peers.ts';

/** Describes this machine in a line. */
export function describeMachine(): string {
  const cpu = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  return `${cpu}, ${availableParallelism()} cores, ${memory}, ${platform()} ${release()}`;
}

/** Returns the versions of Node.js and of what is measured against. */
export function versions(): Readonly<Record<string, string>> {
  const require = createRequire(import.meta.url);
  // Packages do not export their manifests, so it is looked up from the entry point.
  const versionOf = (name: string): string => {
    let folder = dirname(require.resolve(name));
    while (!folder.endsWith(join('node_modules', name))) folder = dirname(folder);
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  };
  const names = ['hono', '@hono/node-server'];
  return {
    node: process.versions.node,
    sqlite: process.versions.sqlite ?? '',
    ...Object.fromEntries(names.map((name) => [name, versionOf(name)])),
    '@stoplight/prism-cli': require('@stoplight/prism-cli/package.json').version,
    ...peerVersions(),
  };
}
