import type { Clock, Timer } from '@sca-kit/engine';
import type { Stores } from '@sca-kit/store';
import type { Logger } from 'pino';

/** The pause between two sweeps, in milliseconds. */
const SWEEP_INTERVAL = 10_000;
/** The pause between two batches of a sweep, in milliseconds. */
const BATCH_INTERVAL = 100;
const DAY = 24 * 3_600_000;

/**
 * Deletes expired records in the background, in small batches with pauses, so that requests are not delayed.
 * Replicas may run it at the same time.
 * @returns a function that stops the loop and resolves when the current batch is done
 */
export function startSweepLoop(options: {
  readonly stores: Pick<Stores, 'sweep' | 'auditLog'>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Pick<Logger, 'error'>;
  /** Whole days until audit events are deleted; null keeps them without limit. */
  readonly retentionDays: number | null;
}): () => Promise<void> {
  const { stores, clock, timer, log, retentionDays } = options;
  const { promise: stop, resolve: stopNow } = Promise.withResolvers<void>();
  let stopped = false;
  const pause = (milliseconds: number): Promise<void> => Promise.race([timer.wait(milliseconds), stop]);

  async function sweepOnce(): Promise<void> {
    while (!stopped && (await stores.sweep(clock.now())) > 0) await pause(BATCH_INTERVAL);
    if (!stopped && retentionDays !== null) await retain(clock.now() - retentionDays * DAY);
  }

  async function retain(before: number): Promise<void> {
    const { broken } = await stores.auditLog.prune(before);
    for (const clientId of broken) {
      log.error(
        { clientId },
        'The audit log was changed, so none of it is deleted. Run `sca-kit audit verify` to find the change.',
      );
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      // An unavailable database may be back at the next sweep. Requests get 503 until then.
      await sweepOnce().catch((error: unknown) =>
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'A sweep failed.'),
      );
      await pause(SWEEP_INTERVAL);
    }
  }

  const running = run();
  return async () => {
    stopped = true;
    stopNow();
    await running;
  };
}
