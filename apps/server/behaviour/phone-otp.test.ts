import { describe, expect, it } from 'vitest';
import { FACTOR_CODE, OTP_CODE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const CHANNELS = ['sms', 'whatsapp', 'voice'] as const;

const withPhone = async () => {
  const number = phoneNumber();
  return { number, user: await sandbox.createUser({ pin: PIN, phoneNumber: number }) };
};

describe('Phone OTP', () => {
  it.each(CHANNELS)('%s: trigger returns the number with all but the last four characters masked', async (channel) => {
    const { user, number } = await withPhone();
    const response = await user.callV1(`${channel}/trigger`, await user.createToken());
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ obfuscatedPhoneNo: number.slice(-4).padStart(number.length, '*') });
  });

  it.each(CHANNELS)('%s: the sandbox sends 111111, which passes the slot', async (channel) => {
    const { user, number } = await withPhone();
    const token = await user.createToken();
    await user.callV1(`${channel}/trigger`, token);
    const [message] = await user.inbox();
    expect(message).toMatchObject({
      channel: channel.toUpperCase(),
      recipient: number,
      code: OTP_CODE,
      reference: token,
      purpose: 'one-time-token',
    });
    const response = await user.callV1(`${channel}/verify`, token, { otpCode: OTP_CODE });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ oneTimeTokenProperties: { challenges: [{ required: true }] } });
  });

  it('sends 123456 for additional factors', async () => {
    const { user } = await withPhone();
    await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS');
    expect((await user.inbox())[0]).toMatchObject({ code: FACTOR_CODE, purpose: 'enrolment' });
  });

  it.each(CHANNELS)('%s: verify before trigger returns 400 challenge.not.triggered', async (channel) => {
    const { user } = await withPhone();
    const response = await user.callV1(`${channel}/verify`, await user.createToken(), { otpCode: OTP_CODE });
    expect([response.status, errorCodes(response)]).toEqual([400, ['challenge.not.triggered']]);
  });

  it.each(CHANNELS)('%s: a wrong code returns 400', async (channel) => {
    const { user } = await withPhone();
    const token = await user.createToken();
    await user.callV1(`${channel}/trigger`, token);
    const response = await user.callV1(`${channel}/verify`, token, { otpCode: '000000' });
    expect([response.status, errorCodes(response)]).toEqual([400, [`${channel}.verification.failed`]]);
  });

  it('a code expires after 5 minutes', async () => {
    for (const [seconds, status] of [
      [299, 200],
      [301, 400],
    ] as const) {
      const { user } = await withPhone();
      const token = await user.createToken();
      await user.callV1('sms/trigger', token);
      await user.advanceClock(seconds);
      expect((await user.callV1('sms/verify', token, { otpCode: OTP_CODE })).status).toBe(status);
    }
  });

  it('a code is valid for one token and one channel', async () => {
    const { user } = await withPhone();
    const [token, other] = [await user.createToken(), await user.createToken()];
    await user.callV1('sms/trigger', token);
    expect((await user.callV1('whatsapp/verify', token, { otpCode: OTP_CODE })).status).toBe(400);
    expect((await user.callV1('sms/verify', other, { otpCode: OTP_CODE })).status).toBe(400);
    expect((await user.callV1('sms/verify', token, { otpCode: OTP_CODE })).status).toBe(200);
  });

  it('a resend replaces the older code and its expiry', async () => {
    const { user } = await withPhone();
    const token = await user.createToken();
    await user.callV1('sms/trigger', token);
    await user.advanceClock(200);
    await user.callV1('sms/trigger', token);
    await user.advanceClock(200);
    expect((await user.callV1('sms/verify', token, { otpCode: OTP_CODE })).status).toBe(200);
  });

  it('a code is accepted once, also by parallel requests', async () => {
    const { user } = await withPhone();
    const token = await user.createToken();
    await user.callV1('sms/trigger', token);
    await Promise.all(Array.from({ length: 5 }, () => user.callV1('sms/verify', token, { otpCode: OTP_CODE })));
    const redeemed = (await user.auditLog()).filter(({ event }) => event.type === 'challenge.passed');
    expect(redeemed).toHaveLength(1);
  });

  it('a code is revoked when the number changes', async () => {
    const { user } = await withPhone();
    const token = await user.createToken();
    await user.callV1('sms/trigger', token);
    const numbers = `/v1/application/users/${user.details.userId}/phone-numbers`;
    const { body } = await user.callAsApplication<{ id: number }[]>('GET', numbers);
    await user.callAsApplication('PUT', `${numbers}/${body[0]?.id}`, { body: { phoneNumber: phoneNumber() } });
    expect((await user.callV1('sms/verify', token, { otpCode: OTP_CODE })).status).toBe(400);
  });

  it('a resend within 15 s returns 429 with Retry-After', async () => {
    const { user } = await withPhone();
    const token = await user.createToken();
    await user.callV1('sms/trigger', token);
    await user.advanceClock(10);
    const early = await user.callV1('sms/trigger', token);
    expect([early.status, errorCodes(early)]).toEqual([429, ['otp.resend.too.early']]);
    expect(Number(early.headers.get('retry-after'))).toBeLessThanOrEqual(5);
    await user.advanceClock(5);
    expect((await user.callV1('sms/trigger', token)).status).toBe(200);
  });

  it('at most 5 codes an hour are sent to a number, for any purpose', async () => {
    const { user } = await withPhone();
    const token = await user.createToken();
    for (const channel of ['sms', 'whatsapp', 'voice', 'sms']) {
      await user.advanceClock(16);
      expect((await user.callV1(`${channel}/trigger`, token)).status).toBe(200);
    }
    expect((await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS')).status).toBe(204);
    await user.advanceClock(16);
    const sixth = await user.callV1('whatsapp/trigger', token);
    expect([sixth.status, errorCodes(sixth)]).toEqual([429, ['otp.hourly.limit.reached']]);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(3000);
    await user.advanceClock(3600);
    expect((await user.callV1('sms/trigger', await user.createToken())).status).toBe(200);
  });

  it('the message of a payment names its amount and payee', async () => {
    const user = await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() });
    const token = await user.createPaymentToken({ type: 'BALANCE', amount: { value: 99.5, currency: 'EUR' } });
    await user.callV1('sms/trigger', token);
    const [message] = await user.inbox();
    expect(message?.action).toBe(`TRANSFER__FUND 99.5 EUR to 14550101, transferId ${user.details.transferId}`);
  });

  it('returns 503 and stores no code when delivery fails, and allows an immediate retry', async () => {
    const { user } = await withPhone();
    const token = await user.createToken();
    await user.simulate('DELIVERY', 'unavailable');
    const failed = await user.callV1('sms/trigger', token);
    expect([failed.status, errorCodes(failed)]).toEqual([503, ['delivery.unavailable']]);
    expect(await user.inbox()).toEqual([]);
    const early = await user.callV1('sms/verify', token, { otpCode: OTP_CODE });
    expect([early.status, errorCodes(early)]).toEqual([400, ['challenge.not.triggered']]);
    expect((await user.callV1('sms/trigger', token)).status).toBe(200);
    expect((await user.callV1('sms/verify', token, { otpCode: OTP_CODE })).status).toBe(200);
  });
});
