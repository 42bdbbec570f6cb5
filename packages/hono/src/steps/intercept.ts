import type { With } from '../router/exchange.ts';

/** Calls `options.intercept`, which may reject the request. */
export async function intercept({ options, operation, caller, trace }: With<'caller' | 'trace'>): Promise<void> {
  await options.intercept?.({ caller, operation, correlationId: trace.correlationId });
}
