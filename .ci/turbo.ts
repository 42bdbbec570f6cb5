import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { ROOT } from './workspace.ts';

const options = {
  cwd: ROOT,
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    // No tool reports usage.
    DO_NOT_TRACK: '1',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    REDOCLY_TELEMETRY: 'off',
    SCARF_ANALYTICS: 'false',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    // Turbo would replace the prefixes of lines by groups.
    GITHUB_ACTIONS: '',
  },
};

const concurrency = `--concurrency=${Math.max(2, availableParallelism())}`;

/** Runs tasks of the workspace through turbo, and returns its exit code. */
export function turbo(args: readonly string[]): number {
  const { status, error } = spawnSync('turbo', ['run', ...args, concurrency], { ...options, stdio: 'inherit' });
  if (error) throw error;
  return status ?? 1;
}

/** Starts tasks of the workspace through turbo, with its output as pipes. */
export const startTurbo = (args: readonly string[]): ChildProcess =>
  spawn('turbo', ['run', ...args, concurrency], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });

/** A task of a plan, as `turbo run --dry=json` prints it. */
export interface PlannedTask {
  readonly taskId: string;
  readonly task: string;
  readonly package: string;
  readonly command: string;
  /** The folder of the package, relative to the root. */
  readonly directory: string;
  readonly dependencies: readonly string[];
}

/** Returns the tasks that turbo would run, without those that a package does not have. */
export function planTasks(args: readonly string[]): readonly PlannedTask[] {
  const { status, stdout, stderr } = spawnSync('turbo', ['run', ...args, '--dry=json'], {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`turbo cannot plan the tasks: ${stderr}`);
  const { tasks } = JSON.parse(stdout) as { readonly tasks: readonly PlannedTask[] };
  return tasks.filter(({ command }) => command !== '<NONEXISTENT>');
}
