import type { RequestBucket, RequestLimitStore } from '@sca-kit/engine';

/** The request limits of an open database. */
export interface RequestLimitTable extends RequestLimitStore {
  /** Deletes buckets that are empty at `now`, at most `limit`. Returns the number of deleted rows. */
  deleteEmpty(now: number, limit: number): Promise<number>;
  close(): Promise<void>;
}

/** TATs are stored in microseconds, for limits above a thousand requests a second. */
export const MICRO = 1000;

/**
 * Milliseconds by which the clocks of two replicas may differ. A TAT further in the future comes from a clock that has been set
 * back; nearer ones count, so that replicas with slightly different clocks do not lift each other's limits.
 */
const CLOCK_TOLERANCE = 1000;

/** A request at a bucket, in microseconds. */
export interface Arrival {
  readonly now: number;
  readonly interval: number;
  /** The highest TAT with which the request conforms. */
  readonly limit: number;
  /** The highest stored TAT that counts. */
  readonly latest: number;
}

export function arrivalAt(at: number, { rate: { limit, window } }: RequestBucket): Arrival {
  const [now, span] = [at * MICRO, window * MICRO];
  return {
    now,
    interval: Math.max(1, Math.round(span / limit)),
    limit: now + span,
    latest: now + span + CLOCK_TOLERANCE * MICRO,
  };
}

/** Milliseconds until a request conforms at a bucket with this TAT. */
export function retryAfter(tat: number | null | undefined, { now, interval, limit }: Arrival): number {
  return Math.max(1, Math.ceil(((tat ?? now) + interval - limit) / MICRO));
}

/** The TAT up to which a bucket is empty, on the clock of every replica. */
export function emptyAt(now: number): number {
  return (now - CLOCK_TOLERANCE) * MICRO;
}

/**
 * A statement that moves the TAT of a bucket if the request conforms. Returns a row if it does.
 * @param values SQL expressions
 * @param condition without which nothing is moved
 */
export function moveTat(
  values: Readonly<Record<'clientId' | 'bucket' | keyof Arrival, string>>,
  condition: string = 'true',
): string {
  const { clientId, bucket, now, interval, limit, latest } = values;
  const tat = `case when it.tat > ${now} and it.tat <= ${latest} then it.tat else ${now} end + ${interval}`;
  return `insert into request_limits as it (client_id, bucket, tat)
    select ${clientId}, ${bucket}, ${now} + ${interval} where ${condition}
    on conflict (client_id, bucket) do update set tat = ${tat} where ${tat} <= ${limit}
    returning 1`;
}

/** A statement that deletes empty buckets. Compares the TAT again: a request may have moved it meanwhile. */
export function deleteEmptyBuckets(tat: string, limit: string): string {
  return `delete from request_limits where tat <= ${tat} and (client_id, bucket) in (
    select client_id, bucket from request_limits where tat <= ${tat} limit ${limit})`;
}
