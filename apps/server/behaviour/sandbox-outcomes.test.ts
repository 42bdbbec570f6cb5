import { describe, expect, it } from 'vitest';
import { DEVICE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { codes } from './support/sandbox-user.ts';

const sandbox = openSandbox();

describe('POST /sandbox/outcomes', () => {
  it('makes the next verification of a kind fail, once', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.outcome('PIN', 'fail');
    const failed = await user.pin(token, PIN);
    expect([failed.status, codes(failed)]).toEqual([400, ['pin.verification.failed']]);
    expect((await user.pin(token, PIN)).status).toBe(200);
  });

  it('makes the next verification expire, once', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.outcome('PARTNER_DEVICE_FINGERPRINT', 'expire');
    expect((await user.device(token, DEVICE)).status).toBe(404);
    expect((await user.device(await user.token(), DEVICE)).status).toBe(200);
  });

  it('makes the next verification answer 429 or 503, once', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.outcome('PIN', 'rate-limited');
    const limited = await user.pin(token, PIN);
    expect([limited.status, codes(limited)]).toEqual([429, ['rate.limit.reached']]);
    await user.outcome('PIN', 'unavailable');
    const away = await user.pin(token, PIN);
    expect([away.status, codes(away)]).toEqual([503, ['service.unavailable']]);
    expect((await user.pin(token, PIN)).status).toBe(200);
  });

  it('is for the factors of the additional family too', async () => {
    const user = await sandbox.user({ phoneNumber: phoneNumber() });
    await user.factor('POST', '/authentication_factors/otp/SMS');
    const verify = () =>
      user.factor('POST', '/authentication_factors/otp/SMS/verify', { body: { verificationCode: '123456' } });
    await user.outcome('OTP', 'fail');
    expect((await verify()).body).toEqual({ errorCode: 'VERIFICATION_CODE_INVALID' });
    await user.outcome('OTP', 'rate-limited');
    expect((await verify()).status).toBe(429);
    await user.outcome('OTP', 'expire');
    expect((await verify()).body).toEqual({ errorCode: 'VERIFICATION_CODE_EXPIRED' });
    await user.factor('POST', '/authentication_factors/push/AUTHY');
    const push = (await user.inbox())[0]?.reference;
    await user.outcome('PUSH', 'fail');
    await user.application('POST', `/sandbox/push/${push}/approve`);
    const { body } = await user.factor('GET', '/authentication_factors');
    expect(body).toMatchObject({ factors: [{ channel: 'SMS' }, { channel: 'AUTHY', status: 'INACTIVE' }] });
  });

  it('touches the verification of that user and kind alone', async () => {
    const user = await sandbox.enrolledUser();
    const other = await sandbox.enrolledUser({ clientId: user.facts.clientId });
    await user.outcome('PIN', 'fail');
    expect((await other.pin(await other.token(), PIN)).status).toBe(200);
    const token = await user.token();
    expect((await user.device(token, DEVICE)).status).toBe(200);
    expect((await user.pin(token, PIN)).status).toBe(400);
  });

  it('makes the next call of an operation, or a request with a correlation id, answer so, once', async () => {
    const user = await sandbox.user();
    const body = { outcome: 'unavailable', operationId: 'getMe' };
    await user.application('POST', '/sandbox/outcomes', { body });
    expect((await user.call('GET', '/v2/profiles')).status).toBe(200);
    expect((await user.call('GET', '/v1/me')).status).toBe(503);
    expect((await user.call('GET', '/v1/me')).status).toBe(200);
    const headers = await user.foresee('error');
    const broken = await user.call('GET', '/v1/me', { headers });
    expect([broken.status, codes(broken)]).toEqual([500, ['internal.error']]);
    expect((await user.call('GET', '/v1/me', { headers })).status).toBe(200);
    const unknown = { outcome: 'unavailable', operationId: 'noSuchOperation' };
    expect((await user.application('POST', '/sandbox/outcomes', { body: unknown })).status).toBe(400);
  });

  it('sets nothing for the requests of another client', async () => {
    const [user, other] = [await sandbox.user(), await sandbox.user()];
    const headers = await user.foresee('error');
    expect((await other.call('GET', '/v1/me', { headers })).status).toBe(200);
    expect((await user.call('GET', '/v1/me', { headers })).status).toBe(500);
  });

  it('waits for its request on a clock that is ahead, too', async () => {
    const user = await sandbox.enrolledUser();
    await user.wait(7200);
    const body = { outcome: 'fail', userId: user.facts.userId, kind: 'PIN' };
    await user.application('POST', '/sandbox/outcomes', { body });
    await sandbox.server.services.stores.sweep(Date.now());
    expect((await user.pin(await user.token(), PIN)).status).toBe(400);
  });

  it('names its request in one way', async () => {
    const user = await sandbox.enrolledUser();
    const body = { outcome: 'fail', userId: user.facts.userId, kind: 'PIN', operationId: 'verifyPin' };
    const answer = await user.application('POST', '/sandbox/outcomes', { body });
    expect([answer.status, codes(answer)]).toEqual([400, ['request.invalid']]);
    expect((await user.pin(await user.token(), PIN)).status).toBe(200);
  });
});
