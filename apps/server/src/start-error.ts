/** The server cannot start, for a reason that a person can mend. The message is a sentence for that person. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
