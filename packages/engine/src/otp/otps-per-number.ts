import type { Context } from '../context.ts';
import { consumeRateLimit } from '../limits/consume-rate-limit.ts';
import type { Transaction } from '../ports/index.ts';

/** A counted message, which can be released if the message was not sent. */
export interface Hit {
  readonly clientId: string;
  readonly bucket: string;
  readonly at: number;
}

/** A code that is about to be sent. */
export interface OtpToCount {
  readonly clientId: string;
  /** The client's time. */
  readonly now: number;
  /** Identifies the address within the client without revealing it. */
  readonly id: string;
  /** The plain address: E.164 for a phone. */
  readonly address: string;
  /** `X-Rate-Limited-By`. */
  readonly limitedBy: string;
}

/** No client has this id: no token text can contain it. */
const ALL_CLIENTS = '';

/**
 * Counts a code under the number it is sent to: among the codes of the client, and among those of all clients, because anybody
 * who can create clients could otherwise multiply the limit.
 *
 * The bucket of all clients is hit last, on the system clock, which no client can move. It needs no lock of its own: a hit makes
 * concurrent transactions on the bucket wait until this one ends.
 * @throws ScaError `otp.hourly.limit.reached`
 */
export async function countOtp(
  { clock, keys, limits }: Context,
  tx: Transaction,
  { clientId, now, id, address, limitedBy }: OtpToCount,
): Promise<readonly Hit[]> {
  const error = { limitedBy, code: 'otp.hourly.limit.reached' } as const;
  const ofClient: Hit = { clientId, bucket: `otp:${id}`, at: now };
  await consumeRateLimit(tx, { ...ofClient, ...error, now, rate: limits.otpsPerNumber });
  const rate = limits.otpsPerNumberOfAllClients;
  if (!rate) return [ofClient];
  const bucket = `otp:${await keys.mac('otp-address', ALL_CLIENTS, address)}`;
  const ofAllClients: Hit = { clientId: ALL_CLIENTS, bucket, at: clock.now() };
  await consumeRateLimit(tx, { ...ofAllClients, ...error, now: ofAllClients.at, rate });
  return [ofClient, ofAllClients];
}

export async function releaseHits(tx: Transaction, hits: readonly Hit[]): Promise<void> {
  for (const { clientId, bucket, at } of hits) await tx.rateLimits.release(clientId, bucket, at);
}
