import type { OperationDescriptor } from '@sca-kit/api';
import type { ErrorFamily } from '../errors/render-problem.ts';
import { type Trace, traceHeaders } from '../steps/trace.ts';

/** When the v1 families were deprecated: 2025-01-01, as RFC 9745 writes it. */
const DEPRECATED_SINCE = '@1735689600';

/** The headers that every answer of an operation carries, failures included. */
export function answerHeaders(
  operation: OperationDescriptor | null,
  family: ErrorFamily,
  trace: Trace,
): Record<string, string> {
  return {
    ...traceHeaders(trace),
    'Cache-Control': 'no-store',
    ...(family === 'factor' ? { 'request-ref': trace.traceId } : {}),
    ...(operation?.deprecated ? { Deprecation: DEPRECATED_SINCE } : {}),
    ...(operation?.successor ? { Link: `<${operation.successor}>; rel="successor-version"` } : {}),
  };
}
