import type { AuditEvent } from './ports/index.ts';

/** Who asks: decides what may be seen, and goes into the audit trail. */
export interface Actor {
  readonly clientId: string;
  /** The user that a user or auth token stands for; null for the client itself. */
  readonly userId: number | null;
  /** `user:<id>`, `application`, `device` or `system`. */
  readonly name: string;
  readonly traceId: string | null;
}

/** What an audit event says beyond who did it, for which client and when. */
export interface EventFacts {
  /** `<concept>.<past participle>`. */
  readonly type: string;
  readonly userId: number | null;
  readonly profileId?: number;
  /** `success` unless given. */
  readonly result?: AuditEvent['result'];
  readonly data?: AuditEvent['data'];
}

/**
 * The audit event of something that `actor` did (RTS 29).
 * @param at milliseconds since the Unix epoch, on the client's clock
 */
export function eventBy(actor: Actor, at: number, facts: EventFacts): AuditEvent {
  return {
    clientId: actor.clientId,
    userId: facts.userId,
    profileId: facts.profileId ?? null,
    actor: actor.name,
    type: facts.type,
    result: facts.result ?? 'success',
    at,
    traceId: actor.traceId,
    data: facts.data ?? {},
  };
}
