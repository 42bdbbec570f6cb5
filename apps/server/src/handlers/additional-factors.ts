import type { UserKey } from '@sca-kit/engine';
import type { Caller, Handlers } from '@sca-kit/hono';
import type { Services } from './services.ts';

type Operation =
  | 'listAuthenticationFactors'
  | 'enrolOtpFactor'
  | 'verifyOtpFactor'
  | 'enrolPushFactor'
  | 'unlinkPushFactor';

/** The additional factors family. */
export function additionalFactors({ engine: { authenticationFactors } }: Services): Pick<Handlers, Operation> {
  return {
    async listAuthenticationFactors({ actor, caller }) {
      const factors = await authenticationFactors.list(actor, userOf(caller));
      return { status: 200, body: factors.length > 0 ? { factors } : {} };
    },
    async enrolOtpFactor({ actor, caller, path }) {
      await authenticationFactors.enrolOtp(actor, userOf(caller), path.channel);
      return { status: 204 };
    },
    async verifyOtpFactor({ actor, caller, path, body }) {
      await authenticationFactors.verifyOtp(actor, userOf(caller), path.channel, body.verificationCode);
      return { status: 204 };
    },
    async enrolPushFactor({ actor, caller, path }) {
      await authenticationFactors.enrolPush(actor, userOf(caller), path.channel);
      return { status: 204 };
    },
    async unlinkPushFactor({ actor, caller, path }) {
      await authenticationFactors.unlinkPush(actor, userOf(caller), path.channel);
      return { status: 204 };
    },
  };
}

function userOf({ clientId, userId }: Caller): UserKey {
  if (userId === null) throw new TypeError('An auth token always belongs to a user.');
  return { clientId, userId };
}
