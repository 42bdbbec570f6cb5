import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock, Random, Timer } from '@sca-kit/engine';

/** The system clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** Waits in real time, without keeping the process alive. */
export const systemTimer: Timer = {
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
};

/** A trace id of W3C Trace Context: 32 hex digits. */
export const newTraceId = (): string => randomUUID().replaceAll('-', '');

/** The operating system's CSPRNG. */
export const systemRandom: Random = {
  uuid: () => randomUUID(),
  digits: (length) => Array.from({ length }, () => randomInt(10)).join(''),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
  integer: (min, max) => randomInt(min, max + 1),
};
