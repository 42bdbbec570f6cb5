import type { ExchangeWith } from '../router/exchange.ts';

/** Calls `options.rateLimit`, which rejects a request over the limit of its caller or profile: 429. */
export async function enforceRateLimit({
  options,
  operation,
  caller,
  profile,
}: ExchangeWith<'caller' | 'profile'>): Promise<void> {
  await options.rateLimit?.(caller, operation, profile);
}
