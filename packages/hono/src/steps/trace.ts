import type { Incoming, Trace } from '../router/exchange.ts';

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const CORRELATION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Adds the trace of the request. */
export function trace({ request, options }: Pick<Incoming, 'request' | 'options'>): { readonly trace: Trace } {
  return { trace: traceOf(request.headers, options.newTraceId) };
}

/**
 * Reads the trace of a request (W3C Trace Context).
 * @param newTraceId returns 32 hex digits
 */
export function traceOf(headers: Headers, newTraceId: () => string): Trace {
  const inherited = TRACEPARENT.exec(headers.get('traceparent') ?? '')?.[1];
  const correlationId = headers.get('x-external-correlation-id');
  return {
    traceId: inherited && !/^0+$/.test(inherited) ? inherited : newTraceId(),
    // The parameter validators reject a value that is not a UUID; it is never echoed.
    correlationId: correlationId !== null && CORRELATION_ID.test(correlationId) ? correlationId : null,
  };
}

/** The headers that every response carries. */
export function traceHeaders({ traceId, correlationId }: Trace): Record<string, string> {
  return { 'x-trace-id': traceId, ...(correlationId === null ? {} : { 'X-External-Correlation-Id': correlationId }) };
}
