import { operationIds, operationOf } from '@sca-kit/api';
import { createRouter } from '@sca-kit/hono';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../src/handlers/handlers.ts';
import { DEVICE, FACE_MAP, OTP_CODE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { errorCodes, type SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();

describe('POST /sandbox/users', () => {
  it('needs no credentials and creates a user in a new client', async () => {
    const [one, two] = [await sandbox.createUser(), await sandbox.createUser()];
    const text = expect.stringMatching(/\S/);
    expect(one.details).toEqual({
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
        { id: expect.any(Number), type: 'PERSONAL' },
        { id: expect.any(Number), type: 'BUSINESS' },
      ],
      balanceId: expect.any(Number),
      transferId: expect.any(Number),
    });
    expect(two.details.clientId).not.toBe(one.details.clientId);
    expect(two.details.userId).not.toBe(one.details.userId);
  });

  it('adds the user to the given clientId with the application token of that client alone', async () => {
    const first = await sandbox.createUser();
    const second = await sandbox.createUser({ clientId: first.details.clientId });
    expect(second.details).toMatchObject({ clientId: first.details.clientId, clientSecret: null, apiKey: null });
    const body = { clientId: first.details.clientId };
    const open = await sandbox.call('POST', '/sandbox/users', { body });
    expect([open.status, errorCodes(open)]).toEqual([401, ['authentication.required']]);
    const asUser = await first.call('POST', '/sandbox/users', { body });
    expect(asUser.status).toBe(401);
    const stranger = await (await sandbox.createUser()).callAsApplication('POST', '/sandbox/users', { body });
    expect([stranger.status, errorCodes(stranger)]).toEqual([403, ['access.denied']]);
  });

  it('presets phoneNumber, pin, deviceFingerprint, faceMap and biometric', async () => {
    const user = await sandbox.createUser({
      phoneNumber: phoneNumber(),
      pin: PIN,
      deviceFingerprint: DEVICE,
      faceMap: FACE_MAP,
      biometric: true,
    });
    const { challenges } = (await user.tokenStatus(await user.createToken())).body.oneTimeTokenProperties;
    const types = challenges.flatMap(({ primaryChallenge, alternatives }) => [primaryChallenge, ...alternatives]);
    expect(types.map(({ type }) => type)).toEqual([
      'PIN',
      'PARTNER_DEVICE_FINGERPRINT',
      'SMS',
      'WHATSAPP',
      'VOICE',
      'FACE_MAP',
    ]);
    const { body } = await user.callWithAuthToken('GET', '/authentication_factors');
    expect(body).toEqual({ factors: [{ type: 'BIOMETRIC', status: 'ACTIVE', channel: 'BIOMETRIC' }] });
  });

  it('accepts requiredFactors of 1 or 2, 2 by default', async () => {
    for (const [requiredFactors, status] of [
      [1, 200],
      [2, 403],
      [undefined, 403],
    ] as const) {
      const user = await sandbox.createEnrolledUser(requiredFactors === undefined ? {} : { requiredFactors });
      const token = await user.createToken();
      await user.verifyPin(token, PIN);
      expect((await user.getStatement(token)).status).toBe(status);
    }
    expect((await sandbox.call('POST', '/sandbox/users', { body: { requiredFactors: 3 } })).status).toBe(400);
  });

  it('makes the first profile the default profile', async () => {
    const user = await sandbox.createUser();
    await user.call('POST', '/v1/user/pin', { body: { pin: PIN } });
    expect((await user.call('DELETE', user.v2Path('pin', user.otherProfileId))).status).toBe(404);
    expect((await user.call('DELETE', user.v2Path('pin', user.profileId))).status).toBe(204);
  });

  it('creates no user for an invalid option, and returns 422 for the number of another user', async () => {
    const number = phoneNumber();
    const owner = await sandbox.createUser({ phoneNumber: number });
    const body = { clientId: owner.details.clientId, phoneNumber: number };
    const response = await owner.callAsApplication('POST', '/sandbox/users', { body });
    expect([response.status, errorCodes(response)]).toEqual([422, ['phone.number.repeated']]);
    const invalid = await sandbox.call('POST', '/sandbox/users', { body: { phoneNumber: '+999123456789' } });
    expect([invalid.status, errorCodes(invalid)]).toEqual([400, ['phone.number.invalid']]);
  });
});

describe('All other sandbox endpoints', () => {
  const others = operationIds
    .map(operationOf)
    .filter(({ tag, operationId }) => tag === 'Sandbox' && operationId !== 'createSandboxUser');

  it.each(others)(
    'accept the application token of the client alone ($operationId)',
    async ({ method, path, request }) => {
      const user = await sandbox.createUser();
      const url = path.replaceAll(/\{\w+\}/g, '1');
      const call = request.required ? { body: {} } : {};
      expect((await sandbox.call(method.toUpperCase(), url, call)).status).toBe(401);
      expect((await user.call(method.toUpperCase(), url, call)).status).toBe(403);
    },
  );

  it('act on that client alone', async () => {
    const [user, other] = [
      await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() }),
      await sandbox.createUser(),
    ];
    await user.callV1('sms/trigger', await user.createToken());
    await user.callWithAuthToken('POST', '/authentication_factors/push/AUTHY');
    const push = (await user.inbox()).find(({ channel }) => channel === 'AUTHY')?.id;
    const { userId } = user.details;
    const inbox = await other.callAsApplication('GET', `/sandbox/inbox?userId=${userId}`);
    expect(inbox.body).toEqual({ messages: [] });
    expect((await other.callAsApplication('POST', `/sandbox/push/${push}/approve`)).status).toBe(404);
    expect((await other.callAsApplication('DELETE', `/sandbox/users/${userId}`)).status).toBe(404);
    const outcome = { outcome: 'fail', userId, kind: 'PIN' };
    expect((await other.callAsApplication('POST', '/sandbox/outcomes', { body: outcome })).status).toBe(404);
    expect((await user.callAsApplication('POST', `/sandbox/push/${push}/approve`)).status).toBe(204);
  });

  it('are absent in production mode, from the routes and from the OpenAPI document', async () => {
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
    const { default: document } = await import('@sca-kit/spec/openapi.production.json', { with: { type: 'json' } });
    expect(Object.keys(document.paths).filter((path) => path.startsWith('/sandbox'))).toEqual([]);
    expect(Object.keys(document.paths)).toContain('/v2/profiles/{profileId}/pin');
  });
});

describe('GET /sandbox/inbox', () => {
  it('shows channel, recipient, code, one-time token or challenge id, and time, newest first', async () => {
    const number = phoneNumber();
    const user = await sandbox.createEnrolledUser({ phoneNumber: number });
    const token = await user.createToken();
    await user.callV1('voice/trigger', token);
    await user.advanceClock(60);
    await user.callWithAuthToken('POST', '/authentication_factors/push/AUTHY');
    const messages = await user.inbox();
    expect(messages).toMatchObject([
      {
        channel: 'AUTHY',
        recipient: null,
        code: null,
        reference: expect.stringMatching(/^\d+$/),
        purpose: 'enrolment',
      },
      { channel: 'VOICE', recipient: number, code: OTP_CODE, reference: token, purpose: 'one-time-token' },
    ]);
    const [newer = 0, older = 0] = messages.map(({ sentAt }) => Date.parse(sentAt));
    expect(newer - older).toBeGreaterThanOrEqual(60_000);
  });

  it('filters by user', async () => {
    const user = await sandbox.createUser({ phoneNumber: phoneNumber() });
    const other = await sandbox.createUser({ phoneNumber: phoneNumber(), clientId: user.details.clientId });
    await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS');
    const headers = { 'api-key': user.details.apiKey ?? '' };
    expect((await other.callWithAuthToken('POST', '/authentication_factors/otp/SMS', { headers })).status).toBe(204);
    const all = await user.callAsApplication<{ messages: { userId: number }[] }>('GET', '/sandbox/inbox');
    expect(all.body.messages.map(({ userId }) => userId)).toEqual([other.details.userId, user.details.userId]);
    expect((await user.inbox()).map(({ userId }) => userId)).toEqual([user.details.userId]);
  });
});

describe('POST /sandbox/push/{id}', () => {
  const push = async (user: SandboxUser) => {
    await user.callWithAuthToken('POST', '/authentication_factors/push/AUTHY');
    return (await user.inbox())[0]?.id ?? '';
  };
  const status = async (user: SandboxUser) => {
    const { body } = await user.callWithAuthToken<{ factors: { status: string }[] }>('GET', '/authentication_factors');
    return body.factors[0]?.status;
  };

  it.each([
    ['approve', 'ACTIVE'],
    ['reject', 'INACTIVE'],
    ['expire', 'PENDING_VERIFICATION'],
  ])('%s simulates the device and makes the factor %s', async (response, expected) => {
    const user = await sandbox.createUserWithPhone();
    const id = await push(user);
    expect((await user.callAsApplication('POST', `/sandbox/push/${id}/${response}`)).status).toBe(204);
    expect(await status(user)).toBe(expected);
    const again = await user.callAsApplication('POST', `/sandbox/push/${id}/approve`);
    expect([again.status, errorCodes(again)]).toEqual([404, ['push.not.found']]);
  });
});

describe('DELETE /sandbox/users/{userId}', () => {
  it('removes the user and everything that belongs to it', async () => {
    const number = phoneNumber();
    const user = await sandbox.createEnrolledUser({ phoneNumber: number, biometric: true });
    const colleague = await sandbox.createUser({ clientId: user.details.clientId });
    await user.callV1('sms/trigger', await user.createToken());
    expect((await user.callAsApplication('DELETE', `/sandbox/users/${user.details.userId}`)).status).toBe(204);
    expect((await user.call('GET', '/v1/me')).status).toBe(401);
    expect((await user.callWithAuthToken('GET', '/authentication_factors')).status).toBe(401);
    expect(await user.inbox()).toEqual([]);
    const numbers = `/v1/application/users/${user.details.userId}/phone-numbers`;
    expect((await user.callAsApplication('GET', numbers)).status).toBe(404);
    const free = await user.callAsApplication(
      'POST',
      `/v1/application/users/${colleague.details.userId}/phone-numbers`,
      {
        body: { phoneNumber: number },
      },
    );
    expect(free.status).toBe(200);
    const again = await user.callAsApplication('DELETE', `/sandbox/users/${user.details.userId}`);
    expect([again.status, errorCodes(again)]).toEqual([404, ['user.not.found']]);
    expect((await colleague.call('GET', '/v1/me')).status).toBe(200);
  });
});
