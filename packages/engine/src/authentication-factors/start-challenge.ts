import { type Actor, createAuditEvent } from '../actor.ts';
import { ScaError } from '../errors.ts';
import { consumeRateLimit, secondsUntil } from '../limits/consume-rate-limit.ts';
import { SimulatedDeliveryFailure, wasNotSent } from '../limits/delivery-failure.ts';
import { countCode, type Hit, release } from '../limits/otps-per-number.ts';
import type { AuditEvent, FactorChallengeRecord, Transaction, UserKey } from '../ports/index.ts';
import { CHALLENGE_TTL, type FactorChannel, type FactorsContext } from './factors-context.ts';
import { type MobileNumber, mobileNumberOf } from './mobile-number.ts';

/** A challenge that is asked for. */
export interface ChallengeRequest {
  readonly actor: Actor;
  readonly user: UserKey;
  readonly purpose: FactorChallengeRecord['purpose'];
  readonly channel: FactorChannel;
  /** The digest of the auth token to step up; null for an enrolment. */
  readonly tokenDigest: string | null;
  /** Refuses by throwing; runs under the user's lock, before anything is counted. */
  readonly admit: (tx: Transaction, now: number) => Promise<void>;
  /** The refusal of a second message within the resend interval. */
  readonly tooEarly: (retryAfter: number) => ScaError;
  /** What becomes true with the message sent, in the transaction that makes the challenge live, if it is the newest then. */
  readonly whenLive?: (tx: Transaction, now: number) => Promise<void>;
}

/** A challenge that is counted and stored, but can be answered only once its message is on its way. */
interface Reservation {
  readonly challenge: FactorChallengeRecord;
  readonly hits: readonly Hit[];
  /** E.164; empty for a push. */
  readonly recipient: string;
}

const DRAWS = 20;
const ID_DIGITS = 12;

/**
 * Sends a code or a push. One transaction reserves (limits counted, challenge stored as `sending`), the message goes
 * out with no transaction open, another makes the challenge live. A message that was not taken leaves nothing behind but,
 * where it may have gone out all the same, its count.
 * @returns the challenge's id
 * @throws ScaError what `admit` throws; `tooEarly`; `otp.hourly.limit.reached`, `rate.limit.reached` (429);
 * `delivery.unavailable` (503)
 */
export async function startChallenge(context: FactorsContext, request: ChallengeRequest): Promise<string> {
  const outcome = await context.outcomes?.take(request.user.clientId, request.user.userId, 'DELIVERY');
  if (outcome === 'rate-limited') {
    throw new ScaError('rate.limit.reached', 'Too many messages; wait before the next one', {
      retryAfter: 1,
      limitedBy: 'sandbox-outcome',
      limit: 1,
    });
  }
  const code = request.channel === 'SMS' ? (context.fixedCode ?? context.random.digits(6)) : null;
  const reservation = await reserve(context, request, code);
  try {
    if (outcome !== undefined) throw new SimulatedDeliveryFailure();
    await send(context, request, reservation, code);
  } catch (cause) {
    await takeBack(context, request, reservation, wasNotSent(cause));
    throw new ScaError('delivery.unavailable', 'The message could not be sent; try again', {}, { cause });
  }
  await goLive(context, request, reservation);
  return reservation.challenge.challengeId;
}

function reserve(context: FactorsContext, request: ChallengeRequest, code: string | null): Promise<Reservation> {
  const { user, purpose, channel, tokenDigest } = request;
  return context.store.transaction(scopeOf(user), async (tx) => {
    const now = context.clock.now() + tx.clockOffset;
    await request.admit(tx, now);
    const mobile = channel === 'SMS' ? await mobileNumberOf(context, tx, user) : undefined;

    const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
    if (latest?.state === 'sending' || latest?.state === 'pending') {
      const opensAt = latest.createdAt + context.limits.resendInterval;
      if (now < opensAt) throw request.tooEarly(secondsUntil(opensAt, now));
    }
    const hits = await countMessage(context, tx, user, mobile, now);

    // Never as old as the one before: "the latest" must be one, also on a clock that stands still.
    const createdAt = Math.max(now, (latest?.createdAt ?? 0) + 1);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const challengeId = context.random.digits(ID_DIGITS);
      const challenge: FactorChallengeRecord = {
        ...scopeOf(user),
        challengeId,
        purpose,
        channel,
        mac: code === null ? null : await context.keys.mac('otp', codeContext(user, challengeId, mobile), code),
        tokenDigest,
        attempts: 0,
        state: 'sending',
        createdAt,
        expiresAt: now + CHALLENGE_TTL,
        version: 1,
      };
      if (!(await tx.factorChallenges.insert(challenge))) continue;
      await tx.audit.append(eventOf(request, now, 'reserved'));
      return { challenge, hits, recipient: mobile?.number ?? '' };
    }
    throw new Error('No free challenge id was drawn');
  });
}

/** Counts the message under what it could flood: the number for a code, the person for a push. */
async function countMessage(
  context: FactorsContext,
  tx: Transaction,
  { clientId, userId }: UserKey,
  mobile: MobileNumber | undefined,
  now: number,
): Promise<readonly Hit[]> {
  if (mobile) {
    const { mac: id, number: address } = mobile;
    return countCode(context, tx, { clientId, now, id, address, limitedBy: 'otp-hourly' });
  }
  const hit: Hit = { clientId, bucket: `pushes-per-user:${userId}`, at: now };
  await consumeRateLimit(tx, {
    ...hit,
    rate: context.limits.pushesPerUser,
    now,
    limitedBy: 'push-per-user',
    code: 'rate.limit.reached',
    message: 'Too many push notifications were sent to this user',
  });
  return [hit];
}

async function send(
  context: FactorsContext,
  request: ChallengeRequest,
  { challenge, recipient }: Reservation,
  code: string | null,
): Promise<void> {
  const { purpose } = request;
  const { clientId, userId, challengeId, channel, expiresAt } = challenge;
  if (channel !== 'SMS') {
    await context.delivery.sendPush({ clientId, userId, channel, challengeId, purpose, expiresAt });
  } else if (code !== null) {
    await context.delivery.sendOtp({
      clientId,
      userId,
      channel,
      recipient,
      code,
      reference: challengeId,
      purpose,
      action: null,
      expiresAt,
    });
  }
}

async function takeBack(
  context: FactorsContext,
  request: ChallengeRequest,
  reservation: Reservation,
  notSent: boolean,
): Promise<void> {
  const { user } = request;
  const { challenge, hits } = reservation;
  await context.store.transaction(scopeOf(user), async (tx) => {
    if (!(await tx.factorChallenges.delete(user.clientId, challenge.challengeId))) return;
    // A message that may have gone out all the same has counted.
    if (notSent) await release(tx, hits);
    await tx.audit.append(eventOf(request, context.clock.now() + tx.clockOffset, 'not-sent'));
  });
}

async function goLive(context: FactorsContext, request: ChallengeRequest, { challenge }: Reservation): Promise<void> {
  const { user } = request;
  await context.store.transaction(scopeOf(user), async (tx) => {
    const now = context.clock.now() + tx.clockOffset;
    const current = await tx.factorChallenges.find(user.clientId, challenge.challengeId);
    // The user was deleted while the message was on its way.
    if (!current) throw new ScaError('user.not.found', 'There is no such user');
    // One that was ended meanwhile stays so, as if its message had arrived just before.
    if (current.state === 'sending') {
      await tx.factorChallenges.update({ ...current, state: 'pending', version: current.version + 1 });
      // A newer one may have been answered meanwhile: what it made of the factor stands.
      const latest = await tx.factorChallenges.findLatest(user, current.purpose, current.channel);
      if (latest?.challengeId === current.challengeId) await request.whenLive?.(tx, now);
    }
    await tx.audit.append(eventOf(request, now, 'sent'));
  });
}

function eventOf(request: ChallengeRequest, now: number, what: 'reserved' | 'sent' | 'not-sent'): AuditEvent {
  const { actor, user, purpose, channel } = request;
  return createAuditEvent(actor, now, {
    type: `factor-challenge.${what}`,
    userId: user.userId,
    result: what === 'not-sent' ? 'failure' : 'success',
    data: { purpose, channel },
  });
}

export function scopeOf({ clientId, userId }: UserKey): UserKey {
  return { clientId, userId };
}

/** What a code's keyed hash is bound to: it is good for one challenge, and proves nothing once the number changed. */
export function codeContext(
  { clientId, userId }: UserKey,
  challengeId: string,
  number: Pick<MobileNumber, 'mac'> | undefined,
): string {
  return JSON.stringify([clientId, userId, challengeId, number?.mac ?? null]);
}
