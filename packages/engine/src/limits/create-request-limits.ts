import type { Actor } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { ProfileKey } from '../ports/index.ts';
import type { OperationKind, RateLimit } from './limits.ts';

export interface RequestLimits {
  /**
   * Counts a request of the actor, and of the profile that it is about, by kind of operation. Bursts up to the limit pass; over
   * time at most `limit` requests per `window` do. A client is counted by the name of its actor, because more people know its
   * api-key than its secret.
   * @throws ScaError `rate.limit.reached`, limited by `caller-<kind>` or `profile-<kind>`
   */
  countRequest(actor: Actor, kind: OperationKind, profile?: ProfileKey): Promise<void>;
}

export function createRequestLimits(context: Context): RequestLimits {
  const { store, limits } = context;

  /** A single statement decides, so that no row needs a lock. */
  async function consume(clientId: string, bucket: string, rate: RateLimit, limitedBy: string): Promise<void> {
    const wait = await store.transaction({ clientId, lock: 'none' }, (tx) =>
      tx.rateLimits.pace(clientId, bucket, clientTime(context, tx), rate),
    );
    if (wait === 0) return;
    throw new ScaError('rate.limit.reached', {
      retryAfter: Math.ceil(wait / 1000),
      limitedBy,
      limit: rate.limit,
    });
  }

  return {
    async countRequest({ clientId, userId, name }, kind, profile) {
      const caller = userId === null ? `client:${name}` : `user:${userId}`;
      await consume(clientId, `requests:${kind}:${caller}`, limits.requestsPerCaller[kind], `caller-${kind}`);
      if (!profile) return;
      const bucket = `requests:${kind}:profile:${profile.profileId}`;
      await consume(clientId, bucket, limits.requestsPerProfile[kind], `profile-${kind}`);
    },
  };
}
