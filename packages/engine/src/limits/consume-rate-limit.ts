import { ScaError, type ScaErrorCode } from '../errors.ts';
import type { Transaction } from '../ports/index.ts';
import type { RateLimit } from './limits.ts';

/** A call that counts against a rate limit. */
export interface RateLimitedCall {
  readonly clientId: string;
  /** Calls with the same bucket are counted together. */
  readonly bucket: string;
  readonly rate: RateLimit;
  /** The client's time, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** `X-Rate-Limited-By`: lower-case words joined by hyphens. */
  readonly limitedBy: string;
  readonly code: ScaErrorCode;
  /** The default message of the code unless given. */
  readonly message?: string;
}

/**
 * Counts a call against a rate limit. The error has to roll the transaction back, which also removes the hit: a caller that
 * waits for `retryAfter` is then served.
 * @throws ScaError with the code of the call, `retryAfter`, `limitedBy` and `limit`
 */
export async function consumeRateLimit(tx: Transaction, call: RateLimitedCall): Promise<void> {
  const { clientId, bucket, rate, now, limitedBy, code, message } = call;
  // The hit comes before the check: it makes concurrent calls on the bucket wait for each other, whatever they have locked.
  await tx.rateLimits.hit(clientId, bucket, now, rate.window);
  // Includes hits of calls that read the time later, or from a faster clock, and were counted earlier.
  const { hits, oldest } = await tx.rateLimits.peek(clientId, bucket, now + rate.window, 2 * rate.window);
  if (hits > rate.limit) {
    throw new ScaError(code, {
      ...(message === undefined ? {} : { message }),
      retryAfter: secondsUntil((oldest ?? now) + rate.window, now),
      limitedBy,
      limit: rate.limit,
    });
  }
}

/** Returns the whole seconds from `now` to `time`, at least one: `Retry-After`. */
export function secondsUntil(time: number, now: number): number {
  return Math.max(1, Math.ceil((time - now) / 1000));
}
