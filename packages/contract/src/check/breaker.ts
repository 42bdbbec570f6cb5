import type { Exchange } from '../gateway/exchange.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { Skipped } from '../scenarios/scenario.ts';

/** Failures in a row after which the target is taken for gone. */
const GONE_AFTER = 12;

/**
 * A gateway that gives up on a target that does not answer any more, so that a check of a thousand requests does not
 * wait a thousand times for the time limit.
 */
export function withBreaker(gateway: Gateway): Gateway {
  let failures = 0;
  return {
    ...gateway,
    async exchange(request, context): Promise<Exchange> {
      if (failures >= GONE_AFTER) throw new Skipped('The target stopped answering.');
      const exchange = await gateway.exchange(request, context);
      failures = exchange.failure ? failures + 1 : 0;
      return exchange;
    },
  };
}
