import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { ROOT } from './workspace.ts';

/** Runs tasks through turbo, in the whole workspace, and answers its exit code. No tool of ours reports home. */
export function turbo(args: readonly string[]): number {
  const { status, error } = spawnSync(
    'turbo',
    ['run', ...args, `--concurrency=${Math.max(2, availableParallelism())}`],
    {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        DO_NOT_TRACK: '1',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        REDOCLY_TELEMETRY: 'off',
        SCARF_ANALYTICS: 'false',
        TURBO_NO_UPDATE_NOTIFIER: '1',
        TURBO_TELEMETRY_DISABLED: '1',
      },
    },
  );
  if (error) throw error;
  return status ?? 1;
}
