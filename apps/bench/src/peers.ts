import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../peers/', import.meta.url);

/** Loads a package that is installed for the benchmarks alone. */
export const peers: NodeJS.Require = createRequire(new URL('package.json', FOLDER));

/** The packages and their exact versions. */
export const peerVersions = (): Readonly<Record<string, string>> => manifest('package.json').dependencies ?? {};

function manifest(path: string): {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
} {
  return JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8'));
}

/** Installs the packages unless they are there. */
export function installPeers(note: (line: string) => void): void {
  const isInstalled = ([name, version]: readonly [string, string]): boolean => {
    const path = `node_modules/${name}/package.json`;
    return existsSync(new URL(path, FOLDER)) && manifest(path).version === version;
  };
  if (Object.entries(peerVersions()).every(isInstalled)) return;
  note(`installing ${Object.keys(peerVersions()).join(' and ')} in apps/bench/peers`);
  const { status, stdout, stderr } = spawnSync('pnpm', ['install', '--frozen-lockfile'], {
    cwd: fileURLToPath(FOLDER),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`pnpm install failed in apps/bench/peers:\n${stdout}${stderr}`);
}
