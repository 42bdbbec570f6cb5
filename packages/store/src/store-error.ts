/** Why a store could not be opened. */
export type StoreErrorCode =
  | 'location.invalid'
  | 'database.older'
  | 'database.newer'
  | 'database.foreign'
  | 'migration.failed';

/** The store cannot be opened as it was asked to. The message never holds the location: it may carry a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
