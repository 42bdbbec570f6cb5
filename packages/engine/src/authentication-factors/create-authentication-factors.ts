import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { factorConflictError } from '../errors.ts';
import { assertUser, userKeyOf } from '../identity/assert-user.ts';
import type { UserKey } from '../ports/index.ts';
import { assertMobileNumber } from './mobile-number.ts';
import { type PushResponse, respondToPush } from './respond-to-push.ts';
import { startChallenge } from './start-challenge.ts';
import {
  assertActiveUser,
  assertAllowedUser,
  assertNotRegistered,
  expireChallenge,
  type FactorStatus,
  type FactorType,
  findFactor,
  putFactor,
  TYPE_OF_CHANNEL,
} from './user-factors.ts';
import { verifyCode } from './verify-code.ts';

/** A factor as it is shown to its owner. */
export interface AuthenticationFactor {
  readonly type: FactorType;
  readonly status: FactorStatus;
  readonly channel: 'SMS' | 'AUTHY' | 'BIOMETRIC';
}

/**
 * The factors of the Additional Factors family, which step up auth tokens. Every method throws ScaError `user.not.found`, and
 * `factor.conflict` with the `errorCode`s that it names. An unknown channel is `CHANNEL_NOT_SUPPORTED`.
 */
export interface AuthenticationFactors {
  list(actor: Actor, user: UserKey): Promise<readonly AuthenticationFactor[]>;
  /**
   * Sends a code to the user's number. A code that was sent less than 15 seconds ago serves again.
   * @throws ScaError `CHANNEL_NOT_SUPPORTED`, `TYPE_DOES_NOT_SUPPORT_ENROLMENT`, `CREDENTIALS_INACTIVE`,
   * `CHANNEL_ALREADY_REGISTERED`, `MOBILE_NUMBER_NOT_AVAILABLE`, `MOBILE_NUMBER_INVALID`,
   * `MOBILE_COUNTRY_NOT_SUPPORTED`; `otp.hourly.limit.reached`, `delivery.unavailable`
   */
  enrolOtp(actor: Actor, user: UserKey, channel: string): Promise<void>;
  /**
   * @throws ScaError `CHANNEL_NOT_SUPPORTED`, `CHANNEL_ALREADY_REGISTERED`, `STATE_INVALID`,
   * `VERIFICATION_CODE_INVALID`, `VERIFICATION_CODE_EXPIRED`, `ONE_CHALLENGE_LIMIT_REMAINING`,
   * `CHALLENGE_LIMIT_EXCEEDED`
   */
  verifyOtp(actor: Actor, user: UserKey, channel: string, code: string): Promise<void>;
  /**
   * Sends a push to the user's device. A push that was sent less than 15 seconds ago serves again.
   * @returns the id of the push, to which the device responds
   * @throws ScaError `CHANNEL_NOT_SUPPORTED`, `TYPE_DOES_NOT_SUPPORT_ENROLMENT`, `CHANNEL_ALREADY_REGISTERED`,
   * `MOBILE_NUMBER_NOT_AVAILABLE`, `MOBILE_COUNTRY_NOT_SUPPORTED`; `access.denied` for an inactive user,
   * `rate.limit.reached`, `delivery.unavailable`
   */
  enrolPush(actor: Actor, user: UserKey, channel: string): Promise<{ readonly id: string }>;
  /**
   * Unlinks a device. Its pending pushes expire and, if it was active, all tokens of the user have to be stepped up again.
   * @throws ScaError `CHANNEL_NOT_SUPPORTED`, `CHANNEL_NOT_REGISTERED`
   */
  unlinkPush(actor: Actor, user: UserKey, channel: string): Promise<void>;
  /** Records how the device responded to a push. @throws ScaError `push.not.found` */
  respondToPush(actor: Actor, pushId: string, response: PushResponse): Promise<void>;
  /** Links a biometric device, as its app does. @throws ScaError `CREDENTIALS_INACTIVE`, `CHANNEL_ALREADY_REGISTERED` */
  linkBiometric(actor: Actor, user: UserKey): Promise<void>;
}

export function createAuthenticationFactors(context: Context): AuthenticationFactors {
  const { store } = context;
  return {
    async list(_actor, user) {
      const factors = await store.read(userKeyOf(user), async (tx) => {
        await assertUser(tx, user);
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
        async assertAllowed(tx) {
          await assertActiveUser(tx, user);
          await assertNotRegistered(tx, user, 'SMS');
        },
        onPending: (tx, now) => putFactor(tx, actor, user, 'SMS', 'PENDING_VERIFICATION', now),
      });
    },

    async verifyOtp(actor, user, channel, code) {
      if (channel !== 'SMS') throw factorConflictError('CHANNEL_NOT_SUPPORTED');
      await verifyCode(context, {
        actor,
        user,
        purpose: 'enrolment',
        channel,
        tokenDigest: null,
        code,
        assertAllowed: (tx) => assertNotRegistered(tx, user, 'SMS'),
        onSuccess: (tx, now) => putFactor(tx, actor, user, 'SMS', 'ACTIVE', now),
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
        async assertAllowed(tx) {
          await assertAllowedUser(tx, user);
          await assertNotRegistered(tx, user, 'AUTHY');
          await assertMobileNumber(context, tx, user);
        },
        onPending: (tx, now) => putFactor(tx, actor, user, 'AUTHY', 'PENDING_VERIFICATION', now),
      });
      return { id };
    },

    async unlinkPush(actor, user, channel) {
      if (channel !== 'AUTHY' && channel !== 'BIOMETRIC') throw factorConflictError('CHANNEL_NOT_SUPPORTED');
      await store.transaction(userKeyOf(user), async (tx) => {
        const now = clientTime(context, tx);
        await assertUser(tx, user);
        const factor = await findFactor(tx, user, channel);
        if (!factor || factor.status === 'INACTIVE') throw factorConflictError('CHANNEL_NOT_REGISTERED');
        await tx.authenticationFactors.delete(user, factor.type, channel);
        // Tokens do not record which factor stepped them up: all have to be stepped up again.
        if (factor.status === 'ACTIVE') await tx.accessTokens.clearSteppedUp(user);
        await expireChallenge(tx, actor, user, 'enrolment', channel, now);
        await expireChallenge(tx, actor, user, 'step-up', channel, now);
        await tx.audit.append(
          createAuditEvent(actor, now, {
            type: 'authentication-factor.unlinked',
            userId: user.userId,
            data: { type: factor.type, channel },
          }),
        );
      });
    },

    respondToPush: (actor, pushId, response) => respondToPush(context, actor, pushId, response),

    async linkBiometric(actor, user) {
      await store.transaction(userKeyOf(user), async (tx) => {
        await assertActiveUser(tx, user);
        await assertNotRegistered(tx, user, 'BIOMETRIC');
        await putFactor(tx, actor, user, 'BIOMETRIC', 'ACTIVE', clientTime(context, tx));
      });
    },
  };
}

/** A biometric device is linked by its app. Every other channel belongs to one operation. */
function assertEnrollable(channel: string, expected: 'SMS' | 'AUTHY'): void {
  if (channel === 'BIOMETRIC') throw factorConflictError('TYPE_DOES_NOT_SUPPORT_ENROLMENT');
  if (channel !== expected) throw factorConflictError('CHANNEL_NOT_SUPPORTED');
}
