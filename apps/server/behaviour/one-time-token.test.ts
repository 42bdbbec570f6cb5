import { describe, expect, it } from 'vitest';
import { CODE, DEVICE, FACE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { codes } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const lenient = openSandbox({ SCA_POLICY: '[{"actionType":"BALANCE__GET_STATEMENT","factors":1}]' });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('The one-time token', () => {
  it('is a UUID, valid for 3600 s; validity counts down in whole seconds', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    expect(token).toMatch(UUID);
    const validity = async () => (await user.status(token)).body.oneTimeTokenProperties.validity;
    const start = await validity();
    expect([3599, 3600]).toContain(start);
    await user.wait(1000);
    const later = await validity();
    expect(Number.isInteger(later)).toBe(true);
    expect([start - 1000, start - 1001]).toContain(later);
    await user.wait(2601);
    expect((await user.status(token)).status).toBe(404);
  });

  it('is bound to client, user and profile', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    const stranger = await sandbox.enrolledUser();
    const colleague = await sandbox.enrolledUser({ clientId: user.facts.clientId });
    for (const other of [stranger, colleague]) {
      for (const answer of [
        await other.status(token),
        await other.pin(token, PIN),
        await other.v1('pin/verify', token, { pin: PIN }),
      ]) {
        expect([answer.status, codes(answer)]).toEqual([404, ['one.time.token.not.found']]);
      }
    }
    const wrongProfile = await user.verify('pin', token, { pin: PIN }, user.otherProfileId);
    expect([wrongProfile.status, codes(wrongProfile)]).toEqual([404, ['one.time.token.not.found']]);
    expect((await user.pin(token, PIN)).status).toBe(200);
  });

  it('has one slot per enrolled category, in the order knowledge, possession, inherence', async () => {
    const user = await sandbox.user({ faceMap: FACE, phoneNumber: phoneNumber(), deviceFingerprint: DEVICE, pin: PIN });
    const { challenges } = (await user.status(await user.token())).body.oneTimeTokenProperties;
    expect(challenges.map(({ primaryChallenge }) => primaryChallenge.type)).toEqual([
      'PIN',
      'PARTNER_DEVICE_FINGERPRINT',
      'FACE_MAP',
    ]);
    expect(challenges.map(({ alternatives }) => alternatives.map(({ type }) => type))).toEqual([
      [],
      ['SMS', 'WHATSAPP', 'VOICE'],
      [],
    ]);
    expect(challenges[0]?.primaryChallenge.viewData.attributes.userId).toBe(user.facts.userId);
  });

  it('passing an alternative passes the slot', async () => {
    const user = await sandbox.enrolledUser({ phoneNumber: phoneNumber() });
    const token = await user.token();
    expect((await user.v1('whatsapp/trigger', token)).status).toBe(200);
    expect((await user.v1('whatsapp/verify', token, { otpCode: CODE })).status).toBe(200);
    const { challenges } = (await user.status(token)).body.oneTimeTokenProperties;
    expect(challenges.map(({ passed }) => passed)).toEqual([false, true]);
  });

  it('two slots of different categories must pass', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.paymentToken();
    await user.device(token, DEVICE);
    expect((await user.pay(token)).status).toBe(403);
    await user.pin(token, PIN);
    expect((await user.pay(token)).status).toBe(201);
  });

  it('a policy may allow one for low risk, and never for high risk', async () => {
    const user = await lenient.enrolledUser();
    const token = (await user.statement()).headers.get('x-2fa-approval') ?? '';
    expect((await user.pin(token, PIN)).status).toBe(200);
    expect((await user.statement(token)).status).toBe(200);
    const payment = await user.paymentToken();
    await user.pin(payment, PIN);
    expect((await user.pay(payment)).status).toBe(403);
    const single = await sandbox.enrolledUser({ requiredFactors: 1 });
    const first = await single.token();
    await single.device(first, DEVICE);
    expect((await single.statement(first)).status).toBe(200);
    const high = await single.paymentToken();
    await single.device(high, DEVICE);
    expect((await single.pay(high)).status).toBe(403);
  });

  it('required is true on as many unpassed slots, in order, as are still needed', async () => {
    const user = await sandbox.user({ faceMap: FACE, deviceFingerprint: DEVICE, pin: PIN });
    const token = await user.token();
    const flags = async () =>
      (await user.status(token)).body.oneTimeTokenProperties.challenges.map(({ required, passed }) => [
        required,
        passed,
      ]);
    const [no, yes] = [false, true];
    expect(await flags()).toEqual([
      [yes, no],
      [yes, no],
      [no, no],
    ]);
    await user.verify('facemaps', token, { faceMap: FACE });
    expect(await flags()).toEqual([
      [yes, no],
      [no, no],
      [no, yes],
    ]);
    await user.device(token, DEVICE);
    expect(await flags()).toEqual([
      [no, no],
      [no, yes],
      [no, yes],
    ]);
  });
});

describe('The steps', () => {
  it('a protected call without approval is 403 with REJECTED, a token and a JSON error body', async () => {
    const user = await sandbox.enrolledUser();
    for (const answer of [await user.statement(), await user.pay()]) {
      expect([answer.status, codes(answer)]).toEqual([403, ['sca.required']]);
      expect(answer.headers.get('x-2fa-approval-result')).toBe('REJECTED');
      expect(answer.headers.get('x-2fa-approval')).toMatch(UUID);
    }
  });

  it('with an open low-risk session a low-risk call is served with APPROVED, a high-risk call is not', async () => {
    const user = await sandbox.enrolledUser();
    await user.clear(await user.token());
    const served = await user.statement();
    expect(served.status).toBe(200);
    expect(served.headers.get('x-2fa-approval-result')).toBe('APPROVED');
    expect((await user.pay()).status).toBe(403);
  });

  it('the session is of this profile and caller', async () => {
    const user = await sandbox.enrolledUser();
    await user.clear(await user.token());
    const colleague = await sandbox.enrolledUser({ clientId: user.facts.clientId });
    expect((await colleague.statement()).status).toBe(403);
    for (const [kind, body] of [
      ['pin', { pin: PIN }],
      ['device-fingerprints', { deviceFingerprint: DEVICE }],
    ] as const) {
      expect((await user.call('POST', user.v2(kind, user.otherProfileId), { body })).status).toBe(200);
    }
    const query = 'currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-02-01T00:00:00Z';
    const path = `/v1/profiles/${user.otherProfileId}/balance-statements/${user.facts.balanceId}/statement.json?${query}`;
    expect((await user.call('GET', path)).status).toBe(403);
  });

  it('with too few categories it is 403, REJECTED, no token, sca.factors.insufficient naming how many are missing', async () => {
    const bare = await sandbox.user();
    const some = await sandbox.user({ pin: PIN });
    for (const [user, missing] of [
      [bare, /\b2\b/],
      [some, /\b1\b/],
    ] as const) {
      const answer = await user.statement();
      expect([answer.status, codes(answer)]).toEqual([403, ['sca.factors.insufficient']]);
      expect(answer.headers.get('x-2fa-approval-result')).toBe('REJECTED');
      expect(answer.headers.get('x-2fa-approval')).toBeNull();
      expect(JSON.stringify(answer.body)).toMatch(missing);
    }
    const session = await bare.call('POST', bare.v2('sca-sessions/authorise'));
    expect([session.status, codes(session)]).toEqual([403, ['sca.factors.insufficient']]);
  });

  it('sca-sessions/authorise answers 200 with the token; clearing it opens the low-risk session', async () => {
    const user = await sandbox.enrolledUser();
    const answer = await user.call('POST', user.v2('sca-sessions/authorise'));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      oneTimeTokenProperties: {
        oneTimeToken: expect.stringMatching(UUID),
        challenges: [expect.objectContaining({ required: true, passed: false }), expect.anything()],
        validity: expect.any(Number),
        actionType: expect.any(String),
        userId: user.facts.userId,
      },
    });
    await user.clear((answer.body.oneTimeTokenProperties as { oneTimeToken: string }).oneTimeToken);
    expect((await user.statement()).status).toBe(200);
  });

  it('status answers all slots with their flags', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.pin(token, PIN);
    const answer = await user.status(token);
    expect(answer.status).toBe(200);
    expect(answer.body.oneTimeTokenProperties.challenges.map(({ required, passed }) => [required, passed])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it("unknown, expired and other people's tokens are the same 404 one.time.token.not.found", async () => {
    const user = await sandbox.enrolledUser();
    const other = await sandbox.enrolledUser({ clientId: user.facts.clientId });
    const foreign = await other.token();
    const old = await user.token();
    const bodies = [await user.status(crypto.randomUUID()), await user.status(foreign)];
    await user.wait(3601);
    bodies.push(await user.status(old));
    for (const answer of bodies) {
      expect([answer.status, codes(answer)]).toEqual([404, ['one.time.token.not.found']]);
      expect(answer.body).toEqual(bodies[0]?.body);
    }
  });

  it('verify, right, in v1: the slots still required, none when cleared', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    const first = await user.v1('pin/verify', token, { pin: PIN });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      oneTimeTokenProperties: {
        oneTimeToken: token,
        challenges: [{ primaryChallenge: { type: 'PARTNER_DEVICE_FINGERPRINT' }, required: true, passed: false }],
      },
    });
    const second = await user.v1('partner-device-fingerprint/verify', token, { deviceFingerprint: DEVICE });
    expect(second.body).toMatchObject({ oneTimeTokenProperties: { challenges: [] } });
  });

  it('verify, right, in v2: the token object itself, all slots with passed', async () => {
    const user = await sandbox.enrolledUser({ faceMap: FACE });
    const token = await user.token();
    const answer = await user.verify('facemaps', token, { faceMap: FACE });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      oneTimeToken: token,
      challenges: [
        { primaryChallenge: { type: 'PIN' }, alternatives: [], required: true, passed: false },
        { primaryChallenge: { type: 'PARTNER_DEVICE_FINGERPRINT' }, alternatives: [], required: false, passed: false },
        { primaryChallenge: { type: 'FACE_MAP' }, alternatives: [], required: false, passed: true },
      ],
      validity: expect.any(Number),
    });
  });

  it('verify, wrong, is 400, never telling how many tries are left or whether the factor exists', async () => {
    const user = await sandbox.enrolledUser();
    const gone = await sandbox.enrolledUser();
    const [token, orphan] = [await user.token(), await gone.token()];
    await gone.call('DELETE', gone.v2('pin'));
    const answers = [await user.pin(token, '0000'), await user.pin(token, '0001'), await gone.pin(orphan, PIN)];
    for (const answer of answers) {
      expect([answer.status, codes(answer)]).toEqual([400, ['pin.verification.failed']]);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(JSON.stringify(answer.body)).not.toMatch(/\d/);
      expect([...answer.headers.keys()].filter((name) => name.includes('limit'))).toEqual([]);
    }
    const device = await user.device(token, 'other');
    expect([device.status, codes(device)]).toEqual([400, ['device.fingerprint.verification.failed']]);
  });

  it('verify a type that the token does not offer is 400 challenge.not.applicable', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    for (const answer of [
      await user.verify('facemaps', token, { faceMap: FACE }),
      await user.v1('facemap/verify', token, { faceMap: FACE }),
      await user.v1('sms/verify', token, { otpCode: CODE }),
      await user.v1('sms/trigger', token),
    ]) {
      expect([answer.status, codes(answer)]).toEqual([400, ['challenge.not.applicable']]);
    }
  });

  it('verify a slot already passed is 200 with the current state, the secret not evaluated', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.pin(token, PIN);
    for (let turn = 0; turn < 6; turn += 1) {
      const answer = await user.pin(token, '0000');
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ challenges: [{ passed: true }, { passed: false }] });
    }
    expect((await user.device(token, DEVICE)).status).toBe(200);
  });

  it('a cleared low-risk token opens the 5-minute session and itself serves for those 5 minutes', async () => {
    const user = await sandbox.enrolledUser();
    const token = (await user.statement()).headers.get('x-2fa-approval') ?? '';
    await user.clear(token);
    for (const approval of [undefined, token, token]) expect((await user.statement(approval)).status).toBe(200);
    await user.wait(299);
    for (const approval of [undefined, token]) expect((await user.statement(approval)).status).toBe(200);
    await user.wait(2);
    for (const approval of [undefined, token]) expect((await user.statement(approval)).status).toBe(403);
  });

  it('a cleared high-risk token is used once', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.paymentToken();
    await user.clear(token);
    const paid = await user.pay(token);
    expect([paid.status, paid.headers.get('x-2fa-approval-result')]).toEqual([201, 'APPROVED']);
    const again = await user.pay(token);
    expect(again.status).toBe(403);
    expect(again.headers.get('x-2fa-approval')).toMatch(UUID);
    expect(again.headers.get('x-2fa-approval')).not.toBe(token);
  });

  it('of many payments at once with one token, one is served', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.paymentToken();
    await user.clear(token);
    const answers = await Promise.all(Array.from({ length: 50 }, () => user.pay(token)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 403)).toHaveLength(49);
  });

  it('a cleared high-risk token serves within 5 minutes', async () => {
    const [soon, late] = [await sandbox.enrolledUser(), await sandbox.enrolledUser()];
    for (const [user, seconds, status] of [
      [soon, 299, 201],
      [late, 301, 403],
    ] as const) {
      const token = await user.paymentToken();
      await user.clear(token);
      await user.wait(seconds);
      expect((await user.pay(token)).status).toBe(status);
    }
  });

  it('a changed amount or payee is 403 and a new token', async () => {
    const user = await sandbox.enrolledUser();
    const order = { type: 'BALANCE', amount: { value: 100, currency: 'EUR' }, payee: 14550101 };
    const token = await user.paymentToken(order);
    await user.clear(token);
    for (const changed of [
      { ...order, amount: { value: 101, currency: 'EUR' } },
      { ...order, amount: { value: 100, currency: 'USD' } },
      { ...order, payee: 14550102 },
    ]) {
      const answer = await user.pay(token, changed);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('x-2fa-approval')).toMatch(UUID);
      expect(answer.headers.get('x-2fa-approval')).not.toBe(token);
    }
    expect((await user.pay(token, order)).status).toBe(201);
  });

  it('a high-risk token serves the same action alone, and a low-risk one no high-risk action', async () => {
    const user = await sandbox.enrolledUser();
    const [low, high] = [await user.token(), await user.paymentToken()];
    await user.clear(high);
    expect((await user.statement(high)).status).toBe(403);
    await user.clear(low);
    expect((await user.pay(low)).status).toBe(403);
    expect((await user.pay(high)).status).toBe(201);
  });

  it('a protected call with a token not cleared is 403 REJECTED without a fresh one', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.paymentToken();
    const answer = await user.pay(token);
    expect([answer.status, codes(answer)]).toEqual([403, ['sca.required']]);
    expect(answer.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    expect(answer.headers.get('x-2fa-approval')).toBeNull();
  });

  it('a protected call with a token consumed or foreign is 403 REJECTED with a fresh one', async () => {
    const user = await sandbox.enrolledUser();
    const other = await sandbox.enrolledUser({ clientId: user.facts.clientId });
    const [consumed, foreign] = [await user.paymentToken(), await other.paymentToken()];
    await user.clear(consumed);
    await user.pay(consumed);
    await other.clear(foreign);
    for (const token of [consumed, foreign, crypto.randomUUID()]) {
      const answer = await user.pay(token);
      expect([answer.status, codes(answer)]).toEqual([403, ['sca.required']]);
      expect(answer.headers.get('x-2fa-approval-result')).toBe('REJECTED');
      expect(answer.headers.get('x-2fa-approval')).toMatch(UUID);
    }
    expect((await other.pay(foreign)).status).toBe(201);
  });
});
