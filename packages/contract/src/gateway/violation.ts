import type { IPrismDiagnostic } from '@stoplight/prism-core';

/** One error in an exchange. It never contains a value that was sent. */
export interface Violation {
  /** The operation that the request was for; absent when no operation matches. */
  readonly operationId?: string;
  readonly method: string;
  /** The path as it was sent, without the query. */
  readonly path: string;
  readonly side: 'request' | 'response';
  /** The status of the response, once there is one. */
  readonly status?: number;
  /** The media type of the body that was validated. */
  readonly mediaType?: string;
  /** The location of the error as a dotted path, starting with `body`, `header`, `query`, `path`, `cookie`, `status` or `plaintext`. */
  readonly location: string;
  readonly message: string;
  /** A JSON Schema keyword (`required`, `type`, …) or one of the gateway's own codes (`undocumented-status`, …). */
  readonly code: string;
}

/** An error before it is assigned to an exchange. */
export interface ValidationError {
  readonly location: string;
  readonly message: string;
  readonly code: string;
}

/** The error of a path that cannot be decoded. */
export const BAD_PATH_ENCODING: ValidationError = {
  location: 'path',
  code: 'malformed',
  message: 'The path has an invalid percent-encoding.',
};

/** The error of an exchange in which the gateway itself failed. The cause may hold values, so only its class is named. */
export const gatewayFailure = (cause: unknown): ValidationError => ({
  location: 'gateway',
  code: 'gateway',
  message: `The gateway failed with ${cause instanceof Error ? cause.name : 'an unknown error'}, so the exchange is not validated.`,
});

/** Prism's severity of an error. Its warnings (1) count as violations, too. */
const ERROR = 0;

/** Converts an error to a Prism diagnostic. */
export const toDiagnostic = (error: ValidationError): IPrismDiagnostic => ({
  severity: ERROR,
  code: error.code,
  message: error.message,
  path: error.location.split('.'),
});

/** Prism uses the status it would respond with as the code of some errors. */
const NAMES: Readonly<Record<string, string>> = { '401': 'security', '415': 'undocumented-media-type' };

/** Converts a Prism diagnostic to an error. */
export function fromDiagnostic(diagnostic: IPrismDiagnostic): ValidationError {
  const path = (diagnostic.path ?? []).map(String).filter((step) => step !== '');
  return {
    location: path.join('.') || (diagnostic.code === 401 ? 'security' : 'body'),
    message: diagnostic.message,
    code: NAMES[String(diagnostic.code)] ?? String(diagnostic.code ?? 'mismatch'),
  };
}
