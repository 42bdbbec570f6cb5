import { AsyncLocalStorage } from 'node:async_hooks';
import { ScaError } from '@sca-kit/engine';
import type { Caller, RequestScheduler } from '@sca-kit/hono';
import { createFairQueue, type FairQueueLimits, QueueFullError, type Slot } from './fair-queue.ts';

/**
 * The requests of this process. More slots would only move the waiting to the event loop and to the ten connections of
 * PostgreSQL, which serve by arrival.
 */
const REQUESTS: FairQueueLimits = { slots: 16, slotsPerKey: 8, waitingPerKey: 64, waiting: 1024 };

export interface Scheduler extends RequestScheduler {
  /** Runs an argon2 hash of the current request. Limits them to their threads, and serves the callers in turn. */
  hash<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** The slot of a request; undefined until it has one, and for operations that need none. */
interface Context {
  caller: string;
  slot?: Slot;
}

/** Without credentials, and outside of requests. */
const ANONYMOUS = 'anonymous';

/**
 * Creates the scheduler of this process: it limits the requests at once, of each caller and of all together, and serves the
 * callers in turn.
 * @param hashThreads threads that argon2 may use
 */
export function createScheduler(hashThreads: number): Scheduler {
  const requests = createFairQueue<string>(REQUESTS);
  // Requests limit the length of this queue: only their slots wait in it.
  const hashes = createFairQueue<string>({
    slots: hashThreads,
    slotsPerKey: hashThreads,
    waitingPerKey: Number.POSITIVE_INFINITY,
    waiting: Number.POSITIVE_INFINITY,
  });
  const current = new AsyncLocalStorage<Context>();

  const suspend = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const slot = current.getStore()?.slot;
    return slot ? slot.suspend(work) : work();
  };

  return {
    run(respond) {
      const context: Context = { caller: ANONYMOUS };
      return current.run(context, async () => {
        try {
          return await respond();
        } finally {
          context.slot?.release();
        }
      });
    },

    async enter(caller, operation) {
      const context = current.getStore();
      // The operations without limits report the state of the process.
      if (!context || !('429' in operation.responses)) return;
      context.caller = keyOf(caller);
      try {
        context.slot = await requests.acquire(context.caller);
      } catch (error) {
        throw error instanceof QueueFullError ? rejectionOf(error) : error;
      }
    },

    suspend,

    hash: (work) =>
      suspend(async () => {
        const slot = await hashes.acquire(current.getStore()?.caller ?? ANONYMOUS);
        try {
          return await work();
        } finally {
          slot.release();
        }
      }),
  };
}

function keyOf({ kind, clientId, userId }: Caller): string {
  if (kind === 'anonymous') return ANONYMOUS;
  return JSON.stringify([clientId, userId ?? kind]);
}

function rejectionOf({ by }: QueueFullError): ScaError {
  if (by === 'all') return new ScaError('service.unavailable', { retryAfter: 1 });
  const limit = REQUESTS.slotsPerKey + REQUESTS.waitingPerKey;
  const message = `Too many requests are in progress (${limit} at most). Wait for a response before the next one.`;
  return new ScaError('rate.limit.reached', { message, retryAfter: 1, limit, limitedBy: 'caller-concurrency' });
}
