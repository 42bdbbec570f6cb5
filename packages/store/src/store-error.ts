/** Why a store could not be opened. */
export type StoreErrorCode =
  | 'location.invalid'
  | 'database.older'
  | 'database.newer'
  | 'database.foreign'
  | 'migration.failed';

/** Thrown when a store cannot be opened. The message never contains the location, which may contain a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
