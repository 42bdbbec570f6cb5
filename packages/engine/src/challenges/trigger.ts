import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, timeIn } from '../context.ts';
import { ScaError } from '../errors.ts';
import { OTP_TTL, otpContext } from '../factors/otp-factor.ts';
import { factorOf } from '../factors/registry.ts';
import { consumeRateLimit } from '../limits/consume-rate-limit.ts';
import { SimulatedDeliveryFailure, wasNotSent } from '../limits/delivery-failure.ts';
import { countCode, type Hit, release } from '../limits/otps-per-number.ts';
import { mayUse } from '../one-time-token/one-time-tokens.ts';
import { slotFor } from '../one-time-token/select-challenges.ts';
import { findToken, profileOf, tokenNotFound } from '../one-time-token/stored-token.ts';
import { allows } from '../one-time-token/transitions.ts';
import type { ChallengeType, OtpCodeRecord, ProfileKey, Transaction } from '../ports/index.ts';
import { assertUnlocked } from './attempts.ts';

/**
 * Sends a code for a challenge of a one-time token.
 * @param token its text
 * @returns where it went, masked
 * @throws ScaError `one.time.token.not.found`, `challenge.not.applicable`, `sca.locked`, `otp.resend.too.early`,
 *   `otp.hourly.limit.reached`, `delivery.unavailable`
 */
export type Trigger = (actor: Actor, token: string, channel: ChallengeType) => Promise<{ readonly sentTo: string }>;

/** A code that is counted and stored, but accepted only once the message is on its way. */
interface Reservation {
  readonly stored: OtpCodeRecord;
  readonly recipient: string;
  /** The recipient as the person may see it. */
  readonly masked: string;
  /** What the person confirms: the action, with what it is linked to. */
  readonly action: string;
  /** What keeps codes of one challenge apart. */
  readonly resend: Hit;
  /** What the number has had. */
  readonly perNumber: readonly Hit[];
}

/** What became of a message. `unknown`: it was not accepted in time, and may have gone out. */
type Sending = 'sent' | 'not-sent' | 'unknown';

export function createTrigger(context: Context): Trigger {
  const { store, keys, random, delivery, limits } = context;

  async function reserve(
    tx: Transaction,
    actor: Actor,
    scope: ProfileKey,
    digest: string,
    channel: ChallengeType,
    code: string,
  ): Promise<Reservation> {
    const now = timeIn(context, tx);
    assertUnlocked(await profileOf(tx, scope), now);
    const token = await findToken(tx, scope.clientId, digest, now);
    if (!token || !allows(token, 'pass', now)) throw tokenNotFound();
    const slot = token.slots[slotFor(token.slots, channel)];
    const destination = await factorOf(channel).destination?.(tx, scope);
    // RTS 4(3)(a): strict disclosure shows that an element was given, never whether it was right.
    const isGiven = context.disclosure === 'strict' ? slot?.attempted : slot?.passed;
    if (!slot || isGiven || !destination) {
      throw new ScaError('challenge.not.applicable', 'The one-time token does not offer this challenge');
    }
    const { clientId } = scope;
    const resend: Hit = { clientId, bucket: `otp-resend:${digest}:${channel}`, at: now };
    await consumeRateLimit(tx, {
      ...resend,
      now,
      rate: { limit: 1, window: limits.resendInterval },
      limitedBy: 'otp-resend',
      code: 'otp.resend.too.early',
      message: 'A code was sent a moment ago',
    });
    const recipient = await destination.open(keys);
    const toSend = { clientId, now, id: destination.id, address: recipient, limitedBy: 'otp-per-number' };
    const perNumber = await countCode(context, tx, toSend);
    const stored: OtpCodeRecord = {
      ...scope,
      tokenDigest: digest,
      channel,
      mac: await keys.mac('otp', otpContext(token, channel, destination), code),
      createdAt: now,
      expiresAt: now + OTP_TTL,
      state: 'sending',
    };
    await tx.otpCodes.put(stored);
    await tx.audit.append(createAuditEvent(actor, now, { ...scope, type: 'otp.reserved', data: { channel } }));
    const action = token.linkText === null ? token.actionType : `${token.actionType} ${token.linkText}`;
    return { stored, recipient, masked: destination.mask(recipient), action, resend, perNumber };
  }

  /** Only the reservation's own code is touched: a later one may have replaced it while it was on its way. */
  async function settle(tx: Transaction, actor: Actor, reservation: Reservation, sending: Sending): Promise<void> {
    const { stored, resend, perNumber } = reservation;
    const { clientId, userId, profileId, tokenDigest, channel, createdAt } = stored;
    const current = await tx.otpCodes.find(clientId, tokenDigest, stored.channel);
    const own = current?.mac === stored.mac && current.createdAt === createdAt && current.state === 'sending';
    const sent = sending === 'sent';
    if (sent && own) await tx.otpCodes.put({ ...stored, state: 'live' });
    if (!sent) {
      if (own) await tx.otpCodes.delete(clientId, tokenDigest, channel);
      await release(tx, [resend]);
      // A provider that takes messages and answers late would else send without end.
      if (sending === 'not-sent') await release(tx, perNumber);
    }
    const facts = { type: sent ? 'otp.sent' : 'otp.not-sent', userId, profileId, data: { channel } };
    await tx.audit.append(
      createAuditEvent(actor, timeIn(context, tx), { ...facts, result: sent ? 'success' : 'failure' }),
    );
  }

  return async (actor, text, channel) => {
    const { clientId } = actor;
    const digest = await keys.digest(text);
    const found = await store.read({ clientId }, (tx) => tx.oneTimeTokens.find(clientId, digest));
    if (!found || !mayUse(actor, found)) throw tokenNotFound();
    const { userId, profileId } = found;
    const scope: ProfileKey = { clientId, userId, profileId };
    const outcome = await context.outcomes?.take(clientId, userId, 'DELIVERY');
    if (outcome === 'rate-limited') {
      throw new ScaError('rate.limit.reached', 'Too many requests', { retryAfter: 1, limitedBy: 'sandbox-outcome' });
    }
    const code = context.fixedCode ?? random.digits(6);
    const reservation = await store.transaction(scope, (tx) => reserve(tx, actor, scope, digest, channel, code));
    const { recipient, masked, stored, action } = reservation;
    try {
      if (outcome) throw new SimulatedDeliveryFailure();
      const { expiresAt } = stored;
      const purpose = 'one-time-token';
      await delivery.sendOtp({
        ...scope,
        channel,
        recipient,
        code,
        reference: text,
        purpose,
        action,
        expiresAt,
      });
    } catch (cause) {
      const sending = wasNotSent(cause) ? 'not-sent' : 'unknown';
      await store.transaction(scope, (tx) => settle(tx, actor, reservation, sending));
      throw new ScaError('delivery.unavailable', 'The code could not be sent', {}, { cause });
    }
    await store.transaction(scope, (tx) => settle(tx, actor, reservation, 'sent'));
    return { sentTo: masked };
  };
}
