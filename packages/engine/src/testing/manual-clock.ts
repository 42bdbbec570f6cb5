import type { Clock } from '../ports/index.ts';

/** A clock that moves only when a test advances it. */
export interface ManualClock extends Clock {
  /** Moves forward by `milliseconds`. */
  advance(milliseconds: number): void;
}

/**
 * Creates a clock for tests.
 * @param start milliseconds since the Unix epoch
 * @example
 * const clock = manualClock();
 * clock.advance(15_000);
 */
export function manualClock(start: number = Date.UTC(2026, 0, 1)): ManualClock {
  let time = start;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
