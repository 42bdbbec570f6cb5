import type { With } from '../router/exchange.ts';

/** Calls `options.rateLimit`, which rejects a request over the limit of its caller or profile: 429. */
export async function rateLimit({ options, operation, caller, profile }: With<'caller' | 'profile'>): Promise<void> {
  await options.rateLimit?.(caller, operation, profile);
}
