/** What the exit code of every command means. */
export const EXIT = {
  /** Done; what was looked at is in order. */
  fine: 0,
  /** Done, and something is wrong with what was looked at: a violation, a broken chain. */
  faulty: 1,
  /** Not done: a bad option, a target that is down, wrong credentials, a port that is taken. */
  couldNotRun: 2,
} as const;

/** The command cannot do what it was asked to. The message is one sentence for a person. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError';
}
