import { CommanderError } from 'commander';
import type { CommandContext } from './command-context.ts';
import { EXIT } from './exit.ts';
import { createProgram } from './program.ts';

/**
 * Runs a command to its end and sets the exit code. Errors become one message on stderr.
 *
 * @param args the arguments after `sca-kit`
 */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<void> {
  try {
    await createProgram(context).parseAsync(args, { from: 'user' });
  } catch (error) {
    context.setExitCode(report(error, context));
  }
}

function report(error: unknown, { stderr }: CommandContext): number {
  // Commander throws for --help and --version too, and has already written the message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.couldNotRun;
  const text =
    error instanceof Error
      ? USER_ERRORS.has(error.name)
        ? error.message
        : (error.stack ?? error.message)
      : String(error);
  stderr.write(`error: ${text}\n`);
  return EXIT.couldNotRun;
}

/** Errors whose message is written for users. Compared by name, because their modules are loaded on demand. */
const USER_ERRORS: ReadonlySet<string> = new Set([
  'CannotRunError',
  'StartError',
  'ConfigError',
  'ListenError',
  'DocumentError',
]);
