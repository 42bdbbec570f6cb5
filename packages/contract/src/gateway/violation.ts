import type { IPrismDiagnostic } from '@stoplight/prism-core';

/** One thing in an exchange that the document does not allow. Never holds a value that was sent. */
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
  /** Dotted place of the fault, starting with `body`, `header`, `query`, `path`, `cookie`, `status` or `plaintext`. */
  readonly location: string;
  readonly message: string;
  /** A JSON Schema keyword (`required`, `type`, …) or one of the gateway's own codes (`undocumented-status`, …). */
  readonly code: string;
}

/** A fault before it is tied to an exchange. */
export interface ValidationError {
  readonly location: string;
  readonly message: string;
  readonly code: string;
}

/** Prism's severity of an error; its warnings have 1 and count as violations all the same. */
const ERROR = 0;

/** Turns a fault into a diagnostic so that it can pass through Prism. */
export const toDiagnostic = (fault: ValidationError): IPrismDiagnostic => ({
  severity: ERROR,
  code: fault.code,
  message: fault.message,
  path: fault.location.split('.'),
});

/** Prism names some faults by the status that it would respond with. */
const NAMES: Readonly<Record<string, string>> = { '401': 'security', '415': 'undocumented-media-type' };

/** Turns one of Prism's diagnostics into a fault. */
export function fromDiagnostic(diagnostic: IPrismDiagnostic): ValidationError {
  const path = (diagnostic.path ?? []).map(String).filter((step) => step !== '');
  return {
    location: path.join('.') || (diagnostic.code === 401 ? 'security' : 'body'),
    message: diagnostic.message,
    code: NAMES[String(diagnostic.code)] ?? String(diagnostic.code ?? 'mismatch'),
  };
}
