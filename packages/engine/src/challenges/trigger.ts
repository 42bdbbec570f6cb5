import { type Actor, createAuditEvent } from '../actor.ts';
import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import { otpBinding } from '../factors/otp-factor.ts';
import { factorOf } from '../factors/registry.ts';
import { consumeRateLimit } from '../limits/consume-rate-limit.ts';
import { isIssuedFor } from '../one-time-token/one-time-tokens.ts';
import { slotFor } from '../one-time-token/select-challenges.ts';
import { allows } from '../one-time-token/transitions.ts';
import { hashOtp, newOtp, OTP_TTL } from '../otp/otp-code.ts';
import { countOtp, type Hit, releaseHits } from '../otp/otps-per-number.ts';
import { sendMessage } from '../otp/send-message.ts';
import type { ChallengeType, OtpCodeRecord, ProfileKey, Transaction } from '../ports/index.ts';
import { lockedProfile } from '../profiles/locked-profile.ts';
import { type LoadedRequest, loadRequest } from '../requests/load-request.ts';
import { assertUnlocked } from './lockout.ts';
import { unknownTokenError, usableToken } from './verification.ts';

/**
 * Sends a code for a challenge of a one-time token.
 * @param token its text
 * @param loaded the authenticated request, if there is one
 * @returns the masked address that the code was sent to
 * @throws ScaError `one.time.token.not.found`, `challenge.not.applicable`, `sca.locked`, `otp.resend.too.early`,
 *   `otp.hourly.limit.reached`, `delivery.unavailable`
 */
export type Trigger = (
  actor: Actor,
  token: string,
  channel: ChallengeType,
  loaded?: LoadedRequest,
) => Promise<{ readonly sentTo: string }>;

/** A code that is to be sent for a token. */
interface OtpRequest {
  readonly actor: Actor;
  readonly profile: ProfileKey;
  readonly tokenDigest: string;
  readonly channel: ChallengeType;
  readonly code: string;
}

/** A code that is counted and stored, but accepted only once the message is sent. */
interface Reservation {
  readonly stored: OtpCodeRecord;
  readonly recipient: string;
  readonly maskedRecipient: string;
  /** What the person confirms: the action, with what it is linked to. */
  readonly action: string;
  /** Limits how soon another code can be sent for the challenge. */
  readonly resend: Hit;
  /** Limits the codes of the number. */
  readonly perNumber: readonly Hit[];
}

export function createTrigger(context: Context): Trigger {
  const { delivery } = context;
  return async (actor, token, channel, loaded) => {
    const { clientId } = actor;
    const { records, tokenDigest = '' } = await loadRequest(context, { clientId, oneTimeToken: token }, loaded);
    const found = records.oneTimeToken;
    if (!found || !isIssuedFor(actor, found)) throw unknownTokenError();
    const profile: ProfileKey = { clientId, userId: found.userId, profileId: found.profileId };
    const code = newOtp(context, 'oneTimeToken');
    const request: OtpRequest = { actor, profile, tokenDigest, channel, code };
    const { maskedRecipient } = await sendMessage(context, {
      scope: profile,
      reserve: (tx, now) => reserve(context, tx, now, request),
      deliver: ({ recipient, action, stored: { expiresAt } }) =>
        delivery.sendOtp({
          ...profile,
          channel,
          recipient,
          code,
          reference: token,
          purpose: 'one-time-token',
          action,
          expiresAt,
        }),
      confirm: (tx, now, reservation) => confirm(tx, now, actor, reservation),
      cancel: (tx, now, reservation, notSent) => cancel(tx, now, actor, reservation, notSent),
    });
    return { sentTo: maskedRecipient };
  };
}

async function reserve(
  context: Context,
  tx: Transaction,
  now: number,
  { actor, profile, tokenDigest, channel, code }: OtpRequest,
): Promise<Reservation> {
  const { keys, limits } = context;
  const { clientId } = profile;
  assertUnlocked(lockedProfile(tx), now);
  const found = usableToken(await tx.oneTimeTokens.lookUp(clientId, tokenDigest), now);
  if (!found || !allows(found.token, 'pass', now)) throw unknownTokenError();
  const { token, factors } = found;
  const slot = token.slots[slotFor(token.slots, channel)];
  const destination = factorOf(channel).destination?.(factors);
  // RTS 4(3)(a): strict disclosure shows that a factor was attempted, never the result.
  const isDone = context.disclosure === 'strict' ? slot?.attempted : slot?.passed;
  if (!slot || isDone || !destination) throw new ScaError('challenge.not.applicable');
  const resend: Hit = { clientId, bucket: `otp-resend:${tokenDigest}:${channel}`, at: now };
  await consumeRateLimit(tx, {
    ...resend,
    now,
    rate: { limit: 1, window: limits.resendInterval },
    limitedBy: 'otp-resend',
    code: 'otp.resend.too.early',
  });
  const recipient = await destination.decrypt(keys);
  const perNumber = await countOtp(context, tx, {
    clientId,
    now,
    id: destination.id,
    address: recipient,
    limitedBy: 'otp-per-number',
  });
  const stored: OtpCodeRecord = {
    ...profile,
    tokenDigest,
    channel,
    mac: await hashOtp(keys, otpBinding(token, channel, destination), code),
    createdAt: now,
    expiresAt: now + OTP_TTL,
    state: 'sending',
  };
  await tx.otpCodes.put(stored);
  await tx.audit.append(createAuditEvent(actor, now, { ...profile, type: 'otp.reserved', data: { channel } }));
  const action = token.linkText === null ? token.actionType : `${token.actionType} ${token.linkText}`;
  return { stored, recipient, maskedRecipient: destination.mask(recipient), action, resend, perNumber };
}

async function confirm(tx: Transaction, now: number, actor: Actor, { stored }: Reservation): Promise<void> {
  if (await isCurrent(tx, stored)) await tx.otpCodes.put({ ...stored, state: 'live' });
  const { userId, profileId, channel } = stored;
  await tx.audit.append(createAuditEvent(actor, now, { type: 'otp.sent', userId, profileId, data: { channel } }));
}

async function cancel(
  tx: Transaction,
  now: number,
  actor: Actor,
  { stored, resend, perNumber }: Reservation,
  notSent: boolean,
): Promise<void> {
  const { clientId, userId, profileId, tokenDigest, channel } = stored;
  if (await isCurrent(tx, stored)) await tx.otpCodes.delete(clientId, tokenDigest, channel);
  await releaseHits(tx, [resend]);
  // A message that may have been sent counts: a provider that accepts messages but responds too late could otherwise be made to
  // send without limit.
  if (notSent) await releaseHits(tx, perNumber);
  const event = { type: 'otp.not-sent', userId, profileId, result: 'failure', data: { channel } } as const;
  await tx.audit.append(createAuditEvent(actor, now, event));
}

/** Whether the stored code is still the one of this reservation: a resend may have replaced it during the delivery. */
async function isCurrent(tx: Transaction, stored: OtpCodeRecord): Promise<boolean> {
  const current = await tx.otpCodes.find(stored.clientId, stored.tokenDigest, stored.channel);
  return current?.mac === stored.mac && current.createdAt === stored.createdAt && current.state === 'sending';
}
