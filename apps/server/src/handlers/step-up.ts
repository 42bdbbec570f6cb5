import type { AuthenticatedToken } from '@sca-kit/engine';
import type { Caller, Handlers } from '@sca-kit/hono';
import type { Services } from './services.ts';

type Operation = 'startOtpStepUp' | 'verifyOtpStepUp' | 'startPushStepUp' | 'listManagedAccounts';

/** Stepping up an auth token, and the resource that asks for it. */
export function stepUp({ engine: { stepUps }, stores }: Services): Pick<Handlers, Operation> {
  return {
    async startOtpStepUp({ actor, caller, path }) {
      await stepUps.startOtp(actor, tokenOf(caller), path.channel);
      return { status: 204 };
    },
    async verifyOtpStepUp({ actor, caller, path, body }) {
      await stepUps.verifyOtp(actor, tokenOf(caller), path.channel, body.verificationCode);
      return { status: 204 };
    },
    async startPushStepUp({ actor, caller, path }) {
      return { status: 200, body: await stepUps.startPush(actor, tokenOf(caller), path.channel) };
    },
    async listManagedAccounts({ caller }) {
      const token = tokenOf(caller);
      stepUps.requireSteppedUp(token);
      const profiles = await stores.engine.read({ clientId: token.clientId }, (tx) =>
        tx.profiles.listByUser({ clientId: token.clientId, userId: token.userId ?? 0 }),
      );
      const balances = (await Promise.all(profiles.map((profile) => stores.balances.list(profile)))).flat();
      const accounts = balances.map(({ balanceId, currency }) => ({
        id: String(balanceId),
        currency,
        friendlyName: `${currency} account`,
        state: 'ACTIVE' as const,
      }));
      return { status: 200, body: { accounts, count: accounts.length } };
    },
  };
}

function tokenOf({ token }: Caller): AuthenticatedToken {
  if (!token) throw new TypeError('The operation needs an auth token, but the router found none.');
  return token;
}
