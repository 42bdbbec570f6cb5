import type { Actor } from '../actor.ts';
import { conflict, type FactorChannel, type FactorsContext } from '../authentication-factors/factors-context.ts';
import { mobileNumberOf } from '../authentication-factors/mobile-number.ts';
import { markSteppedUp } from '../authentication-factors/respond-to-push.ts';
import { scopeOf, startChallenge } from '../authentication-factors/start-challenge.ts';
import { assertActiveUser, assertRegistered } from '../authentication-factors/user-factors.ts';
import { verifyCode } from '../authentication-factors/verify-code.ts';
import { ScaError } from '../errors.ts';
import type { AuthenticatedToken } from '../identity/authenticate.ts';
import type { Transaction, UserKey } from '../ports/index.ts';

/**
 * Raising an auth token with an enrolled factor. Each token is raised by itself, and stays so as long as it lives,
 * unless a factor that may have raised it goes away.
 * All throw ScaError `access.denied` for a token that is not an auth token.
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

export function createStepUps(context: FactorsContext): StepUps {
  const start = (actor: Actor, token: AuthenticatedToken, channel: FactorChannel): Promise<string> => {
    const user = ownerOf(token);
    return startChallenge(context, {
      actor,
      user,
      purpose: 'step-up',
      channel,
      tokenDigest: token.digest,
      async admit(tx) {
        await assertActiveUser(tx, user);
        // A number that no code reaches says more than the factor that it took along.
        const known = (await tx.authenticationFactors.list(user)).some((factor) => factor.channel === channel);
        if (known && channel === 'SMS') await mobileNumberOf(context, tx, user);
        await assertRegistered(tx, user, channel);
        await assertNotSteppedUp(tx, token);
      },
      tooEarly: (retryAfter) => conflict('RETRY_IN_15SEC', { retryAfter }),
    });
  };

  return {
    async startOtp(actor, token, channel) {
      if (channel !== 'SMS') throw conflict('CHANNEL_NOT_SUPPORTED');
      await start(actor, token, channel);
    },

    async verifyOtp(actor, token, channel, code) {
      if (channel !== 'SMS') throw conflict('CHANNEL_NOT_SUPPORTED');
      const user = ownerOf(token);
      await verifyCode(context, {
        actor,
        user,
        purpose: 'step-up',
        channel,
        tokenDigest: token.digest,
        code,
        async admit(tx) {
          await assertRegistered(tx, user, channel);
          await assertNotSteppedUp(tx, token);
        },
        whenRight: (tx, now) => markSteppedUp(tx, actor, user, token.digest, channel, now),
      });
    },

    async startPush(actor, token, channel) {
      if (channel !== 'AUTHY' && channel !== 'BIOMETRIC') throw conflict('CHANNEL_NOT_SUPPORTED');
      return { id: await start(actor, token, channel) };
    },

    requireSteppedUp(token) {
      if (token.steppedUpAt === null) {
        throw new ScaError('step.up.required', 'Step the token up with an additional factor first');
      }
    },
  };
}

function ownerOf(token: AuthenticatedToken): UserKey {
  const { clientId, kind, userId } = token;
  if (kind !== 'auth' || userId === null) throw new ScaError('access.denied', 'An auth token is needed here');
  return scopeOf({ clientId, userId });
}

/** Reads the token again: it may have been stepped up since the request was authenticated. */
async function assertNotSteppedUp(tx: Transaction, { clientId, digest }: AuthenticatedToken): Promise<void> {
  const stored = await tx.accessTokens.find(clientId, digest);
  if (!stored) throw new ScaError('token.invalid', 'The token is unknown or has expired');
  if (stored.steppedUpAt !== null) throw conflict('ALREADY_VERIFIED');
}
