import type { Services } from './services.ts';

/** Returns the time on the clock of a client, in milliseconds since the Unix epoch. */
export function clientTime({ stores, clock }: Pick<Services, 'stores' | 'clock'>, clientId: string): Promise<number> {
  return stores.engine.read({ clientId }, async (tx) => clock.now() + tx.clockOffset);
}
