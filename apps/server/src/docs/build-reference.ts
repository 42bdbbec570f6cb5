import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../../../', import.meta.url);
const RUN_TASKS = fileURLToPath(new URL('.ci/run-tasks.ts', ROOT));

/** Where the build of the documentation writes the reference. */
export const REFERENCE: URL = new URL('apps/docs/dist/index.html', ROOT);

/**
 * Builds the reference in a child process, which takes some seconds. Works only in a clone of the repository.
 * @param signal aborts the build
 */
export function referenceBuild(signal: AbortSignal): (() => Promise<void>) | undefined {
  if (!existsSync(RUN_TASKS)) return undefined;
  return async () => {
    const build = spawn(process.execPath, [RUN_TASKS, 'build:api-reference', '--filter=@sca-kit/docs'], {
      stdio: 'ignore',
      signal,
    });
    const [code] = await once(build, 'exit');
    if (code !== 0) throw new Error(`The reference could not be built: exit code ${code}`);
  };
}
