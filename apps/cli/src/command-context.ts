import { styleText } from 'node:util';

/** A stream that a command writes to. Colours appear only on a terminal. */
export type OutputStream = NodeJS.WritableStream & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'hasColors'>>;

/** What a command uses of its process. Tests pass streams, variables and a stop signal of their own. */
export interface CommandContext {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Sets the exit code. Commands set it before they write, because a reader may close the pipe early. */
  setExitCode(code: number): void;
  /** Resolves when the command should stop. */
  untilStopped(): Promise<void>;
}

/** The context of this process. */
export const processContext: CommandContext = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  setExitCode(code) {
    process.exitCode = code;
  },
  untilStopped: untilSignal,
};

/** Whether a stream is a terminal that shows colours, and NO_COLOR is not set. */
export const hasColors = (stream: OutputStream): boolean => stream.isTTY === true && (stream.hasColors?.() ?? false);

/** Colours text for a stream, unless the stream is no terminal or NO_COLOR is set. */
export const paint = (style: 'green' | 'red' | 'yellow' | 'bold', text: string, stream: OutputStream): string =>
  styleText(style, text, { stream });

/** Writes to a stream and waits until a slow reader has caught up. */
export async function write(stream: OutputStream, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve));
}

/** Resolves at the first SIGINT or SIGTERM. A second one finds no listener and ends the process at once. */
function untilSignal(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of signals) process.removeListener(signal, stop);
      resolve();
    };
    for (const signal of signals) process.once(signal, stop);
  });
}
