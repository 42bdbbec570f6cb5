import type { ContractDocument } from '../document/contract-document.ts';
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
  const nameOf = namer(gateway.contract);
  const byOperation = new Map<string, number>();
  let inARow = 0;
  return {
    ...gateway,
    async exchange(request, context): Promise<Exchange> {
      const name = nameOf(request.method, pathOf(request.target));
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

/** Names the operation that a request is for; a path that is none by itself. */
function namer(contract: ContractDocument): (method: string, path: string) => string {
  const templates = contract.operations.map(({ id, method, path }) => ({ id, method, steps: path.split('/') }));
  return (method, path) => {
    const steps = path.split('/');
    const fits = templates.filter(
      (each) =>
        each.method === method &&
        each.steps.length === steps.length &&
        each.steps.every((step, at) => step.startsWith('{') || step === steps[at]),
    );
    // `/boxes/mine` before `/boxes/{boxId}`.
    const [nearest] = fits.sort((a, b) => placeholders(a.steps) - placeholders(b.steps));
    return nearest?.id ?? `${method} ${path}`;
  };
}

const placeholders = (steps: readonly string[]): number => steps.filter((step) => step.startsWith('{')).length;
