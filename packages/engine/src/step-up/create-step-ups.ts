import type { Actor } from '../actor.ts';
import type { FactorChannel } from '../authentication-factors/factor-challenge.ts';
import { mobileNumberOf } from '../authentication-factors/mobile-number.ts';
import { markSteppedUp } from '../authentication-factors/respond-to-push.ts';
import { startChallenge } from '../authentication-factors/start-challenge.ts';
import { assertAllowedUser, assertRegistered, findFactor } from '../authentication-factors/user-factors.ts';
import { verifyCode } from '../authentication-factors/verify-code.ts';
import type { Context } from '../context.ts';
import { factorConflictError, ScaError } from '../errors.ts';
import { phoneNumberOf } from '../factors/phone-otp/phone-number.ts';
import { userKeyOf } from '../identity/assert-user.ts';
import type { AuthenticatedToken } from '../identity/authenticate.ts';
import type { UserKey } from '../ports/index.ts';

/**
 * Stepping up an auth token with an enrolled factor. A step-up holds for one token until the token expires, or until a factor of
 * the user is removed. Every method throws ScaError `access.denied` for a token that is not an auth token.
 */
export interface StepUps {
  /**
   * Sends a code to the user's number.
   * @throws ScaError `factor.conflict`: `CHANNEL_NOT_SUPPORTED`, `CHANNEL_NOT_REGISTERED`, `RETRY_IN_15SEC`,
   * `MOBILE_NUMBER_INVALID`, `MOBILE_COUNTRY_NOT_SUPPORTED`; `access.denied` for an inactive user,
   * `otp.hourly.limit.reached`, `delivery.unavailable`
   */
  startOtp(actor: Actor, token: AuthenticatedToken, channel: string): Promise<void>;
  /**
   * @throws ScaError `factor.conflict`: `CHANNEL_NOT_SUPPORTED`, `CHANNEL_NOT_REGISTERED`, `ALREADY_VERIFIED`,
   * `STATE_INVALID`, `VERIFICATION_CODE_INVALID`, `VERIFICATION_CODE_EXPIRED`, `ONE_CHALLENGE_LIMIT_REMAINING`,
   * `CHALLENGE_LIMIT_EXCEEDED`
   */
  verifyOtp(actor: Actor, token: AuthenticatedToken, channel: string, code: string): Promise<void>;
  /**
   * Sends a push to the user's device; the token is stepped up when it approves. A push for the same token that was sent less
   * than 15 seconds ago serves again.
   * @returns the push's id
   * @throws ScaError `factor.conflict`: `CHANNEL_NOT_SUPPORTED`, `CHANNEL_NOT_REGISTERED`; `access.denied` for an inactive user,
   * `rate.limit.reached`, `delivery.unavailable`
   */
  startPush(actor: Actor, token: AuthenticatedToken, channel: string): Promise<{ readonly id: string }>;
  /** @throws ScaError `step.up.required` (403) for a token that was not stepped up */
  requireSteppedUp(token: AuthenticatedToken): void;
}

export function createStepUps(context: Context): StepUps {
  const start = (actor: Actor, token: AuthenticatedToken, channel: FactorChannel): Promise<string> => {
    const user = ownerOf(token);
    return startChallenge(context, {
      actor,
      user,
      purpose: 'step-up',
      channel,
      tokenDigest: token.digest,
      async assertAllowed(tx) {
        await assertAllowedUser(tx, user);
        // An unusable number is the more helpful error: it is why the factor was deactivated.
        const isKnown = (await findFactor(tx, user, channel)) && (await phoneNumberOf(tx, user));
        if (isKnown && channel === 'SMS') await mobileNumberOf(context, tx, user);
        await assertRegistered(tx, user, channel);
      },
      ...(channel === 'SMS' && {
        resendError: (retryAfter) => factorConflictError('RETRY_IN_15SEC', { retryAfter }),
      }),
    });
  };

  return {
    async startOtp(actor, token, channel) {
      if (channel !== 'SMS') throw factorConflictError('CHANNEL_NOT_SUPPORTED');
      await start(actor, token, channel);
    },

    async verifyOtp(actor, token, channel, code) {
      if (channel !== 'SMS') throw factorConflictError('CHANNEL_NOT_SUPPORTED');
      const user = ownerOf(token);
      await verifyCode(context, {
        actor,
        user,
        purpose: 'step-up',
        channel,
        tokenDigest: token.digest,
        code,
        assertAllowed: (tx) => assertRegistered(tx, user, channel),
        onSuccess: (tx, now) => markSteppedUp(tx, actor, user, token.digest, channel, now),
      });
    },

    async startPush(actor, token, channel) {
      if (channel !== 'AUTHY' && channel !== 'BIOMETRIC') throw factorConflictError('CHANNEL_NOT_SUPPORTED');
      return { id: await start(actor, token, channel) };
    },

    requireSteppedUp(token) {
      if (token.steppedUpAt === null) {
        throw new ScaError('step.up.required');
      }
    },
  };
}

function ownerOf(token: AuthenticatedToken): UserKey {
  const { clientId, kind, userId } = token;
  if (kind !== 'auth' || userId === null)
    throw new ScaError('access.denied', { message: 'This operation needs an auth token.' });
  return userKeyOf({ clientId, userId });
}
