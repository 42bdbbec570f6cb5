import type { Clock } from '@sca-kit/engine';
import type { DeliveryTimer } from '../src/deadline.ts';

/** A clock and a timer that only `advance` moves. */
export interface FakeTime extends Clock, DeliveryTimer {
  /** Milliseconds of every wait so far, in order. */
  readonly waits: readonly number[];
  /** Number of pending waits. */
  readonly pending: number;
  advance(milliseconds: number): void;
  /** Resolves when a wait of exactly this length is pending. */
  waiting(milliseconds: number): Promise<void>;
}

interface Wait {
  readonly milliseconds: number;
  readonly until: number;
  readonly resolve: () => void;
}

/** @param options.skip selects waits that advance the clock and resolve at once */
export function fakeTime(options: { readonly skip?: (milliseconds: number) => boolean } = {}): FakeTime {
  const { skip = () => false } = options;
  let now = Date.UTC(2026, 10, 1);
  const waits: number[] = [];
  const pending = new Set<Wait>();
  const watchers = new Set<() => void>();
  return {
    waits,
    now: () => now,
    get pending() {
      return pending.size;
    },
    async wait(milliseconds, signal) {
      waits.push(milliseconds);
      signal?.throwIfAborted();
      if (skip(milliseconds)) {
        now += milliseconds;
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const wait: Wait = { milliseconds, until: now + milliseconds, resolve };
        pending.add(wait);
        signal?.addEventListener('abort', () => {
          pending.delete(wait);
          reject(signal.reason);
        });
        for (const watcher of watchers) watcher();
      });
    },
    advance(milliseconds) {
      now += milliseconds;
      for (const wait of pending) {
        if (wait.until > now) continue;
        pending.delete(wait);
        wait.resolve();
      }
    },
    waiting: (milliseconds) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (![...pending].some((wait) => wait.milliseconds === milliseconds)) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      }),
  };
}
