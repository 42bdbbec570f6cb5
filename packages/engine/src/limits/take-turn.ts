import { ScaError, type ScaErrorCode } from '../errors.ts';
import type { Transaction } from '../ports/index.ts';
import type { RateLimit } from './limits.ts';

/** A call that wants to be counted. */
export interface Turn {
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
 * Counts a call, or refuses it. A refused call is not counted: who waits as told is served.
 * @throws ScaError of the turn's code, with limit, name and whole seconds to wait
 */
export async function takeTurn(tx: Transaction, turn: Turn): Promise<void> {
  const { clientId, bucket, rate, now } = turn;
  const { hits, oldest } = await tx.rateLimits.peek(clientId, bucket, now, rate.window);
  if (hits >= rate.limit) {
    throw new ScaError(turn.code, turn.message, {
      retryAfter: secondsUntil((oldest ?? now) + rate.window, now),
      limitedBy: turn.limitedBy,
      limit: rate.limit,
    });
  }
  await tx.rateLimits.hit(clientId, bucket, now, rate.window);
}

/** Whole seconds from `now` to `time`, at least one: `Retry-After`. */
export function secondsUntil(time: number, now: number): number {
  return Math.max(1, Math.ceil((time - now) / 1000));
}
