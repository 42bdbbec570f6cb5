/**
 * Requests that are limited together, by the generic cell rate algorithm (GCRA, ITU-T I.371). A bucket stores one theoretical
 * arrival time (TAT). The emission interval is `window / limit`, the burst tolerance `window` less that interval: at most `limit`
 * requests pass at once, and over time `limit` per `window` milliseconds.
 */
export interface RequestBucket {
  /** Unique within the client. */
  readonly name: string;
  readonly rate: { readonly limit: number; readonly window: number };
}

/** A bucket that rejects a request, and the milliseconds until a request would conform. */
export interface RequestRejection<Bucket extends RequestBucket = RequestBucket> {
  readonly bucket: Bucket;
  readonly retryAfter: number;
}

/**
 * The state of the request limits. It holds across replicas and processes, but may be lost with the power: limits that guard secrets
 * are in `RateLimitRepository`.
 */
export interface RequestLimitStore {
  /**
   * Counts a request at `at` (milliseconds since the Unix epoch, system clock) against each bucket in turn, and stops at the first
   * that rejects it. A rejected request does not count against the bucket that rejects it. Ignores a TAT more than a second beyond
   * `at + window`: the clock has been set back since.
   * @returns undefined when the request conforms to all buckets
   * @throws ScaError `service.unavailable` when the storage is unavailable
   */
  consume<Bucket extends RequestBucket>(
    clientId: string,
    buckets: readonly Bucket[],
    at: number,
  ): Promise<RequestRejection<Bucket> | undefined>;
}
