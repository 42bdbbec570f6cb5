import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { testEnvironment } from './environment.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** A process that is still running. */
export interface RunningProcess {
  /** The first URL that it printed. */
  readonly url: string;
  /** The output so far. */
  stdout(): string;
  /** Closes the pipe of stdout, as `head` does, and resolves with the exit code. */
  closePipe(): Promise<number | null>;
  stop(signal?: NodeJS.Signals): Promise<ProcessOutcome>;
}

/** The result of a process. */
export interface ProcessOutcome {
  /** Null when a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

function start(file: string, args: readonly string[], extra: Readonly<Record<string, string>>): Child {
  return spawn(process.execPath, [file, ...args], { env: testEnvironment(extra), stdio: ['ignore', 'pipe', 'pipe'] });
}

function collectOutput(child: Child): { readonly out: () => string; readonly err: () => string } {
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { out: () => out, err: () => err };
}

/** Runs `sca-kit` to its end, in a process. */
export const spawnScaKit = (args: readonly string[]): Promise<ProcessOutcome> => runNode(main, args);

/** Runs a script with this Node to its end. */
export async function runNode(
  file: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): Promise<ProcessOutcome> {
  const child = start(file, args, extra);
  const output = collectOutput(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: output.out(), stderr: output.err() };
}

/** Starts `sca-kit` in a process and waits until it prints its URL. */
export function startScaKit(
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> {
  return startNode(main, args, extra);
}

/** Starts a script with this Node and waits until it prints its URL. */
export async function startNode(
  file: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
  listening: RegExp = /http:\/\/[\w.[\]:]+:\d+/,
): Promise<RunningProcess> {
  const child = start(file, args, extra);
  const output = collectOutput(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const found = (): string | undefined => listening.exec(output.out() + output.err())?.[0];
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (found() !== undefined) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
    void closed.then(
      () => reject(new Error(`${file} ended before it listened: ${output.err() || output.out()}`)),
      reject,
    );
  });
  return {
    url: /http:\S+/.exec(found() ?? '')?.[0] ?? '',
    stdout: output.out,
    async closePipe() {
      child.stdout.destroy();
      return (await closed)[0];
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await closed;
      return { code, stdout: output.out(), stderr: output.err() };
    },
  };
}
