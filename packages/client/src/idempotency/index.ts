import { type Layer, withHeaders } from '../layer.ts';

/** The header under which the API remembers an answer. */
export const IDEMPOTENCY_HEADER = 'idempotency-ref';

/**
 * Gives every operation that takes an `idempotency-ref` one, unless the call brings its own. It stays the same however
 * often the request is sent, so that the API carries it out once.
 */
export function idempotency(randomUUID: () => string): Layer {
  return (call, next) => {
    const takesOne = call.operation.parameters.some(({ name }) => name === IDEMPOTENCY_HEADER);
    if (!takesOne || call.headers.has(IDEMPOTENCY_HEADER)) return next(call);
    return next(withHeaders(call, { [IDEMPOTENCY_HEADER]: randomUUID() }));
  };
}
