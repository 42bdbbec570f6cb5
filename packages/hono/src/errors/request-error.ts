/** One issue of a request. */
export interface ValidationIssue {
  /** JSON pointer into the request: `/path/profileId`, `/query/type`, `/header/one-time-token`, `/body/pin`. */
  readonly path: string;
  /** What is wrong and what would be right. Never repeats the value. */
  readonly message: string;
  /** The limits that the value broke, as text. */
  readonly limits: readonly string[];
  /** The rule that refused the value: a keyword of JSON Schema, where one did. */
  readonly keyword?: string;
}

/** Everything that the HTTP layer itself refuses, with its status. */
export const REQUEST_ERRORS = {
  'request.malformed': 400,
  'request.invalid': 400,
  jwe_error: 400,
  jws_error: 400,
  'authentication.required': 401,
  'token.invalid': 401,
  'access.denied': 403,
  'route.not.found': 404,
  'method.not.allowed': 405,
  'not.acceptable': 406,
  'request.too.large': 413,
  'media.type.unsupported': 415,
  'expectation.failed': 417,
} as const;

export type RequestErrorCode = keyof typeof REQUEST_ERRORS;

/** A rejection by the HTTP layer. `message` and `issues` may be shown to the caller; `cause` is for the log alone. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: RequestErrorCode;
  readonly status: number;
  readonly issues: readonly ValidationIssue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: RequestErrorCode,
    message: string,
    options: {
      readonly issues?: readonly ValidationIssue[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.status = REQUEST_ERRORS[code];
    this.issues = options.issues ?? [];
    this.headers = options.headers ?? {};
  }
}
