import { authenticate } from '../steps/authenticate.ts';
import { authorise } from '../steps/authorise.ts';
import { readTrace } from '../steps/read-trace.ts';
import { validateParameters } from '../steps/validate-parameters.ts';
import { createPipeline } from './create-pipeline.ts';
import type { OperationRequest } from './exchange.ts';

const authenticated = createPipeline<OperationRequest>().step(readTrace).step(authenticate);

authenticated.step(validateParameters).step(authorise);

// @ts-expect-error authorise needs the validated parameters
authenticated.step(authorise);

// @ts-expect-error authenticate needs the trace
createPipeline<OperationRequest>().step(authenticate);
