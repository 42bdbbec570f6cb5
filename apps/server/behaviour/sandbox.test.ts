import { operationIds, operationOf } from '@sca-kit/api';
import { createRouter } from '@sca-kit/hono';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../src/handlers/handlers.ts';
import { EventReader } from './support/event-reader.ts';
import { CODE, DEVICE, FACE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { codes, type SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();

describe('POST /sandbox/users', () => {
  it('needs no credentials and makes a fresh user in a client of its own', async () => {
    const [one, two] = [await sandbox.user(), await sandbox.user()];
    const text = expect.stringMatching(/\S/);
    expect(one.facts).toEqual({
      userId: expect.any(Number),
      email: expect.stringContaining('@'),
      password: text,
      registrationCode: text,
      clientId: text,
      clientSecret: text,
      apiKey: text,
      accessToken: text,
      refreshToken: text,
      authToken: text,
      applicationToken: text,
      profiles: [
        { id: expect.any(Number), type: 'personal' },
        { id: expect.any(Number), type: 'business' },
      ],
      balanceId: expect.any(Number),
      transferId: expect.any(Number),
    });
    expect(two.facts.clientId).not.toBe(one.facts.clientId);
    expect(two.facts.userId).not.toBe(one.facts.userId);
  });

  it('adds the user to clientId when it is given; an unknown one is 404', async () => {
    const first = await sandbox.user();
    const second = await sandbox.user({ clientId: first.facts.clientId });
    expect(second.facts).toMatchObject({ clientId: first.facts.clientId, clientSecret: null, apiKey: null });
    const unknown = await sandbox.call('POST', '/sandbox/users', { body: { clientId: 'no-such-client' } });
    expect([unknown.status, codes(unknown)]).toEqual([404, ['client.not.found']]);
  });

  it('presets phoneNumber, pin, deviceFingerprint, faceMap and biometric', async () => {
    const user = await sandbox.user({
      phoneNumber: phoneNumber(),
      pin: PIN,
      deviceFingerprint: DEVICE,
      faceMap: FACE,
      biometric: true,
    });
    const { challenges } = (await user.status(await user.token())).body.oneTimeTokenProperties;
    const types = challenges.flatMap(({ primaryChallenge, alternatives }) => [primaryChallenge, ...alternatives]);
    expect(types.map(({ type }) => type)).toEqual([
      'PIN',
      'PARTNER_DEVICE_FINGERPRINT',
      'SMS',
      'WHATSAPP',
      'VOICE',
      'FACE_MAP',
    ]);
    const { body } = await user.factor('GET', '/authentication_factors');
    expect(body).toEqual({ factors: [{ type: 'BIOMETRIC', status: 'ACTIVE', channel: 'BIOMETRIC' }] });
  });

  it('requiredFactors is 1 or 2, 2 by default', async () => {
    for (const [requiredFactors, status] of [
      [1, 200],
      [2, 403],
      [undefined, 403],
    ] as const) {
      const user = await sandbox.enrolledUser(requiredFactors === undefined ? {} : { requiredFactors });
      const token = await user.token();
      await user.pin(token, PIN);
      expect((await user.statement(token)).status).toBe(status);
    }
    expect((await sandbox.call('POST', '/sandbox/users', { body: { requiredFactors: 3 } })).status).toBe(400);
  });

  it('the first profile is the default one', async () => {
    const user = await sandbox.user();
    await user.call('POST', '/v1/user/pin', { body: { pin: PIN } });
    expect((await user.call('DELETE', user.v2('pin', user.otherProfileId))).status).toBe(404);
    expect((await user.call('DELETE', user.v2('pin', user.profileId))).status).toBe(204);
  });

  it('a wrong option makes no user: the number of another user is 422', async () => {
    const number = phoneNumber();
    const owner = await sandbox.user({ phoneNumber: number });
    const body = { clientId: owner.facts.clientId, phoneNumber: number };
    const answer = await sandbox.call('POST', '/sandbox/users', { body });
    expect([answer.status, codes(answer)]).toEqual([422, ['phone.number.repeated']]);
    const invalid = await sandbox.call('POST', '/sandbox/users', { body: { phoneNumber: '+999123456789' } });
    expect([invalid.status, codes(invalid)]).toEqual([400, ['phone.number.invalid']]);
  });
});

describe('All other sandbox endpoints', () => {
  const others = operationIds
    .map(operationOf)
    .filter(({ tag, operationId }) => tag === 'Sandbox' && operationId !== 'createSandboxUser');

  it.each(others)(
    "take the client's application token and no other ($operationId)",
    async ({ method, path, request }) => {
      const user = await sandbox.user();
      const url = path.replaceAll(/\{\w+\}/g, '1');
      const call = request.required ? { body: {} } : {};
      expect((await sandbox.call(method.toUpperCase(), url, call)).status).toBe(401);
      expect((await user.call(method.toUpperCase(), url, call)).status).toBe(403);
    },
  );

  it('act on that client alone', async () => {
    const [user, other] = [await sandbox.enrolledUser({ phoneNumber: phoneNumber() }), await sandbox.user()];
    await user.v1('sms/trigger', await user.token());
    await user.factor('POST', '/authentication_factors/push/AUTHY');
    const push = (await user.inbox()).find(({ channel }) => channel === 'AUTHY')?.reference;
    const { userId } = user.facts;
    const inbox = await other.application('GET', `/sandbox/inbox?userId=${userId}`);
    expect(inbox.body).toEqual({ messages: [] });
    expect((await other.application('POST', `/sandbox/push/${push}/approve`)).status).toBe(404);
    expect((await other.application('DELETE', `/sandbox/users/${userId}`)).status).toBe(404);
    const outcome = { outcome: 'fail', userId, kind: 'PIN' };
    expect((await other.application('POST', '/sandbox/outcomes', { body: outcome })).status).toBe(404);
    expect((await user.application('POST', `/sandbox/push/${push}/approve`)).status).toBe(204);
  });

  it('are absent in production mode, from the routes and from the description', async () => {
    const { services } = sandbox.server;
    const app = createRouter({
      engine: services.engine,
      handlers: createHandlers(services),
      jose: { mode: 'required', keys: { server: () => services.jose, client: async () => services.jose } },
      sandbox: false,
      now: () => services.clock.now(),
      newTraceId: () => '0'.repeat(32),
      log: () => undefined,
    });
    for (const { method, path } of [operationOf('createSandboxUser'), ...others]) {
      const url = path.replaceAll(/\{\w+\}/g, '1');
      expect((await app.request(url, { method: method.toUpperCase() })).status).toBe(404);
    }
    const { default: description } = await import('@sca-kit/spec/openapi.production.json', { with: { type: 'json' } });
    expect(Object.keys(description.paths).filter((path) => path.startsWith('/sandbox'))).toEqual([]);
    expect(Object.keys(description.paths)).toContain('/v2/profiles/{profileId}/pin');
  });
});

describe('GET /sandbox/inbox', () => {
  it('shows channel, recipient, code, one-time token or challenge id, and time, newest first', async () => {
    const number = phoneNumber();
    const user = await sandbox.enrolledUser({ phoneNumber: number });
    const token = await user.token();
    await user.v1('voice/trigger', token);
    await user.wait(60);
    await user.factor('POST', '/authentication_factors/push/AUTHY');
    const messages = await user.inbox();
    expect(messages).toMatchObject([
      {
        channel: 'AUTHY',
        recipient: null,
        code: null,
        reference: expect.stringMatching(/^\d+$/),
        purpose: 'enrolment',
      },
      { channel: 'VOICE', recipient: number, code: CODE, reference: token, purpose: 'one-time-token' },
    ]);
    const [newer = 0, older = 0] = messages.map(({ sentAt }) => Date.parse(sentAt));
    expect(newer - older).toBeGreaterThanOrEqual(60_000);
  });

  it('is filtered by user', async () => {
    const user = await sandbox.user({ phoneNumber: phoneNumber() });
    const other = await sandbox.user({ phoneNumber: phoneNumber(), clientId: user.facts.clientId });
    await user.factor('POST', '/authentication_factors/otp/SMS');
    const headers = { 'api-key': user.facts.apiKey ?? '' };
    expect((await other.factor('POST', '/authentication_factors/otp/SMS', { headers })).status).toBe(204);
    const all = await user.application<{ messages: { userId: number }[] }>('GET', '/sandbox/inbox');
    expect(all.body.messages.map(({ userId }) => userId)).toEqual([other.facts.userId, user.facts.userId]);
    expect((await user.inbox()).map(({ userId }) => userId)).toEqual([user.facts.userId]);
  });
});

describe('POST /sandbox/push/{id}', () => {
  const push = async (user: SandboxUser) => {
    await user.factor('POST', '/authentication_factors/push/AUTHY');
    return (await user.inbox())[0]?.reference ?? '';
  };
  const status = async (user: SandboxUser) => {
    const { body } = await user.factor<{ factors: { status: string }[] }>('GET', '/authentication_factors');
    return body.factors[0]?.status;
  };

  it.each([
    ['approve', 'ACTIVE'],
    ['reject', 'INACTIVE'],
    ['expire', 'PENDING_VERIFICATION'],
  ])('%s does what the device would: the factor is %s', async (answer, expected) => {
    const user = await sandbox.user();
    const id = await push(user);
    expect((await user.application('POST', `/sandbox/push/${id}/${answer}`)).status).toBe(204);
    expect(await status(user)).toBe(expected);
    const again = await user.application('POST', `/sandbox/push/${id}/approve`);
    expect([again.status, codes(again)]).toEqual([404, ['push.not.found']]);
  });
});

describe('/sandbox/clock', () => {
  const read = async (user: SandboxUser) =>
    (await user.application<{ now: string; offset: number }>('GET', '/sandbox/clock')).body;

  it('is read, and moved forward by seconds', async () => {
    const user = await sandbox.user();
    const before = await read(user);
    expect(before.offset).toBe(0);
    const moved = await user.application('POST', '/sandbox/clock', { body: { seconds: 90 } });
    expect(moved.status).toBe(200);
    const after = await read(user);
    expect(after.offset).toBe(90);
    expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(90_000);
  });

  it('never moves back', async () => {
    const user = await sandbox.user();
    for (const seconds of [-1, 0.5, 'soon']) {
      expect((await user.application('POST', '/sandbox/clock', { body: { seconds } })).status).toBe(400);
    }
    expect((await read(user)).offset).toBe(0);
  });

  it("is the client's own", async () => {
    const [user, other] = [await sandbox.enrolledUser(), await sandbox.enrolledUser()];
    const [token, theirs] = [await user.token(), await other.token()];
    await user.wait(3601);
    expect((await user.status(token)).status).toBe(404);
    expect((await other.status(theirs)).status).toBe(200);
    expect((await read(other)).offset).toBe(0);
  });

  it('background work obeys it too: what is over on the clock of one client is swept there alone', async () => {
    const [user, other] = [await sandbox.enrolledUser(), await sandbox.enrolledUser()];
    const [token, theirs] = [await user.token(), await other.token()];
    await user.wait(3 * 24 * 3600);
    const { stores, clock, keys } = sandbox.server.services;
    while ((await stores.sweep(clock.now())) > 0);
    const stored = async (clientId: string, text: string) => {
      const digest = await keys.digest(text);
      return stores.engine.read({ clientId }, (tx) => tx.oneTimeTokens.find(clientId, digest));
    };
    expect(await stored(user.facts.clientId, token)).toBeUndefined();
    expect(await stored(other.facts.clientId, theirs)).toBeDefined();
  });
});

describe('POST /sandbox/outcomes', () => {
  it('makes the next verification of a kind fail, once', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.outcome('PIN', 'fail');
    const failed = await user.pin(token, PIN);
    expect([failed.status, codes(failed)]).toEqual([400, ['pin.verification.failed']]);
    expect((await user.pin(token, PIN)).status).toBe(200);
  });

  it('makes the next verification expire, once', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.outcome('PARTNER_DEVICE_FINGERPRINT', 'expire');
    expect((await user.device(token, DEVICE)).status).toBe(404);
    expect((await user.device(await user.token(), DEVICE)).status).toBe(200);
  });

  it('makes the next verification answer 429 or 503, once', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.outcome('PIN', 'rate-limited');
    const limited = await user.pin(token, PIN);
    expect([limited.status, codes(limited)]).toEqual([429, ['rate.limit.reached']]);
    await user.outcome('PIN', 'unavailable');
    const away = await user.pin(token, PIN);
    expect([away.status, codes(away)]).toEqual([503, ['service.unavailable']]);
    expect((await user.pin(token, PIN)).status).toBe(200);
  });

  it('is for the factors of the additional family too', async () => {
    const user = await sandbox.user({ phoneNumber: phoneNumber() });
    await user.factor('POST', '/authentication_factors/otp/SMS');
    const verify = () =>
      user.factor('POST', '/authentication_factors/otp/SMS/verify', { body: { verificationCode: '123456' } });
    await user.outcome('OTP', 'fail');
    expect((await verify()).body).toEqual({ errorCode: 'VERIFICATION_CODE_INVALID' });
    await user.outcome('OTP', 'rate-limited');
    expect((await verify()).status).toBe(429);
    await user.outcome('OTP', 'expire');
    expect((await verify()).body).toEqual({ errorCode: 'VERIFICATION_CODE_EXPIRED' });
    await user.factor('POST', '/authentication_factors/push/AUTHY');
    const push = (await user.inbox())[0]?.reference;
    await user.outcome('PUSH', 'fail');
    await user.application('POST', `/sandbox/push/${push}/approve`);
    const { body } = await user.factor('GET', '/authentication_factors');
    expect(body).toMatchObject({ factors: [{ channel: 'SMS' }, { channel: 'AUTHY', status: 'INACTIVE' }] });
  });

  it('touches the verification of that user and kind alone', async () => {
    const user = await sandbox.enrolledUser();
    const other = await sandbox.enrolledUser({ clientId: user.facts.clientId });
    await user.outcome('PIN', 'fail');
    expect((await other.pin(await other.token(), PIN)).status).toBe(200);
    const token = await user.token();
    expect((await user.device(token, DEVICE)).status).toBe(200);
    expect((await user.pin(token, PIN)).status).toBe(400);
  });

  it('makes the next call of an operation, or a request with a correlation id, answer so, once', async () => {
    const user = await sandbox.user();
    const body = { outcome: 'unavailable', operationId: 'getMe' };
    await user.application('POST', '/sandbox/outcomes', { body });
    expect((await user.call('GET', '/v2/profiles')).status).toBe(200);
    expect((await user.call('GET', '/v1/me')).status).toBe(503);
    expect((await user.call('GET', '/v1/me')).status).toBe(200);
    const headers = await user.foresee('error');
    const broken = await user.call('GET', '/v1/me', { headers });
    expect([broken.status, codes(broken)]).toEqual([500, ['internal.error']]);
    expect((await user.call('GET', '/v1/me', { headers })).status).toBe(200);
    const unknown = { outcome: 'unavailable', operationId: 'noSuchOperation' };
    expect((await user.application('POST', '/sandbox/outcomes', { body: unknown })).status).toBe(400);
  });
});

describe('DELETE /sandbox/users/{userId}', () => {
  it('removes the user and all that belongs to it', async () => {
    const number = phoneNumber();
    const user = await sandbox.enrolledUser({ phoneNumber: number, biometric: true });
    const colleague = await sandbox.user({ clientId: user.facts.clientId });
    await user.v1('sms/trigger', await user.token());
    expect((await user.application('DELETE', `/sandbox/users/${user.facts.userId}`)).status).toBe(204);
    expect((await user.call('GET', '/v1/me')).status).toBe(401);
    expect((await user.factor('GET', '/authentication_factors')).status).toBe(401);
    expect(await user.inbox()).toEqual([]);
    const numbers = `/v1/application/users/${user.facts.userId}/phone-numbers`;
    expect((await user.application('GET', numbers)).status).toBe(404);
    const free = await user.application('POST', `/v1/application/users/${colleague.facts.userId}/phone-numbers`, {
      body: { phoneNumber: number },
    });
    expect(free.status).toBe(200);
    const again = await user.application('DELETE', `/sandbox/users/${user.facts.userId}`);
    expect([again.status, codes(again)]).toEqual([404, ['user.not.found']]);
    expect((await colleague.call('GET', '/v1/me')).status).toBe(200);
  });
});

describe('Two suites side by side', () => {
  /** A small suite of its own: moves its clock, sets outcomes, sends codes, reads inbox and events. */
  async function suite(seconds: number): Promise<void> {
    const user = await sandbox.enrolledUser({ phoneNumber: '+6588880000' });
    const events = await EventReader.open(user, '0');
    for (let round = 0; round < 3; round += 1) {
      const token = await user.token();
      await user.outcome('PIN', 'fail');
      expect((await user.pin(token, PIN)).status).toBe(400);
      await user.v1('sms/trigger', token);
      await user.v1('sms/verify', token, { otpCode: CODE });
      await user.pin(token, PIN);
      expect((await user.statement(token)).status).toBe(200);
      await user.wait(seconds);
      expect((await user.statement(token)).status).toBe(seconds < 300 ? 200 : 403);
    }
    const { body } = await user.application<{ offset: number }>('GET', '/sandbox/clock');
    expect(body.offset).toBe(3 * seconds);
    const inbox = await user.application<{ messages: { userId: number }[] }>('GET', '/sandbox/inbox');
    expect(inbox.body.messages.map(({ userId }) => userId)).toEqual(Array.from({ length: 3 }, () => user.facts.userId));
    await user.application('DELETE', `/sandbox/users/${user.facts.userId}`);
    const seen = await events.until('user.deleted');
    await events.close();
    for (const { data } of seen) expect([null, user.facts.userId]).toContain(data.userId);
    expect(seen.filter(({ event }) => event === 'otp.sent')).toHaveLength(3);
  }

  it('never see each other', async () => {
    await Promise.all([suite(20), suite(400), suite(3599), suite(20)]);
  });
});
