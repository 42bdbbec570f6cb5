import { describe, expect, test } from 'vitest';
import { CREATE_SESSION } from '../../test/one-time-tokens.ts';
import { createTestClient, PAYMENT, PAYMENT_PATH, STATEMENT, STATEMENT_PATH } from '../../test/test-client.ts';
import { errors, json, SECRETS } from '../../test/test-server.ts';
import type { ChallengeHandlers, ChallengePrompt, ChallengeType } from '../index.ts';

/** Returns handlers that return the correct secrets and record their prompts. */
function handlersFor(prompts: ChallengePrompt[], ...types: readonly ChallengeType[]): ChallengeHandlers {
  const handler = async (prompt: ChallengePrompt) => {
    prompts.push(prompt);
    return SECRETS[prompt.type];
  };
  return Object.fromEntries(types.map((type) => [type, handler]));
}

describe('a protected call', () => {
  test('is repeated once with the token after its challenges are cleared in order', async () => {
    const prompts: ChallengePrompt[] = [];
    const { client, server } = await createTestClient({
      handlers: handlersFor(prompts, 'PARTNER_DEVICE_FINGERPRINT', 'PIN'),
    });
    const { data, response } = await client.POST(PAYMENT_PATH, PAYMENT);
    expect(data?.status).toBe('COMPLETED');
    expect(response.headers.get('x-2fa-approval-result')).toBe('APPROVED');
    expect(server.called).toEqual([
      'fundTransfer',
      'getOneTimeTokenStatus',
      'getJosePublicKey',
      'verifyPin',
      'verifyDeviceFingerprint',
      'fundTransfer',
    ]);
    const [first, second] = server.to('fundTransfer');
    expect(second?.text).toBe(first?.text);
    const token = second?.headers.get('x-2fa-approval');
    expect(server.to('verifyPin')[0]?.headers.get('one-time-token')).toBe(token);
    expect(server.to('verifyPin')[0]?.path.profileId).toBe('101');
    expect(server.to('verifyPin')[0]?.text).toMatch(/^ey/);
    expect(prompts).toMatchObject([
      { type: 'PIN', actionType: 'TRANSFER__FUND', oneTimeToken: token, attempt: 1 },
      { type: 'PARTNER_DEVICE_FINGERPRINT', attempt: 1 },
    ]);
  });

  test('returns the 403 without handlers', async () => {
    const { client, server } = await createTestClient();
    const { error, response } = await client.POST(PAYMENT_PATH, PAYMENT);
    expect([error, response.status]).toEqual([errors('sca.required'), 403]);
    expect(server.called).toEqual(['fundTransfer']);
  });

  test('is not repeated a second time', async () => {
    const { client, server } = await createTestClient({
      handlers: handlersFor([], 'PIN', 'PARTNER_DEVICE_FINGERPRINT'),
    });
    const rejection = () =>
      json(403, errors('sca.required'), {
        'x-2fa-approval-result': 'REJECTED',
        'x-2fa-approval': server.tokens.make('TRANSFER__FUND').id,
      });
    server.respondNext('fundTransfer', rejection(), rejection());
    const { error, response } = await client.POST(PAYMENT_PATH, PAYMENT);
    expect([error, response.status]).toEqual([errors('sca.required'), 403]);
    expect(server.to('fundTransfer')).toHaveLength(2);
    expect(server.to('getOneTimeTokenStatus')).toHaveLength(1);
  });

  test.each([
    ['without a token', { 'x-2fa-approval-result': 'REJECTED' }],
    ['without the approval result', { 'x-2fa-approval': crypto.randomUUID() }],
  ])('returns a 403 %s', async (_, headers) => {
    const { client, server } = await createTestClient({
      handlers: handlersFor([], 'PIN', 'PARTNER_DEVICE_FINGERPRINT'),
    });
    server.respondNext('fundTransfer', json(403, errors('sca.factors.insufficient'), headers));
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).error).toEqual(errors('sca.factors.insufficient'));
    expect(server.called).toEqual(['fundTransfer']);
  });

  test('calls no handler if it has its own cleared token', async () => {
    const prompts: ChallengePrompt[] = [];
    const { client, server } = await createTestClient({
      handlers: handlersFor(prompts, 'PIN', 'PARTNER_DEVICE_FINGERPRINT'),
    });
    const { data } = await client.POST('/v2/profiles/{profileId}/sca-sessions/authorise', {
      params: { path: { profileId: 101 } },
    });
    const token = data?.oneTimeTokenProperties.oneTimeToken ?? '';
    await client.clearOneTimeToken(token, { profileId: 101 });
    expect(prompts.map(({ type }) => type)).toEqual(['PIN', 'PARTNER_DEVICE_FINGERPRINT']);
    const header = { 'x-2fa-approval': token };
    const paid = await client.POST(PAYMENT_PATH, { ...PAYMENT, params: { ...PAYMENT.params, header } });
    expect(paid.data?.status).toBe('COMPLETED');
    expect(server.to('fundTransfer')).toHaveLength(1);
  });
});

describe('verify endpoints', () => {
  const factors: readonly ChallengeType[] = ['PIN', 'PARTNER_DEVICE_FINGERPRINT', 'FACE_MAP'];
  const channels: readonly ChallengeType[] = ['SMS', 'WHATSAPP', 'VOICE'];

  test.each([
    ['profile', 101, ['verifyPin', 'verifyDeviceFingerprint', 'verifyFaceMap']],
    ['user', undefined, ['verifyOneTimeTokenPin', 'verifyOneTimeTokenDeviceFingerprint', 'verifyOneTimeTokenFaceMap']],
  ])('are those of the %s', async (_, profileId, verifications) => {
    const { client, server } = await createTestClient({ handlers: handlersFor([], ...factors, ...channels) });
    server.tokens.needed = 3;
    for (const types of [factors, channels]) {
      server.tokens.slots = types.map((type) => [type]);
      const { id } = server.tokens.make(CREATE_SESSION);
      await client.clearOneTimeToken(id, profileId === undefined ? {} : { profileId });
    }
    const phone = ['triggerSms', 'verifySms', 'triggerWhatsApp', 'verifyWhatsApp', 'triggerVoice', 'verifyVoice'];
    const called = server.called.filter((operationId) => operationId !== 'getJosePublicKey');
    expect(called).toEqual(['getOneTimeTokenStatus', ...verifications, 'getOneTimeTokenStatus', ...phone]);
  });

  test('pass the masked number to the handler', async () => {
    const prompts: ChallengePrompt[] = [];
    const { client, server } = await createTestClient({ handlers: handlersFor(prompts, 'SMS') });
    server.tokens.slots = [['SMS', 'WHATSAPP', 'VOICE']];
    server.tokens.needed = 1;
    await client.clearOneTimeToken(server.tokens.make(CREATE_SESSION).id);
    expect(prompts).toMatchObject([{ type: 'SMS', sentTo: '*********8888' }]);
  });

  test('get the credentials of the call', async () => {
    const { client, server } = await createTestClient({
      handlers: handlersFor([], 'PIN', 'PARTNER_DEVICE_FINGERPRINT'),
    });
    const headers = { Authorization: 'Bearer another', 'X-External-Correlation-Id': crypto.randomUUID() };
    await client.POST(PAYMENT_PATH, { ...PAYMENT, headers });
    expect(server.requests).toHaveLength(6);
    for (const { headers: sent } of server.requests) {
      expect(sent.get('authorization')).toBe(headers.Authorization);
      expect(sent.get('x-external-correlation-id')).toBe(headers['X-External-Correlation-Id']);
    }
  });
});

describe('choice of challenges', () => {
  test('uses an alternative if only it has a handler', async () => {
    const { client, server } = await createTestClient({ handlers: handlersFor([], 'PIN', 'VOICE') });
    server.tokens.slots = [['PIN'], ['PARTNER_DEVICE_FINGERPRINT', 'SMS', 'WHATSAPP', 'VOICE']];
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).data?.status).toBe('COMPLETED');
    expect(server.called).toContain('verifyVoice');
    expect(server.called).not.toContain('triggerSms');
  });

  test('uses an alternative if the first handler declines', async () => {
    const handlers = { ...handlersFor([], 'PIN', 'SMS'), PARTNER_DEVICE_FINGERPRINT: () => undefined };
    const { client, server } = await createTestClient({ handlers });
    server.tokens.slots = [['PIN'], ['PARTNER_DEVICE_FINGERPRINT', 'SMS']];
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).data?.status).toBe('COMPLETED');
    expect(server.called).not.toContain('verifyDeviceFingerprint');
  });

  test.each([503, 429])('uses another channel if a code cannot be sent (%i)', async (status) => {
    const { client, server } = await createTestClient({ handlers: handlersFor([], 'PIN', 'SMS', 'WHATSAPP') });
    server.tokens.slots = [['PIN'], ['SMS', 'WHATSAPP']];
    server.respondNext('triggerSms', json(status, errors('delivery.unavailable'), { 'retry-after': '900' }));
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).data?.status).toBe('COMPLETED');
    expect(server.called).toContain('verifyWhatsApp');
  });

  test('replaces a challenge without a handler by an optional one', async () => {
    const prompts: ChallengePrompt[] = [];
    const { client, server } = await createTestClient({
      handlers: handlersFor(prompts, 'PARTNER_DEVICE_FINGERPRINT', 'FACE_MAP'),
    });
    server.tokens.slots = [['PIN'], ['PARTNER_DEVICE_FINGERPRINT'], ['FACE_MAP']];
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).data?.status).toBe('COMPLETED');
    expect(prompts.map(({ type }) => type)).toEqual(['PARTNER_DEVICE_FINGERPRINT', 'FACE_MAP']);
  });

  test('clears required challenges first, whatever their order', async () => {
    const prompts: ChallengePrompt[] = [];
    const { client, server } = await createTestClient({ handlers: handlersFor(prompts, 'PIN', 'FACE_MAP') });
    server.tokens.slots = [['FACE_MAP'], ['PIN']];
    const { id } = server.tokens.make(CREATE_SESSION);
    const challenges = (['FACE_MAP', 'PIN'] as const).map((type) => ({
      primaryChallenge: { type },
      required: type === 'PIN',
      passed: false,
    }));
    server.respondNext(
      'getOneTimeTokenStatus',
      json(200, { oneTimeTokenProperties: { oneTimeToken: id, challenges } }),
    );
    await client.clearOneTimeToken(id);
    expect(prompts).toMatchObject([{ type: 'PIN', actionType: undefined }]);
  });

  test('clears only required challenges that are not passed yet', async () => {
    const prompts: ChallengePrompt[] = [];
    const { client, server } = await createTestClient({
      handlers: handlersFor(prompts, 'PIN', 'PARTNER_DEVICE_FINGERPRINT', 'FACE_MAP'),
    });
    server.tokens.slots = [['PIN'], ['PARTNER_DEVICE_FINGERPRINT'], ['FACE_MAP']];
    const token = server.tokens.make(CREATE_SESSION);
    const [pin] = token.slots;
    if (pin) pin.passed = true;
    await client.clearOneTimeToken(token.id);
    expect(prompts.map(({ type }) => type)).toEqual(['PARTNER_DEVICE_FINGERPRINT']);
  });
});

describe('failures', () => {
  const wrong = { PIN: () => '9999', PARTNER_DEVICE_FINGERPRINT: () => SECRETS.PARTNER_DEVICE_FINGERPRINT };

  test('throws challenge_failed for a wrong secret and does not repeat the call', async () => {
    const { client, server } = await createTestClient({ handlers: wrong });
    const error = await client.POST(PAYMENT_PATH, PAYMENT).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'ScaClientError',
      code: 'challenge_failed',
      challenge: 'PIN',
      status: 400,
      apiCode: 'pin.verification.failed',
    });
    expect(server.to('fundTransfer')).toHaveLength(1);
    expect(server.to('verifyPin')).toHaveLength(1);
    expect(server.to('verifyDeviceFingerprint')).toHaveLength(0);
    const oneTimeToken = server.to('verifyPin')[0]?.headers.get('one-time-token') ?? '-';
    expect(JSON.stringify(error) + String(error)).not.toMatch(new RegExp(`9999|${oneTimeToken}|a-user-token`));
    expect((error as Error).cause).toBeUndefined();
  });

  test('calls the handler again with the attempt number, up to challengeAttempts', async () => {
    const attempts: number[] = [];
    const handlers: ChallengeHandlers = {
      ...wrong,
      PIN: ({ attempt }) => {
        attempts.push(attempt);
        return attempt < 3 ? '9999' : SECRETS.PIN;
      },
    };
    const { client } = await createTestClient({ handlers, challengeAttempts: 3 });
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).data?.status).toBe('COMPLETED');
    expect(attempts).toEqual([1, 2, 3]);
  });

  test('calls the handler again after a wrong code, without sending a new one', async () => {
    const handlers = { ...handlersFor([], 'PIN'), SMS: ({ attempt }: ChallengePrompt) => `11111${attempt - 1}` };
    const { client, server } = await createTestClient({ handlers, challengeAttempts: 2 });
    server.tokens.slots = [['PIN'], ['SMS']];
    expect((await client.POST(PAYMENT_PATH, PAYMENT)).data?.status).toBe('COMPLETED');
    expect(server.to('triggerSms')).toHaveLength(1);
    expect(server.to('verifySms')).toHaveLength(2);
  });

  test('throws challenge_failed with retryAfter for a lock, without another attempt', async () => {
    const { client, server } = await createTestClient({ handlers: wrong, challengeAttempts: 5 });
    server.respondNext('verifyPin', json(429, errors('sca.locked'), { 'retry-after': '900' }));
    const locked = { code: 'challenge_failed', status: 429, apiCode: 'sca.locked', retryAfter: 900 };
    await expect(client.POST(PAYMENT_PATH, PAYMENT)).rejects.toMatchObject(locked);
    expect(server.to('verifyPin')).toHaveLength(1);
  });

  test('throws challenge_declined if every handler declines', async () => {
    const { client, server } = await createTestClient({ handlers: { ...wrong, PIN: async () => undefined } });
    const declined = { code: 'challenge_declined', challenge: 'PIN' };
    await expect(client.POST(PAYMENT_PATH, PAYMENT)).rejects.toMatchObject(declined);
    expect(server.to('verifyDeviceFingerprint')).toHaveLength(0);
  });

  test('throws challenge_handler_missing before a handler is called or a code is sent', async () => {
    const prompts: ChallengePrompt[] = [];
    const { client, server } = await createTestClient({ handlers: handlersFor(prompts, 'SMS') });
    server.tokens.slots = [['SMS'], ['PIN']];
    const missing = { code: 'challenge_handler_missing', challenge: 'PIN' };
    await expect(client.POST(PAYMENT_PATH, PAYMENT)).rejects.toMatchObject(missing);
    expect([prompts.length, server.called]).toEqual([0, ['fundTransfer', 'getOneTimeTokenStatus']]);
  });

  test('throws challenge_failed if no channel can send a code', async () => {
    const { client, server } = await createTestClient({ handlers: handlersFor([], 'PIN', 'SMS', 'VOICE') });
    server.tokens.slots = [['PIN'], ['SMS', 'VOICE']];
    for (const trigger of ['triggerSms', 'triggerVoice'] as const) {
      server.respondNext(trigger, json(503, errors('delivery.unavailable')));
    }
    const failed = { code: 'challenge_failed', challenge: 'SMS', apiCode: 'delivery.unavailable' };
    await expect(client.POST(PAYMENT_PATH, PAYMENT)).rejects.toMatchObject(failed);
  });

  test('throws one_time_token_unusable for an unknown token', async () => {
    const { client } = await createTestClient({ handlers: wrong });
    const unusable = { code: 'one_time_token_unusable', status: 404, apiCode: 'one.time.token.not.found' };
    await expect(client.clearOneTimeToken(crypto.randomUUID())).rejects.toMatchObject(unusable);
  });

  test('rethrows the error of a handler', async () => {
    const failure = new Error('The dialog failed.');
    const { client } = await createTestClient({ handlers: { ...wrong, PIN: () => Promise.reject(failure) } });
    await expect(client.POST(PAYMENT_PATH, PAYMENT)).rejects.toBe(failure);
  });

  test('rejects on abort while a handler is pending', async () => {
    const controller = new AbortController();
    const reason = new Error('closed');
    let handlerSignal: AbortSignal | undefined;
    const handlers: ChallengeHandlers = {
      ...wrong,
      PIN: ({ signal }) => {
        handlerSignal = signal;
        queueMicrotask(() => controller.abort(reason));
        return new Promise<undefined>(() => {});
      },
    };
    const { client, server } = await createTestClient({ handlers });
    await expect(client.GET(STATEMENT_PATH, { ...STATEMENT, signal: controller.signal })).rejects.toBe(reason);
    expect(handlerSignal?.aborted).toBe(true);
    expect(server.to('getBalanceStatement')).toHaveLength(1);
  });
});
