import type { ExchangeWith } from '../router/exchange.ts';

/** Calls `options.intercept`, which may reject the request. */
export async function intercept({
  options,
  operation,
  caller,
  loaded,
  trace,
}: ExchangeWith<'caller' | 'loaded' | 'trace'>): Promise<void> {
  await options.intercept?.({ caller, operation, correlationId: trace.correlationId, loaded });
}
