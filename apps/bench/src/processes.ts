import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Deferring } from './defer.ts';
import { InvalidRun } from './invalid-run.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A program in a process of its own that answers one message at a time. */
export interface Worker<Message, Reply> {
  /** @throws InvalidRun when the program fails */
  request(message: Message): Promise<Reply>;
  stop(): void;
}

/** The path of a file of this package, relative to `src`. */
export const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * Starts a program that prints its URL when it listens. It is stopped at the end of the benchmark, if not before.
 * @throws InvalidRun with its output when it ends before
 */
export async function startProcess(
  { defer }: Deferring,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  defer(stop);
  return { url: await listeningAt(child), pid: child.pid ?? 0, stop };
}

function listeningAt(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    // Both streams are read to the end: a full pipe would stop the server.
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-10_000);
        const found = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(output)?.[0];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => reject(new InvalidRun(`a server exited with ${code}: ${output.trim()}`)));
  });
}

/** Starts a program that calls {@link answer}. */
export function startWorker<Message extends object, Reply>(
  program: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Worker<Message, Reply> {
  const child = fork(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(() => Promise.reject(new InvalidRun(`${program} ended.`)));
  ended.catch(() => {});
  return {
    async request(message) {
      child.send(message);
      const [reply] = (await Promise.race([once(child, 'message'), ended])) as [{ error: string } | { value: Reply }];
      if ('error' in reply) throw new InvalidRun(reply.error);
      return reply.value;
    },
    stop: () => void child.kill(),
  };
}

/** Answers the messages of the process that started this one. */
export function answer<Message>(reply: (message: Message) => Promise<unknown>): void {
  process.on('message', (message: Message) => {
    reply(message).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
