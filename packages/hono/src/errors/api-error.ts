/**
 * An error with a code of the application that embeds the router, such as those of its own resources.
 * @example
 * throw new ApiError('transfer.not.found', 404, 'The transfer does not exist.');
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly status: number;

  /** @param message may be shown to the caller. `options.cause` is for the log */
  constructor(code: string, status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = status;
  }
}
