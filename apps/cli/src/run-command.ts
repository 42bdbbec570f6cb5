import { CommanderError } from 'commander';
import { EXIT } from './exit.ts';
import { createProgram } from './program.ts';

/** Runs the command that the arguments ask for, and sets the exit code of the process. */
export async function runCommand(args: readonly string[]): Promise<void> {
  // A reader that has seen enough, such as `head`, is no fault; nor does it make good what was found.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.fine);
    throw error;
  });
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function explain(error: unknown): number {
  // Help and version come this way too, and commander has said what there is to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.couldNotRun;
  const text =
    error instanceof Error ? (KNOWN.has(error.name) ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`error: ${text}\n`);
  return EXIT.couldNotRun;
}

/** Errors whose message is a sentence for a person. By name, because their modules are loaded only where they are used. */
const KNOWN: ReadonlySet<string> = new Set([
  'CannotRunError',
  'StartError',
  'ConfigError',
  'ListenError',
  'DocumentError',
]);
