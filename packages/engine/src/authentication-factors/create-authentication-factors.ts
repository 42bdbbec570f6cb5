import { type Actor, createAuditEvent } from '../actor.ts';
import { ScaError } from '../errors.ts';
import type { UserKey } from '../ports/index.ts';
import { conflict, type FactorsContext } from './factors-context.ts';
import { type PushResponse, respondToPush } from './respond-to-push.ts';
import { scopeOf, startChallenge } from './start-challenge.ts';
import {
  assertActiveUser,
  assertNotRegistered,
  expireOpen,
  type FactorStatus,
  type FactorType,
  findFactor,
  putFactor,
  TYPE_OF_CHANNEL,
} from './user-factors.ts';
import { verifyCode } from './verify-code.ts';

/** A factor as its owner sees it. */
export interface AuthenticationFactor {
  readonly type: FactorType;
  readonly status: FactorStatus;
  readonly channel: 'SMS' | 'AUTHY' | 'BIOMETRIC';
}

/**
 * The devices that step a log-in up. All throw ScaError `user.not.found`, and `factor.conflict` with the `errorCode`s
 * that each names. A channel is text: what is not one is `CHANNEL_NOT_SUPPORTED`.
 */
export interface AuthenticationFactors {
  list(actor: Actor, user: UserKey): Promise<readonly AuthenticationFactor[]>;
  /**
   * Sends a code to the user's number.
   * @throws ScaError `CHANNEL_NOT_SUPPORTED`, `TYPE_DOES_NOT_SUPPORT_ENROLMENT`, `CREDENTIALS_INACTIVE`,
   * `CHANNEL_ALREADY_REGISTERED`, `MOBILE_NUMBER_NOT_AVAILABLE`, `MOBILE_NUMBER_INVALID`,
   * `MOBILE_COUNTRY_NOT_SUPPORTED`; `otp.resend.too.early`, `otp.hourly.limit.reached`, `delivery.unavailable`
   */
  enrolOtp(actor: Actor, user: UserKey, channel: string): Promise<void>;
  /**
   * @throws ScaError `CHANNEL_NOT_SUPPORTED`, `CHANNEL_ALREADY_REGISTERED`, `STATE_INVALID`,
   * `VERIFICATION_CODE_INVALID`, `VERIFICATION_CODE_EXPIRED`, `ONE_CHALLENGE_LIMIT_REMAINING`,
   * `CHALLENGE_LIMIT_EXCEEDED`
   */
  verifyOtp(actor: Actor, user: UserKey, channel: string, code: string): Promise<void>;
  /**
   * Sends a push to the user's device.
   * @returns its id, for the device to answer
   * @throws ScaError `CHANNEL_NOT_SUPPORTED`, `TYPE_DOES_NOT_SUPPORT_ENROLMENT`, `CREDENTIALS_INACTIVE`,
   * `CHANNEL_ALREADY_REGISTERED`; `rate.limit.reached`, `delivery.unavailable`
   */
  enrolPush(actor: Actor, user: UserKey, channel: string): Promise<{ readonly id: string }>;
  /**
   * Forgets a device; a push that waits for it can be approved no more, and what an active one stepped up has to be
   * stepped up again.
   * @throws ScaError `CHANNEL_NOT_SUPPORTED`, `CHANNEL_NOT_REGISTERED`
   */
  unlinkPush(actor: Actor, user: UserKey, channel: string): Promise<void>;
  /** What the device does with a push of an enrolment or a step-up. @throws ScaError `push.not.found` */
  respondToPush(actor: Actor, pushId: string, answer: PushResponse): Promise<void>;
  /** Links a biometric device, as its app does. @throws ScaError `CREDENTIALS_INACTIVE`, `CHANNEL_ALREADY_REGISTERED` */
  linkBiometric(actor: Actor, user: UserKey): Promise<void>;
}

export function createAuthenticationFactors(context: FactorsContext): AuthenticationFactors {
  const { store, clock } = context;
  return {
    async list(_actor, user) {
      const factors = await store.read(scopeOf(user), async (tx) => {
        if (!(await tx.users.find(user))) throw new ScaError('user.not.found', 'There is no such user');
        return tx.authenticationFactors.list(user);
      });
      const order = Object.keys(TYPE_OF_CHANNEL);
      return factors
        .map(({ type, status, channel }) => ({ type, status, channel }))
        .sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel));
    },

    async enrolOtp(actor, user, channel) {
      assertEnrollable(channel, 'SMS');
      await startChallenge(context, {
        actor,
        user,
        purpose: 'enrolment',
        channel: 'SMS',
        tokenDigest: null,
        async admit(tx) {
          await assertActiveUser(tx, user);
          await assertNotRegistered(tx, user, 'SMS');
        },
        tooEarly: (retryAfter) =>
          new ScaError('otp.resend.too.early', 'A code was sent a moment ago', {
            retryAfter,
            limitedBy: 'otp-resend',
            limit: 1,
          }),
        whenLive: (tx, now) => putFactor(tx, actor, user, 'SMS', 'PENDING_VERIFICATION', now),
      });
    },

    async verifyOtp(actor, user, channel, code) {
      if (channel !== 'SMS') throw conflict('CHANNEL_NOT_SUPPORTED');
      await verifyCode(context, {
        actor,
        user,
        purpose: 'enrolment',
        channel,
        tokenDigest: null,
        code,
        admit: (tx) => assertNotRegistered(tx, user, 'SMS'),
        whenRight: (tx, now) => putFactor(tx, actor, user, 'SMS', 'ACTIVE', now),
      });
    },

    async enrolPush(actor, user, channel) {
      assertEnrollable(channel, 'AUTHY');
      const id = await startChallenge(context, {
        actor,
        user,
        purpose: 'enrolment',
        channel: 'AUTHY',
        tokenDigest: null,
        async admit(tx) {
          await assertActiveUser(tx, user);
          await assertNotRegistered(tx, user, 'AUTHY');
        },
        tooEarly: (retryAfter) =>
          new ScaError('rate.limit.reached', 'A push was sent a moment ago', {
            retryAfter,
            limitedBy: 'push-resend',
            limit: 1,
          }),
        whenLive: (tx, now) => putFactor(tx, actor, user, 'AUTHY', 'PENDING_VERIFICATION', now),
      });
      return { id };
    },

    async unlinkPush(actor, user, channel) {
      if (channel !== 'AUTHY' && channel !== 'BIOMETRIC') throw conflict('CHANNEL_NOT_SUPPORTED');
      await store.transaction(scopeOf(user), async (tx) => {
        const now = clock.now() + tx.clockOffset;
        if (!(await tx.users.find(user))) throw new ScaError('user.not.found', 'There is no such user');
        const factor = await findFactor(tx, user, channel);
        if (!factor || factor.status === 'INACTIVE') throw conflict('CHANNEL_NOT_REGISTERED');
        await tx.authenticationFactors.delete(user, factor.type, channel);
        // Which of the factors stepped a token up is not known: all have to be stepped up again.
        if (factor.status === 'ACTIVE') await tx.accessTokens.clearSteppedUp(user);
        await expireOpen(tx, actor, user, 'enrolment', channel, now);
        await expireOpen(tx, actor, user, 'step-up', channel, now);
        await tx.audit.append(
          createAuditEvent(actor, now, {
            type: 'authentication-factor.unlinked',
            userId: user.userId,
            data: { type: factor.type, channel },
          }),
        );
      });
    },

    respondToPush: (actor, pushId, answer) => respondToPush(context, actor, pushId, answer),

    async linkBiometric(actor, user) {
      await store.transaction(scopeOf(user), async (tx) => {
        await assertActiveUser(tx, user);
        await assertNotRegistered(tx, user, 'BIOMETRIC');
        await putFactor(tx, actor, user, 'BIOMETRIC', 'ACTIVE', clock.now() + tx.clockOffset);
      });
    },
  };
}

/** A biometric device is linked by its own app; every other channel belongs to one operation. */
function assertEnrollable(channel: string, expected: 'SMS' | 'AUTHY'): void {
  if (channel === 'BIOMETRIC') throw conflict('TYPE_DOES_NOT_SUPPORT_ENROLMENT');
  if (channel !== expected) throw conflict('CHANNEL_NOT_SUPPORTED');
}
