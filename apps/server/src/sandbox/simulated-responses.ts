import { ScaError, type SimulatedResponse, type SimulatedResponses } from '@sca-kit/engine';
import type { RouterOptions } from '@sca-kit/hono';
import type { SimulatedResponseStore } from './simulated-response-store.ts';

/** The error responses that `POST /sandbox/outcomes` can set for a request. */
const SIMULATED: Readonly<Record<string, { readonly status: string; readonly error: () => Error }>> = {
  'rate-limited': {
    status: '429',
    error: () => new ScaError('rate.limit.reached', { retryAfter: 1, limit: 1, limitedBy: 'sandbox-outcome' }),
  },
  unavailable: {
    status: '503',
    error: () => new ScaError('service.unavailable', { retryAfter: 1 }),
  },
  error: { status: '500', error: () => new Error('Simulated error.') },
  'not-found': { status: '404', error: () => new ScaError('user.not.found') },
};

/**
 * Creates the router hook that throws the error set for a request, by correlation id first, then by operation. Each one is
 * used once. It is ignored when the operation does not document its status.
 */
export function simulateErrorResponses({
  simulatedResponses,
}: {
  readonly simulatedResponses: SimulatedResponseStore;
}): NonNullable<RouterOptions['intercept']> {
  return async ({ caller, operation, correlationId, loaded }) => {
    if (loaded && !loaded.records.simulated) return;
    const clientId = caller.clientId || null;
    const { operationId } = operation;
    const byRequest =
      correlationId === null
        ? undefined
        : await simulatedResponses.take({ clientId, correlationId: correlationId.toLowerCase() });
    const outcome =
      byRequest ?? (clientId === null ? undefined : await simulatedResponses.take({ clientId, operationId }));
    const simulated = outcome === undefined ? undefined : SIMULATED[outcome];
    if (simulated && simulated.status in operation.responses) throw simulated.error();
  };
}

/**
 * Creates the engine hook that replaces the result of a verification, push response or delivery with the one set for the
 * user and kind. Each one is used once. `rate-limited` and `unavailable` are thrown as errors; an `unavailable` delivery fails.
 */
export function simulateScaResults({
  simulatedResponses,
}: {
  readonly simulatedResponses: SimulatedResponseStore;
}): SimulatedResponses {
  return {
    async next(clientId, userId, kind) {
      const simulated = await simulatedResponses.take({ clientId, userId, kind });
      if (simulated === 'unavailable' && kind === 'DELIVERY') return 'fail';
      if (simulated === 'rate-limited' || simulated === 'unavailable') throw SIMULATED[simulated]?.error();
      return simulated as SimulatedResponse | undefined;
    },
  };
}
