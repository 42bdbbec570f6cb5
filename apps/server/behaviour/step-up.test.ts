import { describe, expect, it } from 'vitest';
import { FACTOR_CODE, LANDLINE, openSandbox, phoneNumber, UNSUPPORTED_COUNTRY } from './support/sandbox.ts';
import { statusAndErrorCode } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const FACTORS = '/authentication_factors';
const PUSH = '/authentication_factors/push/AUTHY';
const STEP_UP = '/stepup/challenges/otp/SMS';

const wrong = { body: { verificationCode: '000000' } };
const right = { body: { verificationCode: FACTOR_CODE } };

describe('Step-up', () => {
  it('a protected resource returns STEP_UP_REQUIRED until the auth token is stepped up by OTP', async () => {
    const user = await sandbox.createUserWithOtpFactor();
    expect(statusAndErrorCode(await user.callWithAuthToken('GET', '/managed_accounts'))).toEqual([
      403,
      'STEP_UP_REQUIRED',
    ]);
    expect((await user.callWithAuthToken('POST', STEP_UP)).status).toBe(204);
    expect((await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right)).status).toBe(204);
    const accounts = await user.callWithAuthToken('GET', '/managed_accounts');
    expect(accounts.status).toBe(200);
    expect(accounts.body).toMatchObject({
      count: 1,
      accounts: [{ id: String(user.details.balanceId), currency: 'EUR' }],
    });
  });

  it('steps up one auth token and no other token of the user', async () => {
    const user = await sandbox.createUserWithOtpFactor();
    await user.callWithAuthToken('POST', STEP_UP);
    await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right);
    const headers = { authorization: `Bearer ${await user.login()}` };
    expect(statusAndErrorCode(await user.callWithAuthToken('GET', '/managed_accounts', { headers }))).toEqual([
      403,
      'STEP_UP_REQUIRED',
    ]);
  });

  it('a changed number deactivates the OTP factor and revokes its step-ups', async () => {
    const user = await sandbox.createUserWithOtpFactor();
    await user.callWithAuthToken('POST', STEP_UP);
    await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right);
    const numbers = `/v1/application/users/${user.details.userId}/phone-numbers`;
    const { body } = await user.callAsApplication<{ id: number }[]>('GET', numbers);
    await user.callAsApplication('PUT', `${numbers}/${body[0]?.id}`, { body: { phoneNumber: phoneNumber() } });
    expect(statusAndErrorCode(await user.callWithAuthToken('GET', '/managed_accounts'))).toEqual([
      403,
      'STEP_UP_REQUIRED',
    ]);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', STEP_UP))).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    const { body: list } = await user.callWithAuthToken('GET', FACTORS);
    expect(list).toMatchObject({ factors: [{ type: 'OTP', status: 'INACTIVE', channel: 'SMS' }] });
  });

  it('start returns 409 with CHANNEL_NOT_REGISTERED or RETRY_IN_15SEC, and 204 again after a verified code', async () => {
    const fresh = await sandbox.createUserWithPhone();
    expect(statusAndErrorCode(await fresh.callWithAuthToken('POST', STEP_UP))).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    const user = await sandbox.createUserWithOtpFactor();
    await user.callWithAuthToken('POST', STEP_UP);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', STEP_UP))).toEqual([409, 'RETRY_IN_15SEC']);
    await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', STEP_UP))).toEqual([409, 'RETRY_IN_15SEC']);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right))).toEqual([
      409,
      'ALREADY_VERIFIED',
    ]);
    await user.advanceClock(16);
    expect((await user.callWithAuthToken('POST', STEP_UP)).status).toBe(204);
    expect((await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right)).status).toBe(204);
  });

  it('start returns 409 with the reason when the number has changed, and 403 for an inactive user', async () => {
    const user = await sandbox.createUserWithOtpFactor();
    const numbers = `/v1/application/users/${user.details.userId}/phone-numbers`;
    const { body } = await user.callAsApplication<{ id: number }[]>('GET', numbers);
    const path = `${numbers}/${body[0]?.id}`;
    await user.callAsApplication('PUT', path, { body: { phoneNumber: LANDLINE } });
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', STEP_UP))).toEqual([409, 'MOBILE_NUMBER_INVALID']);
    await user.callAsApplication('PUT', path, { body: { phoneNumber: UNSUPPORTED_COUNTRY } });
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', STEP_UP))).toEqual([
      409,
      'MOBILE_COUNTRY_NOT_SUPPORTED',
    ]);
    await user.callAsApplication('DELETE', path);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', STEP_UP))).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    const inactive = await sandbox.createUserWithPhone({ active: false, biometric: false });
    for (const path of [STEP_UP, '/stepup/challenges/push/AUTHY', PUSH]) {
      const response = await inactive.callWithAuthToken('POST', path);
      expect(statusAndErrorCode(response)).toEqual([403, 'INSUFFICIENT_PERMISSIONS']);
    }
  });

  it('verify returns 409 with CHANNEL_NOT_REGISTERED, STATE_INVALID, VERIFICATION_CODE_EXPIRED or the limits of the enrolment', async () => {
    const fresh = await sandbox.createUserWithPhone();
    expect(statusAndErrorCode(await fresh.callWithAuthToken('POST', `${STEP_UP}/verify`, right))).toEqual([
      409,
      'CHANNEL_NOT_REGISTERED',
    ]);
    const user = await sandbox.createUserWithOtpFactor();
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right))).toEqual([
      409,
      'STATE_INVALID',
    ]);
    await user.callWithAuthToken('POST', STEP_UP);
    const tries = [];
    for (let turn = 0; turn < 5; turn += 1)
      tries.push(statusAndErrorCode(await user.callWithAuthToken('POST', `${STEP_UP}/verify`, wrong))[1]);
    expect(tries.slice(2)).toEqual([
      'VERIFICATION_CODE_INVALID',
      'ONE_CHALLENGE_LIMIT_REMAINING',
      'CHALLENGE_LIMIT_EXCEEDED',
    ]);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right))).toEqual([
      409,
      'STATE_INVALID',
    ]);
    await user.advanceClock(20);
    await user.callWithAuthToken('POST', STEP_UP);
    await user.advanceClock(200);
    await user.callWithAuthToken('GET', FACTORS);
    await user.advanceClock(101);
    expect(statusAndErrorCode(await user.callWithAuthToken('POST', `${STEP_UP}/verify`, right))).toEqual([
      409,
      'VERIFICATION_CODE_EXPIRED',
    ]);
  });

  it.each(['AUTHY', 'BIOMETRIC'])(
    'push %s returns 200 with a numeric id and steps up when approved',
    async (channel) => {
      const user = await sandbox.createUserWithPhone({ biometric: true });
      await user.callWithAuthToken('POST', PUSH);
      await user.callAsApplication('POST', `/sandbox/push/${await user.pushId()}/approve`);
      const path = `/stepup/challenges/push/${channel}`;
      const started = await user.callWithAuthToken<{ id: string }>('POST', path);
      expect(started.status).toBe(200);
      expect(started.body).toEqual({ id: expect.stringMatching(/^\d+$/) });
      const sent = await user.inbox();
      expect((await user.callWithAuthToken('POST', path)).body).toEqual(started.body);
      expect(await user.inbox()).toEqual(sent);
      expect(statusAndErrorCode(await user.callWithAuthToken('GET', '/managed_accounts'))).toEqual([
        403,
        'STEP_UP_REQUIRED',
      ]);
      await user.callAsApplication('POST', `/sandbox/push/${started.body.id}/approve`);
      expect((await user.callWithAuthToken('GET', '/managed_accounts')).status).toBe(200);
      expect((await user.callWithAuthToken('POST', path)).status).toBe(200);
    },
  );

  it('push is sent at most five times an hour', async () => {
    const user = await sandbox.createUser({ biometric: true });
    for (const status of [200, 200, 200, 200, 200, 429]) {
      const response = await user.callWithAuthToken('POST', '/stepup/challenges/push/BIOMETRIC');
      expect(response.status).toBe(status);
      await user.advanceClock(16);
    }
  });

  it('push returns 409 CHANNEL_NOT_REGISTERED, and does not step up when rejected or expired', async () => {
    const bare = await sandbox.createUser();
    const none = await bare.callWithAuthToken('POST', '/stepup/challenges/push/BIOMETRIC');
    expect(statusAndErrorCode(none)).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    const user = await sandbox.createUser({ biometric: true });
    for (const response of ['reject', 'expire']) {
      const { body } = await user.callWithAuthToken<{ id: string }>('POST', '/stepup/challenges/push/BIOMETRIC');
      await user.callAsApplication('POST', `/sandbox/push/${body.id}/${response}`);
      expect(statusAndErrorCode(await user.callWithAuthToken('GET', '/managed_accounts'))).toEqual([
        403,
        'STEP_UP_REQUIRED',
      ]);
      expect((await user.callAsApplication('POST', `/sandbox/push/${body.id}/approve`)).status).toBe(404);
      await user.advanceClock(20);
    }
  });
});
