import type { Actor } from '../actor.ts';
import { ScaError } from '../errors.ts';
import type { Clock, ProfileKey, Store } from '../ports/index.ts';
import type { Limits, OperationKind, RateLimit } from './limits.ts';

export interface RequestLimits {
  /**
   * Counts a request of `actor`, and of the profile that it is about, by kind of operation: bursts up to the limit, the
   * limit in the long run. A client is counted by its actor's name: an api-key is known to many who do not know the secret.
   * @throws ScaError `rate.limit.reached` (429), limited by `caller-<kind>` or `profile-<kind>`
   */
  countRequest(actor: Actor, kind: OperationKind, profile?: ProfileKey): Promise<void>;
}

export interface RequestLimitsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly limits: Limits;
}

export function createRequestLimits(deps: RequestLimitsDeps): RequestLimits {
  const { store, clock, limits } = deps;

  /** One statement decides, so the scope is the client's clock alone: no row of a user or profile is locked for it. */
  async function pass(clientId: string, bucket: string, rate: RateLimit, limitedBy: string): Promise<void> {
    const wait = await store.transaction({ clientId, lock: 'none' }, (tx) =>
      tx.rateLimits.pace(clientId, bucket, clock.now() + tx.clockOffset, rate),
    );
    if (wait === 0) return;
    throw new ScaError('rate.limit.reached', 'Too many requests; wait before the next one', {
      retryAfter: Math.ceil(wait / 1000),
      limitedBy,
      limit: rate.limit,
    });
  }

  return {
    async countRequest({ clientId, userId, name }, kind, profile) {
      const caller = userId === null ? `client:${name}` : `user:${userId}`;
      await pass(clientId, `requests:${kind}:${caller}`, limits.requestsPerCaller[kind], `caller-${kind}`);
      if (!profile) return;
      const bucket = `requests:${kind}:profile:${profile.profileId}`;
      await pass(clientId, bucket, limits.requestsPerProfile[kind], `profile-${kind}`);
    },
  };
}
