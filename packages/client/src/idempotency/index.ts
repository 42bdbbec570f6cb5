import { type Layer, withHeaders } from '../layer.ts';

/** Header that identifies repeated requests. */
export const IDEMPOTENCY_HEADER = 'idempotency-ref';

/**
 * Adds an `idempotency-ref` to operations that accept one, unless the call has its own. Retries keep the same value, so
 * that the API executes the request once.
 */
export function idempotency(randomUUID: () => string): Layer {
  return (call, next) => {
    const isAccepted = call.operation.parameters.some(({ name }) => name === IDEMPOTENCY_HEADER);
    if (!isAccepted || call.headers.has(IDEMPOTENCY_HEADER)) return next(call);
    return next(withHeaders(call, { [IDEMPOTENCY_HEADER]: randomUUID() }));
  };
}
