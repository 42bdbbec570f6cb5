import type { Actor } from '../actor.ts';
import type { Clock, ProfileKey, Store } from '../ports/index.ts';
import type { Limits, OperationKind } from './limits.ts';
import { takeTurn } from './take-turn.ts';

export interface RequestLimits {
  /**
   * Counts a request of `actor`, and of the profile that it is about, in sliding windows per kind of operation.
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
  return {
    async countRequest(actor, kind, profile) {
      const { clientId, userId } = actor;
      await store.transaction(userId === null ? { clientId } : { clientId, userId }, (tx) =>
        takeTurn(tx, {
          clientId,
          bucket: `requests:${kind}:${userId === null ? 'client' : `user:${userId}`}`,
          rate: limits.requestsPerCaller[kind],
          now: clock.now() + tx.clockOffset,
          limitedBy: `caller-${kind}`,
          code: 'rate.limit.reached',
          message: 'Too many requests; wait before the next one',
        }),
      );
      if (!profile) return;
      await store.transaction(profile, (tx) =>
        takeTurn(tx, {
          clientId,
          bucket: `requests:${kind}:profile:${profile.profileId}`,
          rate: limits.requestsPerProfile[kind],
          now: clock.now() + tx.clockOffset,
          limitedBy: `profile-${kind}`,
          code: 'rate.limit.reached',
          message: 'Too many requests for this profile; wait before the next one',
        }),
      );
    },
  };
}
