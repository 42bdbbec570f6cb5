import { type ErrorDetails, toErrorDetails } from './error-details.ts';
import type { ErrorFamily } from './error-family.ts';

/** An error response, before its body is serialised. */
export interface RenderedError {
  /** The error code; `internal.error` for an unknown error. */
  readonly code: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * Renders an error as the status, headers and body of a family of operations: `standard` (v1, v2, sandbox), `factor`
 * (Additional Factors) or `oauth` (OAuth, JOSE). An unknown error becomes a 500 without its details.
 * @example
 * const { status, headers, body } = renderError('standard', new ScaError('user.not.found'));
 */
export function renderError(family: ErrorFamily, error: unknown): RenderedError {
  const details = toErrorDetails(error);
  return {
    code: details.code,
    status: details.status,
    headers: { ...details.headers, ...limitHeaders(family, details) },
    body: body(family, details),
  };
}

function body(family: ErrorFamily, details: ErrorDetails): unknown {
  // Every family has the same body for an invalid JWE or JWS, so that clients need one parser for it.
  if (details.code === 'jwe_error' || details.code === 'jws_error') return oauthBody(details.code, details.message);
  if (family === 'oauth') return oauthBody(oauthCode(details), describe(details));
  return family === 'factor' ? factorBody(details) : standardBody(details);
}

function standardBody({ code, message, issues }: ErrorDetails): unknown {
  if (issues.length === 0) return { errors: [{ code, message }] };
  return { errors: issues.map((issue) => ({ code, message: issue.message, path: issue.path })) };
}

function factorBody({ status, code, message, issues, errorCode }: ErrorDetails): unknown {
  if (errorCode !== null) return { errorCode };
  if (code === 'step.up.required') return { errorCode: 'STEP_UP_REQUIRED' };
  if (code === 'access.denied') return { errorCode: 'INSUFFICIENT_PERMISSIONS' };
  if (status !== 400) return { message };
  return {
    message,
    syntaxErrors: {
      invalidFields: issues.map(({ path, keyword = '' }) => {
        const [part = '', ...names] = path.split('/').slice(1);
        return { params: names.slice(0, -1), fieldName: names.at(-1) ?? part, error: VIOLATIONS[keyword] ?? 'REGEX' };
      }),
    },
  };
}

/** The `error` values of the Additional Factors family by JSON Schema keyword. Patterns, formats and types are `REGEX`. */
const VIOLATIONS: Readonly<Record<string, string>> = {
  required: 'REQUIRED',
  enum: 'IN',
  const: 'IN',
  minLength: 'SIZE',
  maxLength: 'SIZE',
  minimum: 'RANGE',
  maximum: 'RANGE',
};

function oauthBody(error: string, description: string): unknown {
  return { error, error_description: description };
}

/** The OAuth codes that follow from the status alone. */
const OAUTH_CODES: Readonly<Record<number, string>> = {
  403: 'access_denied',
  406: 'not_acceptable',
  413: 'request_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'temporarily_unavailable',
};

/** Returns a code of RFC 6749 §5.2 or RFC 6750 §3.1, or one of the same style where neither has one. */
function oauthCode({ status, code, issues, headers }: ErrorDetails): string {
  if (
    issues.some(
      (issue) =>
        issue.path === '/body/grant_type' && issue.keyword === 'discriminator' && issue.message !== 'is missing.',
    )
  ) {
    return 'unsupported_grant_type';
  }
  // A wrong code is a 401, unlike other grants; RFC 6749 has one code for both.
  if (code === 'oauth.invalid_code') return 'invalid_grant';
  if (code.startsWith('oauth.')) return code.slice('oauth.'.length);
  // RFC 6750 §3.1 for a token, RFC 6749 §5.2 for a client.
  if (status === 401) return headers['WWW-Authenticate']?.startsWith('Basic') ? 'invalid_client' : 'invalid_token';
  if (code.startsWith('public.key.')) return code;
  return OAUTH_CODES[status] ?? (status >= 500 ? 'server_error' : 'invalid_request');
}

/** Writes one sentence per issue. RFC 6749 §5.2 allows ASCII without quotes and backslashes. */
function describe({ message, issues }: ErrorDetails): string {
  const text = issues.length > 0 ? issues.map((issue) => `${issue.path}: ${issue.message}`).join(' ') : message;
  const ascii = text
    .replaceAll('"', "'")
    .replaceAll('\\', '/')
    .replaceAll(/[^\x20-\x7e]/g, '?');
  return ascii.slice(0, 500);
}

function limitHeaders(
  family: ErrorFamily,
  { status, limitedBy, limit, retryAfter }: ErrorDetails,
): Record<string, string> {
  if (status !== 429) return retryAfter === null ? {} : { 'Retry-After': String(retryAfter) };
  const seconds = String(retryAfter ?? 1);
  if (family === 'factor') {
    return { 'Retry-After': seconds, 'x-ratelimit-limit': String(limit ?? 1), 'x-ratelimit-reset': seconds };
  }
  return { 'Retry-After': seconds, 'X-Rate-Limited-By': limitedBy ?? 'rate-limit' };
}
