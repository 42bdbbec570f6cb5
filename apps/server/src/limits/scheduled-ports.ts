import { availableParallelism } from 'node:os';
import type { Delivery, Keys, Timer } from '@sca-kit/engine';
import type { Scheduler } from './scheduler.ts';

/** The threads of libuv's pool by default. */
const POOL_SIZE = 4;

/**
 * Returns how many threads argon2 may use in each of `workers` processes: together one less than the machine has cores, which
 * is left to the event loops. One thread of each pool is left to JOSE, files and name resolution. At least one.
 */
export function hashThreads(workers: number, cores: number = availableParallelism()): number {
  const pool = Number(process.env.UV_THREADPOOL_SIZE) || POOL_SIZE;
  return Math.max(1, Math.min(Math.floor((cores - 1) / workers), pool - 1));
}

/** Runs argon2 when it is the caller's turn. */
export function scheduleHashes<Ported extends Keys>(keys: Ported, scheduler: Scheduler): Ported {
  return {
    ...keys,
    hash: (...parameters) => scheduler.hash(() => keys.hash(...parameters)),
    verifyHash: (...parameters) => scheduler.hash(() => keys.verifyHash(...parameters)),
  };
}

/** Lets other requests run while a provider sends a message. */
export function suspendDuringDelivery(delivery: Delivery, { suspend }: Scheduler): Delivery {
  return {
    sendOtp: (message) => suspend(() => delivery.sendOtp(message)),
    sendPush: (message) => suspend(() => delivery.sendPush(message)),
  };
}

/** Lets other requests run while one waits for time to pass. */
export function suspendDuringWaits(timer: Timer, { suspend }: Scheduler): Timer {
  return { wait: (milliseconds) => suspend(() => timer.wait(milliseconds)) };
}
