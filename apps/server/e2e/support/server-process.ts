import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const URL_LINE = /^sca-kit sandbox {2}(http:\S+)$/m;

/** A server in a process of its own, as a person starts it. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process until it listened. */
  readonly startedIn: number;
  /** What it has written so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Sends the signal, waits for the end and answers the exit code; null when the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** The end of a process that did not get to listen. */
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

/** An empty folder, removed by {@link cleanUp}. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sca-kit-server-'));
  folders.add(folder);
  return folder;
}

/** Ends what is still running and removes the folders. For `afterAll`. */
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

function launch(variables: Variables): Launched {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', SCA_PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
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

/** Starts a server on a free port and waits until it says where it is. */
export async function startServer(variables: Variables): Promise<ServerProcess> {
  const began = performance.now();
  const { child, output, ended } = launch(variables);
  const listening = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const url = URL_LINE.exec(output.stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([
    listening,
    ended.then((code) => Promise.reject(new Error(`The server ended with ${code}:\n${output.stderr}`))),
  ]);
  const startedIn = performance.now() - began;
  return {
    url,
    pid: child.pid ?? 0,
    startedIn,
    output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts a server that is expected not to get to listen. */
export async function runUntilExit(variables: Variables): Promise<ExitedProcess> {
  const { output, ended } = launch(variables);
  return { code: await ended, ...output };
}
