import type { OperationDescriptor } from '@sca-kit/api';
import { errorFamilyOf } from '../errors/error-family.ts';
import { renderError } from '../errors/render-error.ts';
import { APPROVAL_RESULT_HEADER, ScaRejection } from '../require-sca/approval.ts';
import type { Exchange, IncomingRequest } from '../router/exchange.ts';
import { responseHeaders } from '../router/response-headers.ts';

/** Turns what a step threw into a response in the error format of the operation's family, and what the log records of it. */
export function createErrorResponse(
  error: unknown,
  exchange: IncomingRequest & Pick<Exchange, 'trace'>,
): { readonly response: Response; readonly code: string; readonly cause: unknown } {
  const { operation, request } = exchange;
  const rejected = error instanceof ScaRejection ? error : null;
  const rendered = renderError(errorFamilyOf(operation, request), rejected ? rejected.error : error);
  const response = new Response(JSON.stringify(rendered.body), {
    status: rendered.status,
    headers: {
      ...responseHeaders(exchange),
      ...(rendered.status === 401 ? { 'WWW-Authenticate': authenticateHeader(operation) } : {}),
      ...rendered.headers,
      // Every 403 of a protected operation says that the action is not approved, whatever the reason.
      ...(rendered.status === 403 && operation?.sca ? { [APPROVAL_RESULT_HEADER]: 'REJECTED' } : {}),
      ...rejected?.headers,
      'Content-Type': 'application/json',
    },
  });
  // The code explains a 4xx; only a 5xx needs the error itself in the log.
  return { response, code: rendered.code, cause: rendered.status >= 500 ? error : undefined };
}

/** RFC 9110 §11.6.1: a 401 names a scheme that would succeed. Where several credentials are needed, the thrown error names its own. */
function authenticateHeader(operation: OperationDescriptor | null): string {
  const schemes = operation?.security.flat() ?? [];
  if (schemes.includes('ClientBasic')) return 'Basic realm="sca-kit"';
  return schemes.every((scheme) => scheme === 'ApiKey') ? 'ApiKey realm="sca-kit"' : 'Bearer realm="sca-kit"';
}
