import type { OperationDescriptor } from '@sca-kit/api';
import { toProblem } from '../errors/problem.ts';
import { renderProblem } from '../errors/render-problem.ts';
import { APPROVAL_RESULT_HEADER, ScaRejection } from '../require-sca/approval.ts';
import { type ResponseContext, responseHeaders } from './response-headers.ts';

/** The answer to something thrown, and what the log should know of it. */
export function errorResponse(
  error: unknown,
  context: ResponseContext,
): { readonly response: Response; readonly code: string; readonly cause: unknown } {
  const rejected = error instanceof ScaRejection ? error : null;
  const problem = toProblem(rejected ? rejected.error : error);
  const rendered = renderProblem(context.family, problem);
  const response = new Response(JSON.stringify(rendered.body), {
    status: rendered.status,
    headers: {
      ...responseHeaders(context),
      ...(rendered.status === 401 ? { 'WWW-Authenticate': challenge(context.operation) } : {}),
      ...rendered.headers,
      // Whatever stands in the way of a protected operation, its 403 says that it is not approved.
      ...(rendered.status === 403 && context.operation?.sca ? { [APPROVAL_RESULT_HEADER]: 'REJECTED' } : {}),
      ...rejected?.headers,
      'Content-Type': 'application/json',
    },
  });
  // A rejection explains itself by its code; what broke here needs the error itself.
  return { response, code: problem.code, cause: rendered.status >= 500 ? error : undefined };
}

/** RFC 9110 §11.6.1: a 401 names the scheme that would do. More than one missing credential names its own scheme. */
function challenge(operation: OperationDescriptor | null): string {
  const schemes = operation?.security.flat() ?? [];
  if (schemes.includes('ClientBasic')) return 'Basic realm="sca-kit"';
  return schemes.every((scheme) => scheme === 'ApiKey') ? 'ApiKey realm="sca-kit"' : 'Bearer realm="sca-kit"';
}
