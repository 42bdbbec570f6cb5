import type { OperationDescriptor } from '@sca-kit/api';
import { problemOf } from '../errors/problem.ts';
import { type ErrorFamily, renderProblem } from '../errors/render-problem.ts';
import { APPROVAL_RESULT_HEADER, ScaRejection } from '../require-sca/approval.ts';
import type { Trace } from '../steps/trace.ts';
import { answerHeaders } from './answer-headers.ts';

/** The answer to something thrown, and what the log should know of it. */
export function failure(
  error: unknown,
  context: { readonly operation: OperationDescriptor | null; readonly family: ErrorFamily; readonly trace: Trace },
): { readonly response: Response; readonly code: string; readonly cause: unknown } {
  const rejected = error instanceof ScaRejection ? error : null;
  const problem = problemOf(rejected ? rejected.error : error);
  const rendered = renderProblem(context.family, problem);
  const response = new Response(JSON.stringify(rendered.body), {
    status: rendered.status,
    headers: {
      ...answerHeaders(context.operation, context.family, context.trace),
      ...rendered.headers,
      // Whatever stands in the way of a protected operation, its 403 says that it is not approved.
      ...(rendered.status === 403 && context.operation?.sca ? { [APPROVAL_RESULT_HEADER]: 'REJECTED' } : {}),
      ...rejected?.headers,
      'Content-Type': 'application/json',
    },
  });
  // A refusal explains itself by its code; what broke here needs the error itself.
  return { response, code: problem.code, cause: rendered.status >= 500 ? error : undefined };
}
