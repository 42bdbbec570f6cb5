import type { Context } from '../context.ts';
import { ScaError } from '../errors.ts';
import { userKeyOf } from '../identity/assert-user.ts';
import { consumeRateLimit, secondsUntil } from '../limits/consume-rate-limit.ts';
import { hashOtp, newOtp, OTP_TTL } from '../otp/otp-code.ts';
import { countOtp, type Hit, releaseHits } from '../otp/otps-per-number.ts';
import { sendMessage } from '../otp/send-message.ts';
import type { FactorChallengeRecord, Transaction, UserKey } from '../ports/index.ts';
import { type ChallengeSubject, challengeBinding, challengeEvent } from './factor-challenge.ts';
import { type MobileNumber, mobileNumberOf } from './mobile-number.ts';

/** A request to send a code or push. */
export interface ChallengeRequest extends ChallengeSubject {
  /** The digest of the auth token to step up; null for an enrolment. */
  readonly tokenDigest: string | null;
  /** Throws when the challenge must not start. Runs under the user's lock, before anything is counted. */
  readonly assertAllowed: (tx: Transaction, now: number) => Promise<void>;
  /** Returns the error for a second message within the resend interval. Without it, the message on its way serves. */
  readonly resendError?: (retryAfter: number) => ScaError;
  /** Runs in the transaction that makes the challenge pending, if the challenge is still the latest. */
  readonly onPending?: (tx: Transaction, now: number) => Promise<void>;
}

/** A challenge that is counted and stored, but cannot be answered until the message is sent. */
interface Reservation {
  readonly challenge: FactorChallengeRecord;
  /** null for a challenge whose message is already on its way. */
  readonly hits: readonly Hit[] | null;
  /** E.164; empty for a push. */
  readonly recipient: string;
}

const MAX_DRAWS = 20;
const ID_DIGITS = 12;

/**
 * Sends a code or push, unless one for the same token is on its way. The challenge becomes pending when the message is sent, and
 * is removed when it is not.
 * @returns the id of the challenge
 * @throws ScaError what `assertAllowed` throws; `resendError`; `otp.hourly.limit.reached`, `rate.limit.reached`;
 * `delivery.unavailable`
 */
export async function startChallenge(context: Context, request: ChallengeRequest): Promise<string> {
  const code = request.channel === 'SMS' ? newOtp(context, 'factor') : null;
  const { challenge } = await sendMessage(context, {
    scope: userKeyOf(request.user),
    reserve: (tx, now) => reserve(context, tx, now, request, code),
    isReused: ({ hits }) => hits === null,
    deliver: (reservation) => deliver(context, request, reservation, code),
    confirm: (tx, now, reservation) => confirm(tx, now, request, reservation),
    cancel: (tx, now, reservation, notSent) => cancel(tx, now, request, reservation, notSent),
  });
  return challenge.challengeId;
}

async function reserve(
  context: Context,
  tx: Transaction,
  now: number,
  request: ChallengeRequest,
  code: string | null,
): Promise<Reservation> {
  const { user, purpose, channel, tokenDigest } = request;
  const { random, keys, limits } = context;
  await request.assertAllowed(tx, now);
  const mobile = channel === 'SMS' ? await mobileNumberOf(context, tx, user) : undefined;

  const latest = await tx.factorChallenges.findLatest(user, purpose, channel);
  const resendAt = (latest?.createdAt ?? 0) + limits.resendInterval;
  if (latest && now < resendAt) {
    const isWaiting = latest.state === 'sending' || latest.state === 'pending';
    if (request.resendError && (isWaiting || latest.state === 'used')) {
      throw request.resendError(secondsUntil(resendAt, now));
    }
    if (isWaiting && latest.tokenDigest === tokenDigest) return { challenge: latest, hits: null, recipient: '' };
  }
  const hits = await countMessage(context, tx, user, mobile, now);

  // Always later than the previous challenge, so that there is one latest challenge even while the clock stands still.
  const createdAt = Math.max(now, (latest?.createdAt ?? 0) + 1);
  for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
    const challengeId = random.digits(ID_DIGITS);
    const challenge: FactorChallengeRecord = {
      ...userKeyOf(user),
      challengeId,
      purpose,
      channel,
      mac: code === null ? null : await hashOtp(keys, challengeBinding(user, challengeId, mobile), code),
      tokenDigest,
      attempts: 0,
      state: 'sending',
      createdAt,
      expiresAt: now + OTP_TTL,
      version: 1,
    };
    if (!(await tx.factorChallenges.insert(challenge))) continue;
    await tx.audit.append(challengeEvent(request, now, 'reserved'));
    return { challenge, hits, recipient: mobile?.number ?? '' };
  }
  throw new Error(`No free challenge id was found in ${MAX_DRAWS} draws.`);
}

/** Counts a code under its number, and a push under its user. */
async function countMessage(
  context: Context,
  tx: Transaction,
  { clientId, userId }: UserKey,
  mobile: MobileNumber | undefined,
  now: number,
): Promise<readonly Hit[]> {
  if (mobile) {
    const { mac: id, number: address } = mobile;
    return countOtp(context, tx, { clientId, now, id, address, limitedBy: 'otp-hourly' });
  }
  const hit: Hit = { clientId, bucket: `pushes-per-user:${userId}`, at: now };
  await consumeRateLimit(tx, {
    ...hit,
    rate: context.limits.pushesPerUser,
    now,
    limitedBy: 'push-per-user',
    code: 'rate.limit.reached',
    message: 'Too many push notifications were sent to this user. Wait before requesting another one.',
  });
  return [hit];
}

async function deliver(
  { delivery }: Context,
  { purpose }: ChallengeRequest,
  { challenge, recipient }: Reservation,
  code: string | null,
): Promise<void> {
  const { clientId, userId, challengeId, channel, expiresAt } = challenge;
  if (channel !== 'SMS') {
    await delivery.sendPush({ clientId, userId, channel, challengeId, purpose, expiresAt });
  } else if (code !== null) {
    const message = { clientId, userId, channel, recipient, code, reference: challengeId, purpose, expiresAt };
    await delivery.sendOtp({ ...message, action: null });
  }
}

async function confirm(
  tx: Transaction,
  now: number,
  request: ChallengeRequest,
  { challenge }: Reservation,
): Promise<void> {
  const { user } = request;
  const current = await tx.factorChallenges.find(user.clientId, challenge.challengeId);
  // The user was deleted during the delivery.
  if (!current) throw new ScaError('user.not.found');
  // A challenge that expired during the delivery stays expired.
  if (current.state === 'sending') {
    await tx.factorChallenges.update({ ...current, state: 'pending', version: current.version + 1 });
    // A newer challenge may have been completed during the delivery: it decides the state of the factor.
    const latest = await tx.factorChallenges.findLatest(user, current.purpose, current.channel);
    if (latest?.challengeId === current.challengeId) await request.onPending?.(tx, now);
  }
  await tx.audit.append(challengeEvent(request, now, 'sent'));
}

async function cancel(
  tx: Transaction,
  now: number,
  request: ChallengeRequest,
  { challenge, hits }: Reservation,
  notSent: boolean,
): Promise<void> {
  if (!(await tx.factorChallenges.delete(request.user.clientId, challenge.challengeId))) return;
  // A message that may have been sent still counts.
  if (notSent) await releaseHits(tx, hits ?? []);
  await tx.audit.append(challengeEvent(request, now, 'not-sent', 'failure'));
}
