import type { Actor, AuthenticatedToken } from '@sca-kit/engine';

/** Who sent a request, as its credentials say. */
export interface Caller {
  /** `anonymous` on public operations. */
  readonly kind: 'user' | 'application' | 'auth' | 'client' | 'api-key' | 'anonymous';
  /** The client (tenant); the empty text when anonymous. */
  readonly clientId: string;
  /** Set for user and auth tokens. */
  readonly userId: number | null;
  /** What is known of the bearer token, where there is one. Not its text. */
  readonly token: AuthenticatedToken | null;
}

export const ANONYMOUS: Caller = { kind: 'anonymous', clientId: '', userId: null, token: null };

/** The caller as the engine knows it. */
export function actorOf(caller: Caller, traceId: string): Actor {
  return {
    clientId: caller.clientId,
    userId: caller.userId,
    name: caller.userId === null ? 'application' : `user:${caller.userId}`,
    traceId,
  };
}
