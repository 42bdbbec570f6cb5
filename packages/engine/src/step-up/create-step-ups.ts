import type { Actor } from '../actor.ts';
import type { FactorChannel } from '../authentication-factors/factor-challenge.ts';
import { mobileNumberOf } from '../authentication-factors/mobile-number.ts';
import { markSteppedUp } from '../authentication-factors/respond-to-push.ts';
import { startChallenge } from '../authentication-factors/start-challenge.ts';
import { assertActiveUser, assertRegistered } from '../authentication-factors/user-factors.ts';
import { verifyCode } from '../authentication-factors/verify-code.ts';
import type { Context } from '../context.ts';
import { factorConflictError, ScaError } from '../errors.ts';
import { userKeyOf } from '../identity/assert-user.ts';
import type { AuthenticatedToken } from '../identity/authenticate.ts';
import type { Transaction, UserKey } from '../ports/index.ts';

/**
 * Stepping up an auth token with an enrolled factor. A step-up holds for one token until the token expires, or until a factor of
 * the user is removed. Every method throws ScaError `access.denied` for a token that is not an auth token.
 */
export interface StepUps {
  /**
   * Sends a code to the user's number.
   * @throws ScaError `factor.conflict`: `CHANNEL_NOT_SUPPORTED`, `CREDENTIALS_INACTIVE`, `CHANNEL_NOT_REGISTERED`,
   * `ALREADY_VERIFIED`, `RETRY_IN_15SEC`, `MOBILE_NUMBER_NOT_AVAILABLE`, `MOBILE_NUMBER_INVALID`,
   * `MOBILE_COUNTRY_NOT_SUPPORTED`; `otp.hourly.limit.reached`, `delivery.unavailable`
   */
  startOtp(actor: Actor, token: AuthenticatedToken, channel: string): Promise<void>;
  /**
   * @throws ScaError `factor.conflict`: `CHANNEL_NOT_SUPPORTED`, `CHANNEL_NOT_REGISTERED`, `ALREADY_VERIFIED`,
   * `STATE_INVALID`, `VERIFICATION_CODE_INVALID`, `VERIFICATION_CODE_EXPIRED`, `ONE_CHALLENGE_LIMIT_REMAINING`,
   * `CHALLENGE_LIMIT_EXCEEDED`
   */
  verifyOtp(actor: Actor, token: AuthenticatedToken, channel: string, code: string): Promise<void>;
  /**
   * Sends a push to the user's device; the token is stepped up when it approves.
   * @returns the push's id
   * @throws ScaError `factor.conflict`: `CHANNEL_NOT_SUPPORTED`, `CREDENTIALS_INACTIVE`, `CHANNEL_NOT_REGISTERED`,
   * `ALREADY_VERIFIED`, `RETRY_IN_15SEC`; `rate.limit.reached`, `delivery.unavailable`
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
        await assertActiveUser(tx, user);
        // An unusable number is the more helpful error: it is why the factor was deactivated.
        const isKnown = (await tx.authenticationFactors.list(user)).some((factor) => factor.channel === channel);
        if (isKnown && channel === 'SMS') await mobileNumberOf(context, tx, user);
        await assertRegistered(tx, user, channel);
        await assertNotSteppedUp(tx, token);
      },
      resendError: (retryAfter) => factorConflictError('RETRY_IN_15SEC', { retryAfter }),
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
        async assertAllowed(tx) {
          await assertRegistered(tx, user, channel);
          await assertNotSteppedUp(tx, token);
        },
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

/** Reads the token again, because a concurrent request may have stepped it up since it was authenticated. */
async function assertNotSteppedUp(tx: Transaction, { clientId, digest }: AuthenticatedToken): Promise<void> {
  const stored = await tx.accessTokens.find(clientId, digest);
  if (!stored) throw new ScaError('token.invalid');
  if (stored.steppedUpAt !== null) throw factorConflictError('ALREADY_VERIFIED');
}
