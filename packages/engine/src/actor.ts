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
export interface AuditEventInput {
  /** `<concept>.<past participle>`. */
  readonly type: string;
  readonly userId: number | null;
  readonly profileId?: number;
  /** `success` unless given. */
  readonly result?: AuditEvent['result'];
  /** Flat facts, 2048 characters of JSON at most. */
  readonly data?: AuditEvent['data'];
}

/** The trail is kept for years and read as a whole: an event is a line of it, not a place to put things. */
const MAX_DATA_LENGTH = 2048;

/**
 * The audit event of something that `actor` did (RTS 29).
 * @param at milliseconds since the Unix epoch, on the client's clock
 * @throws TypeError when the data is not flat, or too long: somebody's input must not get into the trail unseen
 * @example
 * const event = createAuditEvent(actor, Date.now(), { type: 'transfer.paid', userId: 7, data: { transferId: 12 } });
 * await tx.audit.append(event);
 */
export function createAuditEvent(actor: Actor, at: number, facts: AuditEventInput): AuditEvent {
  const data = facts.data ?? {};
  assertFacts(facts.type, data);
  return {
    clientId: actor.clientId,
    userId: facts.userId,
    profileId: facts.profileId ?? null,
    actor: actor.name,
    type: facts.type,
    result: facts.result ?? 'success',
    at,
    traceId: actor.traceId,
    data,
  };
}

function assertFacts(type: string, data: AuditEvent['data']): void {
  // Neither names nor values are repeated: they are what should not be there.
  if (!Object.values(data).every(isFact)) throw new TypeError(`The data of ${type} has to be flat`);
  if (JSON.stringify(data).length > MAX_DATA_LENGTH) throw new TypeError(`The data of ${type} is too long`);
}

function isFact(value: unknown): boolean {
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
}
