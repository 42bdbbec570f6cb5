import { errorFamilyOf } from '../errors/error-family.ts';
import { traceHeaders } from '../steps/read-trace.ts';
import type { Exchange, IncomingRequest } from './exchange.ts';

/** The date on which the v1 families were deprecated, 2025-01-01, in the format of RFC 9745. */
const DEPRECATED_SINCE = '@1735689600';

/** The headers that every response of an operation carries, error responses included. */
export function responseHeaders({
  operation,
  request,
  trace,
  path,
}: IncomingRequest & Pick<Exchange, 'trace'>): Record<string, string> {
  return {
    ...traceHeaders(trace),
    'Cache-Control': 'no-store',
    ...(errorFamilyOf(operation, request) === 'factor' ? { 'request-ref': trace.traceId } : {}),
    ...(operation?.deprecated ? { Deprecation: DEPRECATED_SINCE } : {}),
    ...(operation?.successor ? { Link: `<${successor(operation.successor, path)}>; rel="successor-version"` } : {}),
  };
}

/** The successor's path with the known parameters filled in. Unknown ones stay placeholders, encoded (RFC 3986 §2.1). */
function successor(template: string, path: Readonly<Record<string, string>>): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = path[name] ?? '';
    return /^[\w-]{1,36}$/.test(value) ? value : placeholder;
  });
  return encodeURI(filled);
}
