import { IDEMPOTENCY_HEADER } from '../idempotency/index.ts';
import { type Call, discard, type Layer } from '../layer.ts';

/** Options of retries. */
export interface RetryOptions {
  /** Number of retries after the first attempt. Defaults to 2. */
  readonly retries?: number;
  /** Longest wait, in seconds. Defaults to 30. A response with a longer `Retry-After` is returned to the caller. */
  readonly maxWait?: number;
}

/** Timer, clock and random numbers of retries. */
export interface RetryPorts {
  /** Resolves after the given milliseconds; rejects when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Returns a number from 0 to 1, excluding 1. */
  readonly random: () => number;
}

const FIRST_BACKOFF_MS = 250;

/**
 * Sends a request again after a network failure, 429 or 503, if repeating it is safe: idempotent methods (RFC 9110
 * §9.2.2) and requests with an `idempotency-ref`. Waits for `Retry-After` or, without it, uses exponential backoff with
 * full jitter.
 *
 * @throws {TypeError} options out of range
 */
export function retry(options: RetryOptions, ports: RetryPorts): Layer {
  const { retries = 2, maxWait = 30 } = options;
  if (!Number.isSafeInteger(retries) || retries < 0)
    throw new TypeError('retry.retries must be an integer of 0 or more, such as 2.');
  if (!(maxWait >= 0)) throw new TypeError('retry.maxWait must be 0 seconds or more, such as 30.');

  return async (call, next) => {
    const { signal } = call.template;
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt >= retries || !isRepeatable(call);
      const backoff = ports.random() * FIRST_BACKOFF_MS * 2 ** attempt;
      let wait = backoff;
      try {
        const response = await next(call);
        if (isLast || (response.status !== 429 && response.status !== 503)) return response;
        wait = retryAfter(response, ports.now()) ?? backoff;
        if (wait > maxWait * 1000) return response;
        await discard(response);
      } catch (error) {
        // fetch throws a TypeError for network failures; other errors have other causes.
        if (isLast || signal.aborted || !(error instanceof TypeError)) throw error;
      }
      await ports.wait(Math.min(wait, maxWait * 1000), signal);
    }
  };
}

function isRepeatable(call: Call): boolean {
  const { method } = call.operation;
  return method === 'get' || method === 'put' || method === 'delete' || call.headers.has(IDEMPOTENCY_HEADER);
}

/** Returns the milliseconds to wait, from seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(response: Response, now: number): number | undefined {
  const value = response.headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Waits with the platform's timer. */
export function waitByTimer(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
