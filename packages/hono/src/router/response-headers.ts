import type { OperationDescriptor } from '@sca-kit/api';
import type { ErrorFamily } from '../errors/render-problem.ts';
import { type Trace, traceHeaders } from '../steps/trace.ts';

/** When the v1 families were deprecated: 2025-01-01, as RFC 9745 writes it. */
const DEPRECATED_SINCE = '@1735689600';

/** What the headers of an answer depend on. */
export interface ResponseContext {
  /** null for a path that is none. */
  readonly operation: OperationDescriptor | null;
  readonly family: ErrorFamily;
  readonly trace: Trace;
  /** The path parameters as they were sent. */
  readonly path: Readonly<Record<string, string>>;
}

/** The headers that every answer of an operation carries, failures included. */
export function responseHeaders({ operation, family, trace, path }: ResponseContext): Record<string, string> {
  return {
    ...traceHeaders(trace),
    'Cache-Control': 'no-store',
    ...(family === 'factor' ? { 'request-ref': trace.traceId } : {}),
    ...(operation?.deprecated ? { Deprecation: DEPRECATED_SINCE } : {}),
    ...(operation?.successor ? { Link: `<${successor(operation.successor, path)}>; rel="successor-version"` } : {}),
  };
}

/** The path that takes over, with what the request tells of it; the rest stays a placeholder, encoded (RFC 3986 §2.1). */
function successor(template: string, path: Readonly<Record<string, string>>): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = path[name] ?? '';
    return /^[\w-]{1,36}$/.test(value) ? value : placeholder;
  });
  return encodeURI(filled);
}
