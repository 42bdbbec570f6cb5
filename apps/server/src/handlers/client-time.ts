import type { Services } from './services.ts';

/** What the clock of a client shows, in milliseconds since the Unix epoch. */
export function clientTime({ stores, clock }: Pick<Services, 'stores' | 'clock'>, clientId: string): Promise<number> {
  return stores.engine.read({ clientId }, async (tx) => clock.now() + tx.clockOffset);
}
