/** The exit codes of every command. */
export const EXIT = {
  /** The command ran and found no problem. */
  ok: 0,
  /** The command ran and found a problem: a violation, a failed case, a broken chain. */
  problemsFound: 1,
  /** The command could not run: an invalid option, an unavailable target, wrong credentials, a port in use. */
  couldNotRun: 2,
} as const;

/** A command cannot run. The message is one sentence for the user. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError';
}
