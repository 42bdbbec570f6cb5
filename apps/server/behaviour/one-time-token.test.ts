import { describe, expect, it } from 'vitest';
import { DEVICE, FACE_MAP, OTP_CODE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const lenient = openSandbox({ SCA_POLICY: '[{"actionType":"BALANCE__GET_STATEMENT","factors":1}]' });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('The one-time token', () => {
  it('is a UUID, valid for 3600 s, whose validity counts down in whole seconds', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    expect(token).toMatch(UUID);
    const validity = async () => (await user.tokenStatus(token)).body.oneTimeTokenProperties.validity;
    const start = await validity();
    expect([3599, 3600]).toContain(start);
    await user.advanceClock(1000);
    const later = await validity();
    expect(Number.isInteger(later)).toBe(true);
    expect([start - 1000, start - 1001]).toContain(later);
    await user.advanceClock(2601);
    expect((await user.tokenStatus(token)).status).toBe(404);
  });

  it('is bound to client, user and profile', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    const stranger = await sandbox.createEnrolledUser();
    const colleague = await sandbox.createEnrolledUser({ clientId: user.details.clientId });
    for (const other of [stranger, colleague]) {
      for (const response of [
        await other.tokenStatus(token),
        await other.verifyPin(token, PIN),
        await other.callV1('pin/verify', token, { pin: PIN }),
      ]) {
        expect([response.status, errorCodes(response)]).toEqual([404, ['one.time.token.not.found']]);
      }
    }
    const wrongProfile = await user.verify('pin', token, { pin: PIN }, user.otherProfileId);
    expect([wrongProfile.status, errorCodes(wrongProfile)]).toEqual([404, ['one.time.token.not.found']]);
    expect((await user.verifyPin(token, PIN)).status).toBe(200);
  });

  it('has one slot per enrolled category, in the order knowledge, possession, inherence', async () => {
    const user = await sandbox.createUser({
      faceMap: FACE_MAP,
      phoneNumber: phoneNumber(),
      deviceFingerprint: DEVICE,
      pin: PIN,
    });
    const { challenges } = (await user.tokenStatus(await user.createToken())).body.oneTimeTokenProperties;
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
    expect(challenges[0]?.primaryChallenge.viewData.attributes.userId).toBe(user.details.userId);
  });

  it('passes a slot by an alternative', async () => {
    const user = await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() });
    const token = await user.createToken();
    expect((await user.callV1('whatsapp/trigger', token)).status).toBe(200);
    expect((await user.callV1('whatsapp/verify', token, { otpCode: OTP_CODE })).status).toBe(200);
    const { challenges } = (await user.tokenStatus(token)).body.oneTimeTokenProperties;
    expect(challenges.map(({ passed }) => passed)).toEqual([false, true]);
  });

  it('needs two passed slots of different categories', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    await user.verifyDevice(token, DEVICE);
    expect((await user.pay(token)).status).toBe(403);
    await user.verifyPin(token, PIN);
    expect((await user.pay(token)).status).toBe(200);
  });

  it('may need one category for low risk by policy, never for high risk', async () => {
    const user = await lenient.createEnrolledUser();
    const token = (await user.getStatement()).headers.get('x-2fa-approval') ?? '';
    expect((await user.verifyPin(token, PIN)).status).toBe(200);
    expect((await user.getStatement(token)).status).toBe(200);
    const payment = await user.createPaymentToken();
    await user.verifyPin(payment, PIN);
    expect((await user.pay(payment)).status).toBe(403);
    const single = await sandbox.createEnrolledUser({ requiredFactors: 1 });
    const first = await single.createToken();
    await single.verifyDevice(first, DEVICE);
    expect((await single.getStatement(first)).status).toBe(200);
    const high = await single.createPaymentToken();
    await single.verifyDevice(high, DEVICE);
    expect((await single.pay(high)).status).toBe(403);
  });

  it('sets required on as many unpassed slots, in order, as are still needed', async () => {
    const user = await sandbox.createUser({ faceMap: FACE_MAP, deviceFingerprint: DEVICE, pin: PIN });
    const token = await user.createToken();
    const flags = async () =>
      (await user.tokenStatus(token)).body.oneTimeTokenProperties.challenges.map(({ required, passed }) => [
        required,
        passed,
      ]);
    const [no, yes] = [false, true];
    expect(await flags()).toEqual([
      [yes, no],
      [yes, no],
      [no, no],
    ]);
    await user.verify('facemaps', token, { faceMap: FACE_MAP });
    expect(await flags()).toEqual([
      [yes, no],
      [no, no],
      [no, yes],
    ]);
    await user.verifyDevice(token, DEVICE);
    expect(await flags()).toEqual([
      [no, no],
      [no, yes],
      [no, yes],
    ]);
  });
});
