import { authenticate } from '../steps/authenticate.ts';
import { authorise } from '../steps/authorise.ts';
import { negotiateContent } from '../steps/content-negotiation.ts';
import { decryptRequest } from '../steps/decrypt-request.ts';
import { encryptResponse } from '../steps/encrypt-response.ts';
import { handler } from '../steps/handler.ts';
import { intercept } from '../steps/intercept.ts';
import { rateLimit } from '../steps/rate-limit.ts';
import { requireSca } from '../steps/require-sca.ts';
import { trace } from '../steps/trace.ts';
import { validateBody } from '../steps/validate-body.ts';
import { validateParameters } from '../steps/validate-parameters.ts';
import { createPipeline, type Pipeline } from './create-pipeline.ts';
import type { Exchange, Start } from './exchange.ts';

/** The steps of a request, in order. Whatever one of them throws goes to `errorResponse`, the step after all of these. */
export const PIPELINE: Pipeline<Exchange> = createPipeline<Start>()
  .step('trace', trace)
  .step('negotiateContent', negotiateContent)
  .step('authenticate', authenticate)
  .step('intercept', intercept)
  .step('validateParameters', validateParameters)
  .step('authorise', authorise)
  .step('rateLimit', rateLimit)
  .step('decryptRequest', decryptRequest)
  .step('validateBody', validateBody)
  .step('requireSca', requireSca)
  .step('handler', handler)
  .step('encryptResponse', encryptResponse);

/** The steps as the documentation lists them. */
export const STEP_NAMES: readonly string[] = [...PIPELINE.names, 'errorResponse'];
