import { IDEMPOTENCY_HEADER } from '../idempotency/index.ts';
import { type Call, discard, type Layer } from '../layer.ts';

/** How often and how long to try. */
export interface RetryOptions {
  /** Tries after the first one; 2 unless given. */
  readonly retries?: number;
  /** Longest single wait, in seconds; 30 unless given. An answer that asks for more is handed to the caller. */
  readonly maxWait?: number;
}

/** What retrying needs of the world. */
export interface RetryPorts {
  /** Resolves after so many milliseconds, rejects when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

const FIRST_BACKOFF_MS = 250;

/**
 * Sends a request again after a network failure, 429 or 503, where a second copy does no harm: idempotent methods
 * (RFC 9110 §9.2.2) and requests with an `idempotency-ref`. `Retry-After` is obeyed; without it, waits grow
 * exponentially, with full jitter.
 *
 * @throws {TypeError} options out of range
 */
export function retry(options: RetryOptions, ports: RetryPorts): Layer {
  const { retries = 2, maxWait = 30 } = options;
  if (!Number.isSafeInteger(retries) || retries < 0) throw new TypeError('retry.retries must be 0 or more, such as 2');
  if (!(maxWait >= 0)) throw new TypeError('retry.maxWait must be 0 seconds or more, such as 30');

  return async (call, next) => {
    const { signal } = call.template;
    for (let tried = 0; ; tried += 1) {
      const last = tried >= retries || !isRepeatable(call);
      const backoff = ports.random() * FIRST_BACKOFF_MS * 2 ** tried;
      let wait = backoff;
      try {
        const response = await next(call);
        if (last || (response.status !== 429 && response.status !== 503)) return response;
        wait = retryAfter(response, ports.now()) ?? backoff;
        if (wait > maxWait * 1000) return response;
        await discard(response);
      } catch (error) {
        // fetch tells a network failure by a TypeError; anything else has another reason.
        if (last || signal.aborted || !(error instanceof TypeError)) throw error;
      }
      await ports.wait(Math.min(wait, maxWait * 1000), signal);
    }
  };
}

function isRepeatable(call: Call): boolean {
  const { method } = call.operation;
  return method === 'get' || method === 'put' || method === 'delete' || call.headers.has(IDEMPOTENCY_HEADER);
}

/** Milliseconds to wait, from seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(response: Response, now: number): number | undefined {
  const value = response.headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Waits by the platform's timer. */
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
