/** The server cannot start for a reason that the user can fix. The message says what to do. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

/** The keys or the database are damaged or do not belong together, so that only a backup or an empty folder helps. */
export class DamagedDataError extends StartError {}
