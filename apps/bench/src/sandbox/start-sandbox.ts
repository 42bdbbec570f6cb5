import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deferring } from '../defer.ts';
import { pathOf, type ServerProcess, startProcess } from '../processes.ts';

export const SERVER: string = pathOf('../../server/src/main.ts');

/** The variables of every sandbox: request limits out of the way, everything else as it is by default. */
export const SETTINGS: Readonly<Record<string, string>> = {
  SCA_PORT: '0',
  SCA_LOG_LEVEL: 'warn',
  SCA_REQUESTS_PER_MINUTE: '1000000',
  SCA_VERIFICATION_BURST: '1000000',
};

/** Creates a folder that lasts as long as the benchmark. */
export function temporaryFolder({ defer }: Deferring): string {
  const folder = mkdtempSync(join(tmpdir(), 'sca-kit-bench-'));
  defer(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a sandbox in a process of its own, on a database file in a new folder unless variables say otherwise. */
export function startSandbox(setup: Deferring, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const data = env.SCA_DATA ?? temporaryFolder(setup);
  return startProcess(setup, [SERVER], { ...SETTINGS, SCA_DATA: data, ...env });
}
