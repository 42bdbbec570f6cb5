import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stream } from 'node:stream';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const URL_LINE = /^sca-kit sandbox {2}(http:\S+)$/m;

/** A server in a child process, started as a user starts it. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything that it has written so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Sends a signal and waits for the exit. Returns the exit code, or null if the signal ended the process. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A process that exited before it listened. */
export interface ExitedProcess {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Variables = Readonly<Record<string, string>>;

interface Launched {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  readonly ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Creates an empty folder, which {@link cleanUp} removes. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sca-kit-server-'));
  folders.add(folder);
  return folder;
}

/** Kills the running servers and removes the folders. For `afterAll`. */
export async function cleanUp(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const end = once(child, 'exit');
      child.kill('SIGKILL');
      await end;
    }),
  );
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

function launch(variables: Variables, nodeOptions: readonly string[] = [], stderr: Stream | 'pipe' = 'pipe'): Launched {
  const child = spawn(process.execPath, [...nodeOptions, MAIN], {
    env: { PATH: process.env.PATH ?? '', SCA_PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', stderr],
  });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, output, ended };
}

/**
 * Starts a server on a free port and waits until it prints its URL.
 * @param stderr where the log goes; into `output` by default
 */
export async function startServer(
  variables: Variables,
  nodeOptions?: readonly string[],
  stderr?: Stream,
): Promise<ServerProcess> {
  const { child, output, ended } = launch(variables, nodeOptions, stderr);
  const listening = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const url = URL_LINE.exec(output.stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([
    listening,
    ended.then((code) => Promise.reject(new Error(`The server exited with ${code}:\n${output.stderr}`))),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a server that is expected to exit before it listens. */
export async function runUntilExit(variables: Variables): Promise<ExitedProcess> {
  const { output, ended } = launch(variables);
  return { code: await ended, ...output };
}

/** Runs a server whose stdout nobody reads, until it exits. */
export async function runWithoutReader(variables: Variables): Promise<ExitedProcess> {
  const { child, output, ended } = launch(variables);
  child.stdout?.destroy();
  return { code: await ended, ...output };
}
