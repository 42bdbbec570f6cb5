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
