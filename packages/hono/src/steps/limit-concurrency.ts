import type { ExchangeWith } from '../router/exchange.ts';

/** Waits until `options.scheduler` lets another request of the caller run: 429 when too many wait, 503 when those of all callers do. */
export async function limitConcurrency({ options, operation, caller }: ExchangeWith<'caller'>): Promise<void> {
  await options.scheduler?.enter(caller, operation);
}
