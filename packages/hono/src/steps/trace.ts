const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const CORRELATION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How one request is named in logs and answers. */
export interface Trace {
  /** 32 hex digits: the caller's W3C trace id when it sent one, else a new one. */
  readonly traceId: string;
  /** What the caller sent as `X-External-Correlation-Id`, when it is a UUID. */
  readonly correlationId: string | null;
}

/** Reads the trace of a request (W3C Trace Context). @param newTraceId makes 32 hex digits */
export function traceOf(headers: Headers, newTraceId: () => string): Trace {
  const inherited = TRACEPARENT.exec(headers.get('traceparent') ?? '')?.[1];
  const correlationId = headers.get('x-external-correlation-id');
  return {
    traceId: inherited && !/^0+$/.test(inherited) ? inherited : newTraceId(),
    // A value that is not a UUID is refused by the validators; it is never echoed.
    correlationId: correlationId !== null && CORRELATION_ID.test(correlationId) ? correlationId : null,
  };
}

/** The headers that every answer carries. */
export function traceHeaders({ traceId, correlationId }: Trace): Record<string, string> {
  return { 'x-trace-id': traceId, ...(correlationId === null ? {} : { 'X-External-Correlation-Id': correlationId }) };
}
