import { setTimeout as delay } from 'node:timers/promises';
import { DeliveryError } from './delivery-error.ts';
import { errorUnless, type OptionError } from './option-error.ts';

/** Waits. Every `Timer` of the engine is one. A timer that supports the signal leaves no wait pending. */
export interface DeliveryTimer {
  /**
   * Resolves after `milliseconds` of real time.
   * @param signal cancels the wait; the promise may then reject
   */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Real time, cancellable. */
export const realTimer: DeliveryTimer = {
  wait: (milliseconds, signal) => delay(milliseconds, undefined, signal ? { signal } : {}),
};

export interface Deadline {
  readonly provider: string;
  readonly milliseconds: number;
  readonly timer: DeliveryTimer;
  /** Aborts the work, for example at shutdown. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs work with a deadline. At the deadline the signal of the work fires and the promise rejects, even if the work
 * ignores the signal.
 *
 * @throws DeliveryError `timeout` at the deadline, `aborted` when `deadline.signal` fires with another reason than a
 *   DeliveryError; otherwise the error of the work
 */
export async function withinDeadline<T>(deadline: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { provider, milliseconds, timer, signal: outer } = deadline;
  const late = new AbortController();
  const over = new AbortController();
  const signal = outer ? AbortSignal.any([outer, late.signal]) : late.signal;
  const cause = (): DeliveryError =>
    signal.reason instanceof DeliveryError ? signal.reason : new DeliveryError({ provider, failure: 'aborted' });
  if (signal.aborted) throw cause();
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(cause());
  // Removed below: a listener would keep the combined signal alive as long as the outer one.
  signal.addEventListener('abort', stop, { once: true });
  timer.wait(milliseconds, over.signal).then(
    () => late.abort(new DeliveryError({ provider, failure: 'timeout' })),
    () => {},
  );
  try {
    return await Promise.race([stopped.promise, work(signal)]);
  } finally {
    signal.removeEventListener('abort', stop);
    over.abort();
  }
}

/** Checks that an option is a whole number of milliseconds, at least 1. */
export function millisecondsErrors(option: string, value: number): readonly OptionError[] {
  const rule = 'must be a whole number of milliseconds, at least 1, for example 10000';
  return errorUnless(Number.isSafeInteger(value) && value >= 1, option, rule);
}
