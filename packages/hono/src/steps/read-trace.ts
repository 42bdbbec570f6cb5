import type { Trace } from '../router/exchange.ts';
import type { RouterOptions } from '../router/options.ts';

interface TracedRequest {
  readonly request: Pick<Request, 'headers'>;
  readonly options: Pick<RouterOptions, 'newTraceId'>;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const CORRELATION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Adds the trace of the request (W3C Trace Context). */
export function readTrace({ request: { headers }, options }: TracedRequest): { readonly trace: Trace } {
  const inherited = TRACEPARENT.exec(headers.get('traceparent') ?? '')?.[1];
  const correlationId = headers.get('x-external-correlation-id');
  return {
    trace: {
      traceId: inherited && !/^0+$/.test(inherited) ? inherited : options.newTraceId(),
      // The parameter validators reject a value that is not a UUID; it is never echoed.
      correlationId: correlationId !== null && CORRELATION_ID.test(correlationId) ? correlationId : null,
    },
  };
}

/** The headers that every response carries. */
export function traceHeaders({ traceId, correlationId }: Trace): Record<string, string> {
  return { 'x-trace-id': traceId, ...(correlationId === null ? {} : { 'X-External-Correlation-Id': correlationId }) };
}
