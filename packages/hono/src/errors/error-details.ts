import { ScaError } from '@sca-kit/engine';
import { ApiError } from './api-error.ts';
import { RequestError, type ValidationIssue } from './request-error.ts';
import { SCA_STATUS } from './sca-status.ts';

/** What a response may show of an error, in any family. Contains nothing secret. */
export interface ErrorDetails {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly issues: readonly ValidationIssue[];
  readonly headers: Readonly<Record<string, string>>;
  /** The `errorCode` of the Additional Factors family. */
  readonly errorCode: string | null;
  /** The name of the limit that was reached, and how many calls it allows. Only for 429. */
  readonly limitedBy: string | null;
  readonly limit: number | null;
  readonly retryAfter: number | null;
}

/** Reads the details of a thrown value. An unknown error becomes `internal.error` without its details. */
export function toErrorDetails(error: unknown): ErrorDetails {
  const none = { issues: [], headers: {}, errorCode: null, limitedBy: null, limit: null, retryAfter: null };
  if (error instanceof RequestError) {
    const { status, code, message, issues, headers } = error;
    return { ...none, status, code, message, issues, headers };
  }
  if (error instanceof ApiError) {
    const { status, code, message } = error;
    return { ...none, status, code, message };
  }
  if (error instanceof ScaError) {
    const { code, message, details } = error;
    return {
      ...none,
      status: SCA_STATUS[code],
      code,
      message,
      errorCode: details.errorCode ?? null,
      limitedBy: details.limitedBy ?? null,
      limit: details.limit ?? null,
      retryAfter: details.retryAfter ?? null,
    };
  }
  return {
    ...none,
    status: 500,
    code: 'internal.error',
    message: 'An internal error occurred. Try again later.',
  };
}
