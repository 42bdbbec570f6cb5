import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock, Random, Timer } from '@sca-kit/engine';

/**
 * The system clock, in milliseconds since the Unix epoch.
 * @example
 * systemClock.now(); // 1767225600000
 */
export const systemClock: Clock = { now: () => Date.now() };

/**
 * Waits in real time. A pending wait does not keep the process alive.
 * @example
 * await systemTimer.wait(250); // milliseconds
 */
export const systemTimer: Timer = {
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
};

/**
 * The operating system's cryptographically secure random number generator.
 * @example
 * systemRandom.digits(6); // '042917'
 */
export const systemRandom: Random = {
  uuid: () => randomUUID(),
  digits: (length) => Array.from({ length }, () => randomInt(10)).join(''),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
  integer: (min, max) => randomInt(min, max + 1),
};

/**
 * Returns a new trace id (W3C Trace Context): 32 hex digits.
 * @example
 * newTraceId(); // '4bf92f3577b34da6a3ce929d0e0e4736'
 */
export const newTraceId = (): string => randomUUID().replaceAll('-', '');
