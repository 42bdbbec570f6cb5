import { createRouteMatcher } from '@sca-kit/openapi';
import type { Exchange } from '../gateway/exchange.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { pathOf } from '../gateway/message.ts';
import { Skipped } from '../scenarios/scenario.ts';

/** Consecutive failures after which an operation is skipped. */
const OPERATION_LIMIT = 3;
/** Consecutive failures after which the whole check is skipped. */
const TARGET_LIMIT = 12;

/**
 * Returns a gateway that stops sending requests to what does not respond, so that a check does not wait for the time limit
 * a thousand times. An operation that hangs does not affect the others.
 */
export function withCircuitBreaker(gateway: Gateway): Gateway {
  const findOperation = createRouteMatcher(gateway.contract.operations);
  const byOperation = new Map<string, number>();
  let consecutive = 0;
  return {
    ...gateway,
    async exchange(request, context): Promise<Exchange> {
      const path = pathOf(request.target);
      const name = findOperation(request.method, path)?.operation.id ?? `${request.method} ${path}`;
      const failures = byOperation.get(name) ?? 0;
      if (consecutive >= TARGET_LIMIT) throw new Skipped('The target stopped responding.');
      if (failures >= OPERATION_LIMIT) throw new Skipped(`${name} stopped responding.`);
      const exchange = await gateway.exchange(request, context);
      consecutive = exchange.failure ? consecutive + 1 : 0;
      byOperation.set(name, exchange.failure ? failures + 1 : 0);
      return exchange;
    },
  };
}
