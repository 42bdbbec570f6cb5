import { authenticate } from '../steps/authenticate.ts';
import { authorise } from '../steps/authorise.ts';
import { callHandler } from '../steps/call-handler.ts';
import { checkApproval } from '../steps/check-approval.ts';
import { createResponse } from '../steps/create-response.ts';
import { enforceRateLimit } from '../steps/enforce-rate-limit.ts';
import { intercept } from '../steps/intercept.ts';
import { limitConcurrency } from '../steps/limit-concurrency.ts';
import { negotiateContent } from '../steps/negotiate-content.ts';
import { readBody } from '../steps/read-body.ts';
import { readTrace } from '../steps/read-trace.ts';
import { validateBody } from '../steps/validate-body.ts';
import { validateParameters } from '../steps/validate-parameters.ts';
import { createPipeline, type Pipeline } from './create-pipeline.ts';
import type { Exchange, OperationRequest } from './exchange.ts';

/** The steps of a request, in order. Whatever one of them throws goes to `createErrorResponse`, the step after all of these. */
export const PIPELINE: Pipeline<Exchange> = createPipeline<OperationRequest>()
  .step(readTrace)
  .step(negotiateContent)
  .step(authenticate)
  .step(limitConcurrency)
  .step(intercept)
  .step(validateParameters)
  .step(authorise)
  .step(enforceRateLimit)
  .step(readBody)
  .step(validateBody)
  .step(checkApproval)
  .step(callHandler)
  .step(createResponse);
