import type { AuditEvent } from './ports/index.ts';

/** The caller of an operation: decides what it may access, and goes into the audit log. */
export interface Actor {
  readonly clientId: string;
  /** The user of a user or auth token; null when the client acts for itself. */
  readonly userId: number | null;
  /** `user:<id>`, `application`, `device` or `system`. */
  readonly name: string;
  readonly traceId: string | null;
}

/** The members of an audit event that do not follow from its actor. */
export interface AuditEventInput {
  /** `<concept>.<past participle>`. */
  readonly type: string;
  readonly userId: number | null;
  readonly profileId?: number;
  /** `success` unless given. */
  readonly result?: AuditEvent['result'];
  /** Flat values, at most 2048 characters of JSON. */
  readonly data?: AuditEvent['data'];
}

const MAX_DATA_LENGTH = 2048;

/**
 * Creates the audit event of an action of `actor` (RTS 29).
 * @param at milliseconds since the Unix epoch, on the client's clock
 * @throws TypeError when the data is nested or too long, so that no request data is logged by mistake
 * @example
 * await tx.audit.append(createAuditEvent(actor, now, { type: 'transfer.funded', userId, data: { transferId: 42 } }));
 */
export function createAuditEvent(actor: Actor, at: number, input: AuditEventInput): AuditEvent {
  const data = input.data ?? {};
  assertFlat(input.type, data);
  return {
    clientId: actor.clientId,
    userId: input.userId,
    profileId: input.profileId ?? null,
    actor: actor.name,
    type: input.type,
    result: input.result ?? 'success',
    at,
    traceId: actor.traceId,
    data,
  };
}

function assertFlat(type: string, data: AuditEvent['data']): void {
  // The messages contain neither names nor values, which may be secret.
  if (!Object.values(data).every(isScalar)) throw new TypeError(`The data of ${type} must be flat.`);
  if (JSON.stringify(data).length > MAX_DATA_LENGTH)
    throw new TypeError(`The data of ${type} must have at most ${MAX_DATA_LENGTH} characters of JSON.`);
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
}
