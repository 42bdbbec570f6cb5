import { Writable } from 'node:stream';
import type { CommandContext } from '../../src/command-context.ts';
import { runCommand } from '../../src/run-command.ts';
import { testEnvironment } from './environment.ts';

/** The result of a command. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is still running. */
export interface RunningCommand {
  /** The first URL that it printed. */
  readonly url: string;
  /** Resolves when stderr contains the text. */
  printed(text: string): Promise<void>;
  stop(): Promise<Outcome>;
}

/** Runs `sca-kit` to its end, in this process. */
export async function scaKit(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const { context, outcome } = createContext(env);
  await runCommand(args, context);
  return outcome();
}

/** Runs `sca-kit` to its end, and resolves with the exit code that was set when it first wrote to stdout. */
export async function exitCodeAtFirstWrite(args: readonly string[]): Promise<number | undefined> {
  const { context, codeAtFirstWrite } = createContext({});
  await runCommand(args, context);
  return codeAtFirstWrite();
}

/** Starts `sca-kit` in this process and waits until it prints its URL. */
export async function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningCommand> {
  const { context, outcome, stop, printed } = createContext(env);
  const ended = runCommand(args, context);
  const failed = ended.then(() => {
    throw new Error(`sca-kit ended before it listened: ${outcome().stderr}`);
  });
  const url = /http:\/\/[\w.[\]:]+:\d+/;
  await Promise.race([printed(url), failed]);
  failed.catch(() => {});
  return {
    url: url.exec(outcome().stderr)?.[0] ?? '',
    printed,
    async stop() {
      stop();
      await ended;
      return outcome();
    },
  };
}

interface TestContext {
  readonly context: CommandContext;
  readonly outcome: () => Outcome;
  readonly codeAtFirstWrite: () => number | undefined;
  readonly stop: () => void;
  /** Resolves when stderr matches. */
  readonly printed: (pattern: string | RegExp) => Promise<void>;
}

function createContext(env: Readonly<Record<string, string>>): TestContext {
  let code = 0;
  let firstCode: number | undefined;
  const text = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  const stream = (name: 'stdout' | 'stderr'): Writable =>
    new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        if (name === 'stdout') firstCode ??= code;
        text[name] += String(chunk);
        for (const look of watchers) look();
        done();
      },
    });
  const stopped = Promise.withResolvers<void>();
  return {
    context: {
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      env: testEnvironment(env),
      setExitCode(value) {
        code = value;
      },
      untilStopped: () => stopped.promise,
    },
    outcome: () => ({ code, ...text }),
    codeAtFirstWrite: () => firstCode,
    stop: stopped.resolve,
    printed: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (typeof pattern === 'string' ? text.stderr.includes(pattern) : pattern.test(text.stderr)) resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}
