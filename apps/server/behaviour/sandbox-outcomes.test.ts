import { describe, expect, it } from 'vitest';
import { DEVICE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();

describe('POST /sandbox/outcomes', () => {
  it('makes the next verification of a kind fail, once', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    await user.simulate('PIN', 'fail');
    const failed = await user.verifyPin(token, PIN);
    expect([failed.status, errorCodes(failed)]).toEqual([400, ['pin.verification.failed']]);
    expect((await user.verifyPin(token, PIN)).status).toBe(200);
  });

  it('makes the next verification expire, once', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    await user.simulate('PARTNER_DEVICE_FINGERPRINT', 'expire');
    expect((await user.verifyDevice(token, DEVICE)).status).toBe(404);
    expect((await user.verifyDevice(await user.createToken(), DEVICE)).status).toBe(200);
  });

  it('makes the next verification return 429 or 503, once', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    await user.simulate('PIN', 'rate-limited');
    const limited = await user.verifyPin(token, PIN);
    expect([limited.status, errorCodes(limited)]).toEqual([429, ['rate.limit.reached']]);
    await user.simulate('PIN', 'unavailable');
    const away = await user.verifyPin(token, PIN);
    expect([away.status, errorCodes(away)]).toEqual([503, ['service.unavailable']]);
    expect((await user.verifyPin(token, PIN)).status).toBe(200);
  });

  it('applies to additional factors too', async () => {
    const user = await sandbox.createUser({ phoneNumber: phoneNumber() });
    await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS');
    const verify = () =>
      user.callWithAuthToken('POST', '/authentication_factors/otp/SMS/verify', {
        body: { verificationCode: '123456' },
      });
    await user.simulate('OTP', 'fail');
    expect((await verify()).body).toEqual({ errorCode: 'VERIFICATION_CODE_INVALID' });
    await user.simulate('OTP', 'rate-limited');
    expect((await verify()).status).toBe(429);
    await user.simulate('OTP', 'expire');
    expect((await verify()).body).toEqual({ errorCode: 'VERIFICATION_CODE_EXPIRED' });
    await user.callWithAuthToken('POST', '/authentication_factors/push/AUTHY');
    const push = (await user.inbox())[0]?.id;
    await user.simulate('PUSH', 'fail');
    await user.callAsApplication('POST', `/sandbox/push/${push}/approve`);
    const { body } = await user.callWithAuthToken('GET', '/authentication_factors');
    expect(body).toMatchObject({ factors: [{ channel: 'SMS' }, { channel: 'AUTHY', status: 'INACTIVE' }] });
  });

  it('applies to the verification of that user and kind alone', async () => {
    const user = await sandbox.createEnrolledUser();
    const other = await sandbox.createEnrolledUser({ clientId: user.details.clientId });
    await user.simulate('PIN', 'fail');
    expect((await other.verifyPin(await other.createToken(), PIN)).status).toBe(200);
    const token = await user.createToken();
    expect((await user.verifyDevice(token, DEVICE)).status).toBe(200);
    expect((await user.verifyPin(token, PIN)).status).toBe(400);
  });

  it('applies to the next call of an operation or to a request with a correlation id, once', async () => {
    const user = await sandbox.createUser();
    const body = { outcome: 'unavailable', operationId: 'getMe' };
    await user.callAsApplication('POST', '/sandbox/outcomes', { body });
    expect((await user.call('GET', '/v2/profiles')).status).toBe(200);
    expect((await user.call('GET', '/v1/me')).status).toBe(503);
    expect((await user.call('GET', '/v1/me')).status).toBe(200);
    const headers = await user.simulateNext('error');
    const broken = await user.call('GET', '/v1/me', { headers });
    expect([broken.status, errorCodes(broken)]).toEqual([500, ['internal.error']]);
    expect((await user.call('GET', '/v1/me', { headers })).status).toBe(200);
    const unknown = { outcome: 'unavailable', operationId: 'noSuchOperation' };
    expect((await user.callAsApplication('POST', '/sandbox/outcomes', { body: unknown })).status).toBe(400);
  });

  it('applies to no request of another client', async () => {
    const [user, other] = [await sandbox.createUser(), await sandbox.createUser()];
    const headers = await user.simulateNext('error');
    expect((await other.call('GET', '/v1/me', { headers })).status).toBe(200);
    expect((await user.call('GET', '/v1/me', { headers })).status).toBe(500);
  });

  it('stays set when the clock of the client is ahead', async () => {
    const user = await sandbox.createEnrolledUser();
    await user.advanceClock(7200);
    const body = { outcome: 'fail', userId: user.details.userId, kind: 'PIN' };
    await user.callAsApplication('POST', '/sandbox/outcomes', { body });
    await sandbox.server.services.stores.sweep(Date.now());
    expect((await user.verifyPin(await user.createToken(), PIN)).status).toBe(400);
  });

  it('accepts one way to select a request', async () => {
    const user = await sandbox.createEnrolledUser();
    const body = { outcome: 'fail', userId: user.details.userId, kind: 'PIN', operationId: 'verifyPin' };
    const response = await user.callAsApplication('POST', '/sandbox/outcomes', { body });
    expect([response.status, errorCodes(response)]).toEqual([400, ['request.invalid']]);
    expect((await user.verifyPin(await user.createToken(), PIN)).status).toBe(200);
  });
});
