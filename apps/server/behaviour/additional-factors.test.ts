import { describe, expect, it } from 'vitest';
import { FACTOR_CODE, LANDLINE, openSandbox, phoneNumber, UNSUPPORTED_COUNTRY } from './support/sandbox.ts';
import type { SandboxUser } from './support/sandbox-user.ts';
import { statusAndErrorCode } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const FACTORS = '/authentication_factors';
const OTP = '/authentication_factors/otp/SMS';
const PUSH = '/authentication_factors/push/AUTHY';

const wrong = { body: { verificationCode: '000000' } };
const right = { body: { verificationCode: FACTOR_CODE } };

const factorsOf = async (user: SandboxUser) => (await user.callWithAuthToken('GET', FACTORS)).body.factors;

describe('Credentials of the Additional Factors family', () => {
  it('returns 401 without an API key or without an auth token', async () => {
    const user = await sandbox.createUser();
    const { 'api-key': key = '', authorization = '' } = user.factorHeaders;
    for (const headers of [
      {},
      { 'api-key': key },
      { authorization },
      { 'api-key': 'wrong', authorization },
      { 'api-key': key, authorization: 'Bearer wrong' },
    ]) {
      expect((await sandbox.call('GET', FACTORS, { headers })).status).toBe(401);
    }
    expect((await sandbox.call('GET', FACTORS, { headers: user.factorHeaders })).status).toBe(200);
  });

  it('returns 403 INSUFFICIENT_PERMISSIONS for the API key of another client and for a user token', async () => {
    const user = await sandbox.createUser();
    const other = await sandbox.createUser();
    for (const headers of [
      { ...user.factorHeaders, 'api-key': other.details.apiKey ?? '' },
      { ...user.factorHeaders, authorization: `Bearer ${user.details.accessToken}` },
    ]) {
      const response = await sandbox.call('GET', FACTORS, { headers });
      expect(statusAndErrorCode(response)).toEqual([403, 'INSUFFICIENT_PERMISSIONS']);
    }
  });
});

describe('GET /authentication_factors', () => {
  it('returns {} when nothing is enrolled', async () => {
    const response = await (await sandbox.createUser()).callWithAuthToken('GET', FACTORS);
    expect([response.status, response.body]).toEqual([200, {}]);
  });

  it('lists the type, status and channel of each factor', async () => {
    const user = await sandbox.createUserWithPhone({ biometric: true });
    await user.callWithAuthToken('POST', OTP);
    await user.callWithAuthToken('POST', PUSH);
    expect(await factorsOf(user)).toEqual([
      { type: 'OTP', status: 'PENDING_VERIFICATION', channel: 'SMS' },
      { type: 'PUSH', status: 'PENDING_VERIFICATION', channel: 'AUTHY' },
      { type: 'BIOMETRIC', status: 'ACTIVE', channel: 'BIOMETRIC' },
    ]);
  });
});

describe('Enrolment of an OTP factor', () => {
  it("returns 204 and sends a code to the user's registered number", async () => {
    const number = phoneNumber();
    const user = await sandbox.createUser({ phoneNumber: number });
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(204);
    expect(await user.inbox()).toMatchObject([
      { channel: 'SMS', recipient: number, code: FACTOR_CODE, purpose: 'enrolment' },
    ]);
  });

  it('returns 409 CHANNEL_NOT_SUPPORTED for an OTP enrolment of a push channel', async () => {
    const user = await sandbox.createUserWithPhone();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${FACTORS}/otp/AUTHY`))).toEqual([
      409,
      'CHANNEL_NOT_SUPPORTED',
    ]);
  });

  it('returns 409 TYPE_DOES_NOT_SUPPORT_ENROLMENT for an OTP enrolment of the biometric channel', async () => {
    const user = await sandbox.createUserWithPhone();
    const response = await user.callWithAuthToken('POST', `${FACTORS}/otp/BIOMETRIC`);
    expect(statusAndErrorCode(response)).toEqual([409, 'TYPE_DOES_NOT_SUPPORT_ENROLMENT']);
  });

  it('returns 409 CHANNEL_ALREADY_REGISTERED for a second OTP enrolment', async () => {
    const user = await sandbox.createUserWithOtpFactor();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([409, 'CHANNEL_ALREADY_REGISTERED']);
  });

  it('returns 409 MOBILE_NUMBER_NOT_AVAILABLE without a phone number', async () => {
    const user = await sandbox.createUser();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([409, 'MOBILE_NUMBER_NOT_AVAILABLE']);
  });

  it('returns 409 MOBILE_NUMBER_INVALID for a landline', async () => {
    const user = await sandbox.createUser({ phoneNumber: LANDLINE });
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([409, 'MOBILE_NUMBER_INVALID']);
  });

  it('returns 409 MOBILE_COUNTRY_NOT_SUPPORTED for a number of an unsupported country', async () => {
    const user = await sandbox.createUser({ phoneNumber: UNSUPPORTED_COUNTRY });
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([
      409,
      'MOBILE_COUNTRY_NOT_SUPPORTED',
    ]);
  });

  it('returns 409 CREDENTIALS_INACTIVE for an inactive user', async () => {
    const user = await sandbox.createUserWithPhone({ active: false });
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([409, 'CREDENTIALS_INACTIVE']);
  });

  it('returns 204 again while it is pending: within 15 s nothing is sent, afterwards a new code', async () => {
    const user = await sandbox.createUserWithPhone();
    const messages = [];
    for (const seconds of [0, 14, 2]) {
      await user.advanceClock(seconds || 1);
      expect((await user.callWithAuthToken('POST', OTP)).status).toBe(204);
      messages.push((await user.inbox()).length);
    }
    expect(messages).toEqual([1, 1, 2]);
    expect((await user.callWithAuthToken('POST', `${OTP}/verify`, right)).status).toBe(204);
  });

  it('does not reuse an exhausted code, even within 15 s', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    for (let turn = 0; turn < 5; turn += 1) await user.callWithAuthToken('POST', `${OTP}/verify`, wrong);
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(204);
    expect(await user.inbox()).toHaveLength(2);
    expect((await user.callWithAuthToken('POST', `${OTP}/verify`, right)).status).toBe(204);
  });

  it('returns 503 and starts no enrolment when delivery fails', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.simulate('DELIVERY', 'unavailable');
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(503);
    expect(await factorsOf(user)).toBeUndefined();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'STATE_INVALID',
    ]);
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(204);
  });
});

describe('Verification of an OTP factor', () => {
  it('returns 204 and activates the factor for the right code', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    expect((await user.callWithAuthToken('POST', `${OTP}/verify`, right)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'OTP', status: 'ACTIVE', channel: 'SMS' }]);
  });

  it('returns 409 with VERIFICATION_CODE_INVALID, ONE_CHALLENGE_LIMIT_REMAINING and CHALLENGE_LIMIT_EXCEEDED over five wrong codes, then STATE_INVALID', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    const tries = [];
    for (let turn = 0; turn < 6; turn += 1)
      tries.push(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, wrong))[1]);
    expect(tries).toEqual([
      'VERIFICATION_CODE_INVALID',
      'VERIFICATION_CODE_INVALID',
      'VERIFICATION_CODE_INVALID',
      'ONE_CHALLENGE_LIMIT_REMAINING',
      'CHALLENGE_LIMIT_EXCEEDED',
      'STATE_INVALID',
    ]);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'STATE_INVALID',
    ]);
  });

  it('allows a new enrolment after CHALLENGE_LIMIT_EXCEEDED', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    for (let turn = 0; turn < 5; turn += 1) await user.callWithAuthToken('POST', `${OTP}/verify`, wrong);
    await user.advanceClock(20);
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(204);
    expect((await user.callWithAuthToken('POST', `${OTP}/verify`, right)).status).toBe(204);
  });

  it('evaluates at most five of 30 wrong codes sent at once', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    const responses = await Promise.all(
      Array.from({ length: 30 }, () => user.callWithAuthToken('POST', `${OTP}/verify`, wrong)),
    );
    const looked = (await user.auditLog()).filter(({ event }) => event.type === 'factor-challenge.failed');
    expect(looked.length).toBeLessThanOrEqual(5);
    expect(responses.every(({ status }) => status === 409)).toBe(true);
  });

  it('returns 409 VERIFICATION_CODE_EXPIRED after 5 minutes', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    await user.advanceClock(299);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, wrong))).toEqual([
      409,
      'VERIFICATION_CODE_INVALID',
    ]);
    await user.advanceClock(2);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'VERIFICATION_CODE_EXPIRED',
    ]);
  });

  it('returns 409 CHANNEL_ALREADY_REGISTERED when the factor is active', async () => {
    const user = await sandbox.createUserWithOtpFactor();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'CHANNEL_ALREADY_REGISTERED',
    ]);
  });

  it('returns 409 STATE_INVALID without an enrolment', async () => {
    const user = await sandbox.createUserWithPhone();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'STATE_INVALID',
    ]);
  });
});

describe('Push factors', () => {
  it.each([
    ['approve', 'ACTIVE'],
    ['reject', 'INACTIVE'],
  ])('keep the status PENDING_VERIFICATION until the device responds: %s makes it %s', async (response, status) => {
    const user = await sandbox.createUserWithPhone();
    expect((await user.callWithAuthToken('POST', PUSH)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'PUSH', status: 'PENDING_VERIFICATION', channel: 'AUTHY' }]);
    expect((await user.callAsApplication('POST', `/sandbox/push/${await user.pushId()}/${response}`)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'PUSH', status, channel: 'AUTHY' }]);
  });

  it('return 409 with CHANNEL_ALREADY_REGISTERED, MOBILE_NUMBER_NOT_AVAILABLE, MOBILE_COUNTRY_NOT_SUPPORTED, CHANNEL_NOT_SUPPORTED or TYPE_DOES_NOT_SUPPORT_ENROLMENT', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', PUSH);
    await user.callAsApplication('POST', `/sandbox/push/${await user.pushId()}/approve`);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', PUSH))).toEqual([409, 'CHANNEL_ALREADY_REGISTERED']);
    for (const [phone, code] of [
      [{}, 'MOBILE_NUMBER_NOT_AVAILABLE'],
      [{ phoneNumber: LANDLINE }, 'MOBILE_NUMBER_NOT_AVAILABLE'],
      [{ phoneNumber: UNSUPPORTED_COUNTRY }, 'MOBILE_COUNTRY_NOT_SUPPORTED'],
    ] as const) {
      const other = await sandbox.createUser(phone);
      expect(statusAndErrorCode(await other.callWithAuthToken('POST', PUSH))).toEqual([409, code]);
    }
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${FACTORS}/push/SMS`))).toEqual([
      409,
      'CHANNEL_NOT_SUPPORTED',
    ]);
    const biometric = await user.callWithAuthToken('POST', `${FACTORS}/push/BIOMETRIC`);
    expect(statusAndErrorCode(biometric)).toEqual([409, 'TYPE_DOES_NOT_SUPPORT_ENROLMENT']);
  });

  it('are limited to 5 pushes per user in an hour', async () => {
    const user = await sandbox.createUserWithPhone();
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await user.callWithAuthToken('POST', PUSH)).status).toBe(204);
      await user.advanceClock(16);
    }
    const sixth = await user.callWithAuthToken('POST', PUSH);
    expect(sixth.status).toBe(429);
    expect(sixth.headers.get('x-ratelimit-limit')).toBe('5');
    await user.advanceClock(3600);
    await user.renewAuthToken();
    expect((await user.callWithAuthToken('POST', PUSH)).status).toBe(204);
  });

  it('return 204 when unlinked and 409 CHANNEL_NOT_REGISTERED when not linked', async () => {
    const user = await sandbox.createUserWithPhone({ biometric: true });
    await user.callWithAuthToken('POST', PUSH);
    await user.callAsApplication('POST', `/sandbox/push/${await user.pushId()}/approve`);
    for (const channel of ['AUTHY', 'BIOMETRIC']) {
      expect((await user.callWithAuthToken('DELETE', `${FACTORS}/push/${channel}`)).status).toBe(204);
      const again = await user.callWithAuthToken('DELETE', `${FACTORS}/push/${channel}`);
      expect(statusAndErrorCode(again)).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    }
    expect(await factorsOf(user)).toBeUndefined();
  });
});
