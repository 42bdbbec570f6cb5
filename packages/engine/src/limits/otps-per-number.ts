import type { Clock, Keys, Transaction } from '../ports/index.ts';
import { consumeRateLimit } from './consume-rate-limit.ts';
import type { Limits } from './limits.ts';

/** A hit that can be taken back. */
export interface Hit {
  readonly clientId: string;
  readonly bucket: string;
  readonly at: number;
}

/** A code that is about to be sent. */
export interface CodeToSend {
  readonly clientId: string;
  /** The client's time. */
  readonly now: number;
  /** Stands for the address within the client. */
  readonly id: string;
  /** In clear: E.164 for a phone. */
  readonly address: string;
  /** `X-Rate-Limited-By`. */
  readonly limitedBy: string;
}

/** No client has this id: no bearer text could name it. */
const ALL_CLIENTS = '';

/**
 * Counts a code under the number that it goes to, whatever it is for: among the codes of its client, and among those of all
 * clients, since who may make clients may make as many as a number is worth.
 *
 * The bucket of all clients is hit last, and by the system's clock, which no client moves. It is right without a lock of
 * its own: a hit makes all who share the bucket wait for each other until the transaction ends.
 * @throws ScaError `otp.hourly.limit.reached`
 */
export async function countCode(
  { clock, keys, limits }: { readonly clock: Clock; readonly keys: Keys; readonly limits: Limits },
  tx: Transaction,
  { clientId, now, id, address, limitedBy }: CodeToSend,
): Promise<readonly Hit[]> {
  const refusal = {
    limitedBy,
    code: 'otp.hourly.limit.reached',
    message: 'Too many codes were sent to this number',
  } as const;
  const own: Hit = { clientId, bucket: `otp:${id}`, at: now };
  await consumeRateLimit(tx, { ...own, ...refusal, now, rate: limits.otpsPerNumber });
  const rate = limits.otpsPerNumberOfAllClients;
  if (!rate) return [own];
  const bucket = `otp:${await keys.mac('otp-address', ALL_CLIENTS, address)}`;
  const shared: Hit = { clientId: ALL_CLIENTS, bucket, at: clock.now() };
  await consumeRateLimit(tx, { ...shared, ...refusal, now: shared.at, rate });
  return [own, shared];
}

/** Takes hits back: what they counted did not happen. */
export async function release(tx: Transaction, hits: readonly Hit[]): Promise<void> {
  for (const { clientId, bucket, at } of hits) await tx.rateLimits.release(clientId, bucket, at);
}
