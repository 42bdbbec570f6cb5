import { createRouteMatcher } from '@sca-kit/openapi';
import type { Exchange } from '../gateway/exchange.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { pathOf } from '../gateway/message.ts';
import { Skipped } from '../scenarios/scenario.ts';

/** Failures in a row after which an operation is left alone. */
const LEFT_AFTER = 3;
/** Failures in a row, whatever was asked, after which the target is taken for gone. */
const GONE_AFTER = 12;

/**
 * A gateway that leaves alone what does not respond, so that a check of a thousand requests does not wait a thousand times
 * for the time limit. An operation that hangs is no reason to stop asking the others.
 */
export function withCircuitBreaker(gateway: Gateway): Gateway {
  const findOperation = createRouteMatcher(gateway.contract.operations);
  const byOperation = new Map<string, number>();
  let inARow = 0;
  return {
    ...gateway,
    async exchange(request, context): Promise<Exchange> {
      const path = pathOf(request.target);
      const name = findOperation(request.method, path)?.operation.id ?? `${request.method} ${path}`;
      const failures = byOperation.get(name) ?? 0;
      if (inARow >= GONE_AFTER) throw new Skipped('The target stopped answering.');
      if (failures >= LEFT_AFTER) throw new Skipped(`${name} stopped answering.`);
      const exchange = await gateway.exchange(request, context);
      inARow = exchange.failure ? inARow + 1 : 0;
      byOperation.set(name, exchange.failure ? failures + 1 : 0);
      return exchange;
    },
  };
}
