import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { ProfileKey } from '../ports/index.ts';
import type { OperationKind } from './limits.ts';

export interface RequestLimits {
  /**
   * Counts a request of the actor, and of the profile that it is about, by kind of operation, on the system clock: a client that
   * moves its own clock gains no requests. Bursts up to the limit pass; over time at most `limit` requests per `window` do. A client
   * is counted by the name of its actor, because more people know its api-key than its secret.
   * @throws ScaError `rate.limit.reached`, limited by `caller-<kind>` or `profile-<kind>`
   */
  countRequest(actor: Actor, kind: OperationKind, profile?: ProfileKey): Promise<void>;
}

export function createRequestLimits({ store, clock, limits }: Context): RequestLimits {
  return {
    async countRequest({ clientId, userId, name }, kind, profile) {
      const caller = userId === null ? `client:${name}` : `user:${userId}`;
      const buckets = [
        { name: `${kind}:${caller}`, rate: limits.requestsPerCaller[kind], limitedBy: `caller-${kind}` },
      ];
      if (profile) {
        const rate = limits.requestsPerProfile[kind];
        buckets.push({ name: `${kind}:profile:${profile.profileId}`, rate, limitedBy: `profile-${kind}` });
      }
      const rejection = await store.requestLimits.consume(clientId, buckets, clock.now());
      if (!rejection) return;
      const { bucket, retryAfter } = rejection;
      throw new ScaError('rate.limit.reached', {
        retryAfter: Math.ceil(retryAfter / 1000),
        limitedBy: bucket.limitedBy,
        limit: bucket.rate.limit,
      });
    },
  };
}
