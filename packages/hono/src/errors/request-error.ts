/** One issue of a request. */
export interface ValidationIssue {
  /** JSON pointer into the request: `/path/profileId`, `/query/type`, `/header/one-time-token`, `/body/pin`. */
  readonly path: string;
  /** What is wrong, and what is expected. Never contains the value. */
  readonly message: string;
  /** The JSON Schema keyword that the value violates, if it is one. */
  readonly keyword?: string;
}

/** The error codes of the HTTP layer, each with its HTTP status and default message. */
export const REQUEST_ERRORS = {
  'request.malformed': { status: 400, message: 'The request cannot be parsed.' },
  'request.invalid': { status: 400, message: 'The request is not valid.' },
  jwe_error: { status: 400, message: 'The JWE cannot be decrypted.' },
  jws_error: { status: 400, message: 'The JWS cannot be verified.' },
  'authentication.required': { status: 401, message: 'The credentials are missing or wrong.' },
  'token.invalid': { status: 401, message: 'The token is unknown or has expired.' },
  'access.denied': { status: 403, message: 'The token does not permit this operation.' },
  'route.not.found': { status: 404, message: 'No such path. The OpenAPI document lists all paths.' },
  'method.not.allowed': { status: 405, message: 'This path does not support the method. See the Allow header.' },
  'not.acceptable': { status: 406, message: 'No response format matches the Accept header.' },
  'request.too.large': { status: 413, message: 'The body is too large.' },
  'media.type.unsupported': { status: 415, message: 'The operation does not support this Content-Type.' },
  'expectation.failed': { status: 417, message: 'The server does not support this Expect header.' },
} as const;

export type RequestErrorCode = keyof typeof REQUEST_ERRORS;

/**
 * The error that the HTTP layer throws when it rejects a request. `message` and `issues` may be shown to the caller;
 * `cause` is only for the log.
 * @example
 * throw new RequestError('route.not.found');
 * throw new RequestError('request.too.large', 'The body may have at most 1024 bytes.');
 */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: RequestErrorCode;
  readonly status: number;
  readonly issues: readonly ValidationIssue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: RequestErrorCode,
    message: string = REQUEST_ERRORS[code].message,
    options: {
      readonly issues?: readonly ValidationIssue[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.status = REQUEST_ERRORS[code].status;
    this.issues = options.issues ?? [];
    this.headers = options.headers ?? {};
  }
}
