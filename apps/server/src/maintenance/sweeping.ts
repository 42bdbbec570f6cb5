import type { Clock, Timer } from '@sca-kit/engine';
import type { Stores } from '@sca-kit/store';
import type { Logger } from 'pino';

/** Between two looks for something to sweep, and between two batches of one sweep, in milliseconds. */
const PAUSE = 10_000;
const BREATH = 100;
const DAY = 24 * 3_600_000;

/**
 * Deletes what is past its time, in the background, a small batch at a time with pauses between, so that no request
 * feels it. Every replica may do so at once.
 * @returns stops the work and resolves when the batch in hand is done
 */
export function startSweeping(options: {
  readonly stores: Pick<Stores, 'sweep' | 'auditLog'>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Pick<Logger, 'error'>;
  /** Whole days that audit events are kept; null keeps them. */
  readonly retentionDays: number | null;
}): () => Promise<void> {
  const { stores, clock, timer, log, retentionDays } = options;
  const { promise: stop, resolve: stopNow } = Promise.withResolvers<void>();
  let stopped = false;
  const pause = (milliseconds: number): Promise<void> => Promise.race([timer.wait(milliseconds), stop]);

  async function sweepOnce(): Promise<void> {
    while (!stopped && (await stores.sweep(clock.now())) > 0) await pause(BREATH);
    if (!stopped && retentionDays !== null) await retain(clock.now() - retentionDays * DAY);
  }

  async function retain(before: number): Promise<void> {
    const { broken } = await stores.auditLog.prune(before);
    for (const clientId of broken) {
      log.error({ clientId }, 'the audit log has a break, so none of it is deleted: sca-kit audit verify names it');
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      // A database that is away now may be back at the next look; the requests meanwhile say 503.
      await sweepOnce().catch((error: unknown) =>
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a sweep failed'),
      );
      await pause(PAUSE);
    }
  }

  const running = run();
  return async () => {
    stopped = true;
    stopNow();
    await running;
  };
}
