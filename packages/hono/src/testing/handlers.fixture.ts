import { operationIds } from '@sca-kit/api';
import { type Engine, type OneTimeTokenView, ScaError, type UserKey } from '@sca-kit/engine';
import type { Handlers } from '../router/handler.ts';

const echo = ({ body }: { readonly body: { readonly message: string } }) => ({
  status: 200 as const,
  body: { message: `jose-playground-response-${body.message}`, method: 'POST' as const },
});

/** Handlers with a real engine for the operations that the tests call. The handlers of other operations throw. */
export function handlersFixture(engine: Engine, overrides: Partial<Handlers>): Handlers {
  const throwing = Object.fromEntries(
    operationIds.map((id) => [
      id,
      () => {
        throw new TypeError(`The fixture has no handler for ${id}`);
      },
    ]),
  ) as unknown as Handlers;
  const implemented: Partial<Handlers> = {
    async createPin({ actor, profile, body, approved }) {
      await engine.factors.enrol(actor, profile ?? never(), 'PIN', body.pin, { approved });
      return { status: 200, body: {} };
    },
    async deletePin({ actor, profile }) {
      await engine.factors.remove(actor, profile ?? never(), 'PIN');
      return { status: 204 };
    },
    async verifyPin({ actor, profile, body, header }) {
      const token = header['One-Time-Token'];
      const view = await engine.challenges.verify(actor, token, 'PIN', body.pin, profile ?? never());
      return { status: 200, body: resource(view) };
    },
    async createUserPin({ actor, profile, body, approved }) {
      await engine.factors.enrol(actor, profile ?? never(), 'PIN', body.pin, { approved });
      return { status: 204 };
    },
    async createFaceMap({ actor, profile, body, approved }) {
      await engine.factors.enrol(actor, profile ?? never(), 'FACE_MAP', body.faceMap, { approved });
      return { status: 204 };
    },
    async listProfiles({ actor }) {
      const found = await engine.profiles.list(actor, actor.userId ?? never());
      return { status: 200, body: found.map(({ profileId, userId }) => ({ id: profileId, type: 'PERSONAL', userId })) };
    },
    getMe: ({ actor }) => ({ status: 200, body: { id: actor.userId ?? 1, email: 'ada@example.com', active: true } }),
    async listPhoneNumbers({ actor, path }) {
      const { clientId } = actor;
      return { status: 200, body: await engine.phoneNumbers.list(actor, { clientId, userId: path.userId }) };
    },
    getBalanceStatement: ({ path, query }) => ({
      status: 200,
      body: {
        balanceId: path.balanceId,
        currency: query.currency,
        intervalStart: query.intervalStart,
        intervalEnd: query.intervalEnd,
        type: query.type ?? 'COMPACT',
        transactions: [],
        endOfStatementBalance: { value: 12.5, currency: query.currency },
      },
    }),
    fundTransfer: ({ path }) => ({
      status: 200,
      body: { type: 'BALANCE', status: 'COMPLETED', errorCode: null, balanceTransactionId: path.transferId },
    }),
    async listAuthenticationFactors({ actor }) {
      const factors = await engine.authenticationFactors.list(actor, userOf(actor));
      return { status: 200, body: factors.length > 0 ? { factors } : {} };
    },
    enrolOtpFactor: () => ({ status: 204 }),
    verifyOtpFactor: () => {
      throw new ScaError('factor.conflict', { message: 'No verification was started.', errorCode: 'STATE_INVALID' });
    },
    startPushStepUp: () => ({ status: 200, body: { id: '4711' } }),
    async createAccessToken({ actor }) {
      const { accessToken, expiresIn, createdAt } = await engine.identity.issueApplicationToken(actor);
      return {
        status: 200,
        body: {
          access_token: accessToken,
          token_type: 'bearer',
          expires_in: expiresIn,
          expires_at: new Date(createdAt + expiresIn * 1000).toISOString(),
          scope: 'balances',
          created_at: new Date(createdAt).toISOString(),
        },
        headers: { 'Cache-Control': 'no-store' },
      };
    },
    echoJwe: echo,
    echoJweGet: () => ({ status: 200, body: { message: 'jose-playground-response-', method: 'GET' } }),
    echoJweDirect: echo,
    echoJws: echo,
    echoJwsJwe: echo,
    getFaceTecPublicKey: () => ({ status: 200, body: '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n' }),
    getHealth: () => ({ status: 200, body: { status: 'ok' } }),
    streamEvents: () => ({
      status: 200,
      body: new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('event: ready\n\n'));
          controller.close();
        },
      }),
    }),
  };
  return { ...throwing, ...implemented, ...overrides };
}

function resource({ oneTimeToken, challenges, validity }: OneTimeTokenView) {
  return {
    oneTimeToken,
    challenges: challenges.map(({ primaryChallenge, alternatives, required, passed }) => ({
      primaryChallenge: { type: primaryChallenge },
      alternatives: alternatives.map((type) => ({ type })),
      required,
      passed,
    })),
    validity,
  };
}

function userOf({ clientId, userId }: { readonly clientId: string; readonly userId: number | null }): UserKey {
  return { clientId, userId: userId ?? never() };
}

function never(): never {
  throw new TypeError('An earlier step should have rejected this request');
}
