/** The server cannot start for a reason that the user can fix. The message says what to do. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
