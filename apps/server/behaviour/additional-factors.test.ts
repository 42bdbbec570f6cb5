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

describe('Credentials', () => {
  it('api-key and bearer auth token are both needed: 401 for either', async () => {
    const user = await sandbox.createUser();
    const other = await sandbox.createUser();
    const { 'api-key': key = '', authorization = '' } = user.factorHeaders;
    for (const headers of [
      {},
      { 'api-key': key },
      { authorization },
      { 'api-key': 'wrong', authorization },
      { 'api-key': key, authorization: 'Bearer wrong' },
      { 'api-key': other.details.apiKey ?? '', authorization },
    ]) {
      expect((await sandbox.call('GET', FACTORS, { headers })).status).toBe(401);
    }
    expect((await sandbox.call('GET', FACTORS, { headers: user.factorHeaders })).status).toBe(200);
  });
});

describe('GET /authentication_factors', () => {
  it('lists type, status and channel', async () => {
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

describe('Enrol OTP', () => {
  it("is 204 and a code to the user's registered number", async () => {
    const number = phoneNumber();
    const user = await sandbox.createUser({ phoneNumber: number });
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(204);
    expect(await user.inbox()).toMatchObject([
      { channel: 'SMS', recipient: number, code: FACTOR_CODE, purpose: 'enrolment' },
    ]);
  });

  it('409 CHANNEL_NOT_SUPPORTED', async () => {
    const user = await sandbox.createUserWithPhone();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${FACTORS}/otp/AUTHY`))).toEqual([
      409,
      'CHANNEL_NOT_SUPPORTED',
    ]);
  });

  it('409 TYPE_DOES_NOT_SUPPORT_ENROLMENT', async () => {
    const user = await sandbox.createUserWithPhone();
    const response = await user.callWithAuthToken('POST', `${FACTORS}/otp/BIOMETRIC`);
    expect(statusAndErrorCode(response)).toEqual([409, 'TYPE_DOES_NOT_SUPPORT_ENROLMENT']);
  });

  it('409 CHANNEL_ALREADY_REGISTERED', async () => {
    const user = await sandbox.createUserWithOtpFactor();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([409, 'CHANNEL_ALREADY_REGISTERED']);
  });

  it('409 MOBILE_NUMBER_NOT_AVAILABLE', async () => {
    const user = await sandbox.createUser();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([409, 'MOBILE_NUMBER_NOT_AVAILABLE']);
  });

  it('409 MOBILE_NUMBER_INVALID', async () => {
    const user = await sandbox.createUser({ phoneNumber: LANDLINE });
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([409, 'MOBILE_NUMBER_INVALID']);
  });

  it('409 MOBILE_COUNTRY_NOT_SUPPORTED', async () => {
    const user = await sandbox.createUser({ phoneNumber: UNSUPPORTED_COUNTRY });
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([
      409,
      'MOBILE_COUNTRY_NOT_SUPPORTED',
    ]);
  });

  it('409 CREDENTIALS_INACTIVE', async () => {
    const user = await sandbox.createUserWithPhone({ active: false });
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', OTP))).toEqual([409, 'CREDENTIALS_INACTIVE']);
  });

  it('delivery failing is 503 and nothing half-done', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.simulate('DELIVERY', 'unavailable');
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(503);
    expect(await factorsOf(user)).toEqual([]);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'STATE_INVALID',
    ]);
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(204);
  });
});

describe('Verify OTP', () => {
  it('is 204, and the factor is active', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    expect((await user.callWithAuthToken('POST', `${OTP}/verify`, right)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'OTP', status: 'ACTIVE', channel: 'SMS' }]);
  });

  it('409 VERIFICATION_CODE_INVALID, then ONE_CHALLENGE_LIMIT_REMAINING, then CHALLENGE_LIMIT_EXCEEDED: five tries', async () => {
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
      'CHALLENGE_LIMIT_EXCEEDED',
    ]);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'CHALLENGE_LIMIT_EXCEEDED',
    ]);
  });

  it('after CHALLENGE_LIMIT_EXCEEDED a new enrolment starts again', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    for (let turn = 0; turn < 5; turn += 1) await user.callWithAuthToken('POST', `${OTP}/verify`, wrong);
    await user.advanceClock(20);
    expect((await user.callWithAuthToken('POST', OTP)).status).toBe(204);
    expect((await user.callWithAuthToken('POST', `${OTP}/verify`, right)).status).toBe(204);
  });

  it('of 30 wrong codes at once at most five are evaluated', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    const responses = await Promise.all(
      Array.from({ length: 30 }, () => user.callWithAuthToken('POST', `${OTP}/verify`, wrong)),
    );
    const looked = (await user.auditLog()).filter(({ event }) => event.type === 'factor-challenge.failed');
    expect(looked.length).toBeLessThanOrEqual(5);
    expect(responses.every(({ status }) => status === 409)).toBe(true);
  });

  it('409 VERIFICATION_CODE_EXPIRED after 5 minutes', async () => {
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

  it('409 CHANNEL_ALREADY_REGISTERED', async () => {
    const user = await sandbox.createUserWithOtpFactor();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'CHANNEL_ALREADY_REGISTERED',
    ]);
  });

  it('409 STATE_INVALID when nothing was started', async () => {
    const user = await sandbox.createUserWithPhone();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${OTP}/verify`, right))).toEqual([
      409,
      'STATE_INVALID',
    ]);
  });
});

describe('Push', () => {
  it.each([
    ['approve', 'ACTIVE'],
    ['reject', 'INACTIVE'],
  ])('enrol AUTHY is 204, PENDING_VERIFICATION until the device does %s: %s', async (response, status) => {
    const user = await sandbox.createUser();
    expect((await user.callWithAuthToken('POST', PUSH)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'PUSH', status: 'PENDING_VERIFICATION', channel: 'AUTHY' }]);
    expect((await user.callAsApplication('POST', `/sandbox/push/${await user.pushId()}/${response}`)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'PUSH', status, channel: 'AUTHY' }]);
  });

  it('enrol: 409 CHANNEL_ALREADY_REGISTERED, CREDENTIALS_INACTIVE, CHANNEL_NOT_SUPPORTED, TYPE_DOES_NOT_SUPPORT_ENROLMENT', async () => {
    const user = await sandbox.createUser();
    await user.callWithAuthToken('POST', PUSH);
    await user.callAsApplication('POST', `/sandbox/push/${await user.pushId()}/approve`);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', PUSH))).toEqual([409, 'CHANNEL_ALREADY_REGISTERED']);
    const inactive = await sandbox.createUser({ active: false });
    expect(statusAndErrorCode(await inactive.callWithAuthToken('POST', PUSH))).toEqual([409, 'CREDENTIALS_INACTIVE']);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${FACTORS}/push/SMS`))).toEqual([
      409,
      'CHANNEL_NOT_SUPPORTED',
    ]);
    const biometric = await user.callWithAuthToken('POST', `${FACTORS}/push/BIOMETRIC`);
    expect(statusAndErrorCode(biometric)).toEqual([409, 'TYPE_DOES_NOT_SUPPORT_ENROLMENT']);
  });

  it('a person is not worn down: at most 5 pushes in 10 minutes', async () => {
    const user = await sandbox.createUser();
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await user.callWithAuthToken('POST', PUSH)).status).toBe(204);
      await user.advanceClock(16);
    }
    const sixth = await user.callWithAuthToken('POST', PUSH);
    expect(sixth.status).toBe(429);
    expect(sixth.headers.get('x-ratelimit-limit')).toBe('5');
    await user.advanceClock(600);
    await user.renewAuthToken();
    expect((await user.callWithAuthToken('POST', PUSH)).status).toBe(204);
  });

  it('unlink AUTHY or BIOMETRIC is 204; not linked is 409 CHANNEL_NOT_REGISTERED', async () => {
    const user = await sandbox.createUser({ biometric: true });
    await user.callWithAuthToken('POST', PUSH);
    await user.callAsApplication('POST', `/sandbox/push/${await user.pushId()}/approve`);
    for (const channel of ['AUTHY', 'BIOMETRIC']) {
      expect((await user.callWithAuthToken('DELETE', `${FACTORS}/push/${channel}`)).status).toBe(204);
      const again = await user.callWithAuthToken('DELETE', `${FACTORS}/push/${channel}`);
      expect(statusAndErrorCode(again)).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    }
    expect(await factorsOf(user)).toEqual([]);
  });
});
