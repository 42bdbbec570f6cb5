import { ScaError, type ScaErrorCode } from '../errors.ts';
import type { Transaction } from '../ports/index.ts';
import type { RateLimit } from './limits.ts';

/** A call that wants to be counted. */
export interface RateLimitRequest {
  readonly clientId: string;
  /** What is counted together. */
  readonly bucket: string;
  readonly rate: RateLimit;
  /** The client's time. */
  readonly now: number;
  /** `X-Rate-Limited-By`: lower-case words joined by hyphens. */
  readonly limitedBy: string;
  readonly code: ScaErrorCode;
  readonly message: string;
}

/**
 * Counts a call, or refuses it. The refusal has to end the transaction, which takes the count back: who waits as told
 * is served.
 * @throws ScaError of the turn's code, with limit, name and whole seconds to wait
 */
export async function consumeRateLimit(tx: Transaction, turn: RateLimitRequest): Promise<void> {
  const { clientId, bucket, rate, now } = turn;
  // Counted before it is judged: the hit makes all who share the bucket wait for each other, whatever they have locked.
  await tx.rateLimits.hit(clientId, bucket, now, rate.window);
  // Also who read the time later, or from a clock ahead of this one, and was counted earlier.
  const { hits, oldest } = await tx.rateLimits.peek(clientId, bucket, now + rate.window, 2 * rate.window);
  if (hits > rate.limit) {
    throw new ScaError(turn.code, turn.message, {
      retryAfter: secondsUntil((oldest ?? now) + rate.window, now),
      limitedBy: turn.limitedBy,
      limit: rate.limit,
    });
  }
}

/** Whole seconds from `now` to `time`, at least one: `Retry-After`. */
export function secondsUntil(time: number, now: number): number {
  return Math.max(1, Math.ceil((time - now) / 1000));
}
