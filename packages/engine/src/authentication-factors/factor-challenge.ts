import { type Actor, createAuditEvent } from '../actor.ts';
import type { OtpBinding } from '../otp/otp-code.ts';
import type { AuditEvent, FactorChallengeRecord, PhoneNumberRecord, UserKey } from '../ports/index.ts';

export type FactorChannel = FactorChallengeRecord['channel'];

/** Which challenges of a user an operation is about. */
export interface ChallengeSubject {
  readonly actor: Actor;
  readonly user: UserKey;
  readonly purpose: FactorChallengeRecord['purpose'];
  readonly channel: FactorChannel;
}

/** Binds a code to one challenge and one phone number. */
export function challengeBinding(
  { clientId, userId }: UserKey,
  challengeId: string,
  number: Pick<PhoneNumberRecord, 'mac'> | undefined,
): OtpBinding {
  return [clientId, userId, challengeId, number?.mac ?? null];
}

type ChallengeEvent =
  | 'reserved'
  | 'sent'
  | 'not-sent'
  | 'attempted'
  | 'passed'
  | 'failed'
  | 'approved'
  | 'rejected'
  | 'expired';

export function challengeEvent(
  { actor, user, purpose, channel }: ChallengeSubject,
  now: number,
  event: ChallengeEvent,
  result: AuditEvent['result'] = 'success',
): AuditEvent {
  const data = { purpose, channel };
  return createAuditEvent(actor, now, { type: `factor-challenge.${event}`, userId: user.userId, result, data });
}
