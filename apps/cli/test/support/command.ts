import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** What a command did. */
export interface Outcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is still running. */
export interface Running {
  /** The first URL that it printed. */
  readonly url: string;
  /** What it printed so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves once stderr holds the text. */
  said(text: string): Promise<void>;
  /** Reads no more, as `head` does when it has seen enough; gives the exit code once the command has noticed. */
  leave(): Promise<number | null>;
  stop(signal?: NodeJS.Signals): Promise<Outcome>;
}

/** The environment of a command: that of the tests, without settings that they did not ask for. */
function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(SCA_|GITHUB_|FORCE_COLOR|NO_COLOR)/.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

function start(file: string, args: readonly string[], extra: Readonly<Record<string, string>>): Child {
  return spawn(process.execPath, [file, ...args], { env: environment(extra), stdio: ['ignore', 'pipe', 'pipe'] });
}

function listen(child: Child): { readonly out: () => string; readonly err: () => string } {
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { out: () => out, err: () => err };
}

/** Runs `sca-kit` to its end. */
export async function scaKit(args: readonly string[], extra: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return runNode(main, args, extra);
}

/** Runs `sca-kit` to its end for a reader that went away, as `head` does; gives the exit code. */
export async function scaKitUnread(args: readonly string[]): Promise<number | null> {
  const child = start(main, args, {});
  child.stderr.resume();
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

/** Runs a script on this Node to its end. */
export async function runNode(
  file: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const child = start(file, args, extra);
  const heard = listen(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: heard.out(), stderr: heard.err() };
}

/** Starts `sca-kit` and waits until it prints where it listens. */
export function startScaKit(args: readonly string[], extra: Readonly<Record<string, string>> = {}): Promise<Running> {
  return startNode(main, args, extra);
}

/** Starts a script on this Node and waits until it prints where it listens. */
export async function startNode(
  file: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
  listening: RegExp = /http:\/\/[\w.[\]:]+:\d+/,
): Promise<Running> {
  const child = start(file, args, extra);
  const heard = listen(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const until = (seen: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!seen()) return;
        for (const stream of [child.stdout, child.stderr]) stream.off('data', look);
        resolve();
      };
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      look();
      const early = (): void => reject(new Error(`${file} ended too early: ${heard.err() || heard.out()}`));
      void closed.then(early, reject);
    });
  const found = (): string | undefined => listening.exec(heard.out() + heard.err())?.[0];
  await until(() => found() !== undefined);
  return {
    url: /http:\S+/.exec(found() ?? '')?.[0] ?? '',
    stdout: heard.out,
    stderr: heard.err,
    said: (text) => until(() => heard.err().includes(text)),
    async leave() {
      child.stdout.destroy();
      return (await closed)[0];
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await closed;
      return { code, stdout: heard.out(), stderr: heard.err() };
    },
  };
}
