import type { Clock } from '../ports/index.ts';

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves forward by `milliseconds`. */
  advance(milliseconds: number): void;
}

/** @param start milliseconds since the Unix epoch */
export function manualClock(start: number = Date.UTC(2026, 0, 1)): ManualClock {
  let time = start;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
