import { createErrorResponse } from '../steps/create-error-response.ts';
import type { Pipeline } from './create-pipeline.ts';
import type { Exchange, IncomingRequest } from './exchange.ts';

/** A pipeline that traces a request and responds to it. */
export type RespondingPipeline = Pipeline<IncomingRequest & Pick<Exchange, 'trace' | 'response'>>;

interface LoggedResponse {
  readonly response: Response;
  /** The error code; null for a successful response. */
  readonly code: string | null;
  /** The error behind a 5xx response. */
  readonly cause: unknown;
}

/** Runs the steps over a request, turns an error into a response, and writes the access log entry. */
export async function serve(pipeline: RespondingPipeline, incoming: IncomingRequest): Promise<Response> {
  const started = performance.now();
  // Every pipeline begins with `readTrace`, which throws nothing, so an error response always has a trace id.
  const exchange = { ...incoming } as Traced;
  const { options, request, operation } = exchange;
  const runSteps = (): Promise<LoggedResponse> => run(pipeline, exchange);
  const { response, code, cause } = await (options.scheduler?.run(runSteps) ?? runSteps());
  const { trace, caller } = exchange;
  options.log({
    ...trace,
    method: request.method,
    operationId: operation?.operationId ?? null,
    clientId: caller?.clientId || null,
    status: response.status,
    milliseconds: performance.now() - started,
    code,
    cause,
  });
  return request.method === 'HEAD' ? withoutBody(response) : response;
}

/** The exchange after `readTrace`; what the later steps add may be missing. */
type Traced = IncomingRequest & Pick<Exchange, 'trace'> & Partial<Omit<Exchange, keyof IncomingRequest | 'trace'>>;

async function run({ steps }: RespondingPipeline, exchange: Traced): Promise<LoggedResponse> {
  try {
    for (const step of steps) Object.assign(exchange, await step(exchange as never));
    return { response: (exchange as Exchange).response, code: null, cause: undefined };
  } catch (error) {
    return createErrorResponse(error, exchange);
  }
}

/** The response to HEAD. Cancels a stream that nobody reads, which would otherwise stay open. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}
