import { authenticate } from '../steps/authenticate.ts';
import { authorise } from '../steps/authorise.ts';
import { trace } from '../steps/trace.ts';
import { validateParameters } from '../steps/validate-parameters.ts';
import { createPipeline } from './create-pipeline.ts';
import type { Start } from './exchange.ts';

const authenticated = createPipeline<Start>().step('trace', trace).step('authenticate', authenticate);

authenticated.step('validateParameters', validateParameters).step('authorise', authorise);

// @ts-expect-error authorise needs the validated parameters
authenticated.step('authorise', authorise);

// @ts-expect-error authenticate needs the trace
createPipeline<Start>().step('authenticate', authenticate);
