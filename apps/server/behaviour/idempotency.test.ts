import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FACTOR_CODE, openSandbox } from './support/sandbox.ts';

const sandbox = openSandbox();
const OTP = '/authentication_factors/otp/SMS';
const PUSH = '/authentication_factors/push/AUTHY';

const wrong = { body: { verificationCode: '000000' } };
const right = { body: { verificationCode: FACTOR_CODE } };

describe('idempotency-ref', () => {
  const ref = (value: string) => ({ headers: { 'idempotency-ref': value } });

  it('replays the first response with idempotency-replayed and has no second effect', async () => {
    const user = await sandbox.createUserWithPhone();
    const key = randomUUID();
    const first = await user.callWithAuthToken('POST', OTP, ref(key));
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([204, null]);
    for (const _ of [1, 2]) {
      const again = await user.callWithAuthToken('POST', OTP, ref(key));
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([204, 'true']);
    }
    expect(await user.inbox()).toHaveLength(1);
  });

  it('replays an error response with the same body', async () => {
    const user = await sandbox.createUserWithPhone();
    await user.callWithAuthToken('POST', OTP);
    const key = randomUUID();
    const call = { ...ref(key), ...wrong };
    const first = await user.callWithAuthToken('POST', `${OTP}/verify`, call);
    const again = await user.callWithAuthToken('POST', `${OTP}/verify`, call);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const failed = (await user.auditLog()).filter(({ event }) => event.type === 'factor-challenge.failed');
    expect(failed).toHaveLength(1);
  });

  it('has one effect and one response for parallel copies', async () => {
    const user = await sandbox.createUserWithPhone();
    const key = randomUUID();
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => user.callWithAuthToken('POST', OTP, ref(key))),
    );
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 204));
    expect(responses.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(await user.inbox()).toHaveLength(1);
  });

  it('distinguishes callers, operations and payloads', async () => {
    const user = await sandbox.createUserWithPhone();
    const other = await sandbox.createUserWithPhone({ clientId: user.details.clientId });
    const key = randomUUID();
    await user.callWithAuthToken('POST', OTP, ref(key));
    const headers = { ...ref(key).headers, 'api-key': user.details.apiKey ?? '' };
    for (const response of [
      await other.callWithAuthToken('POST', OTP, { headers }),
      await user.callWithAuthToken('POST', PUSH, ref(key)),
      await user.callWithAuthToken('POST', `${OTP}/verify`, { ...ref(key), ...wrong }),
      await user.callWithAuthToken('POST', `${OTP}/verify`, { ...ref(key), ...right }),
    ]) {
      expect(response.headers.get('idempotency-replayed')).toBeNull();
    }
  });

  it('has no effect when it is empty', async () => {
    const user = await sandbox.createUserWithPhone();
    const enrol = () => user.callWithAuthToken('POST', PUSH, ref(''));
    for (const response of [await enrol(), await enrol()]) {
      expect(response.headers.get('idempotency-replayed')).toBeNull();
    }
  });

  it('replays the response of an unlinking', async () => {
    const user = await sandbox.createUser({ biometric: true });
    const unlink = () => user.callWithAuthToken('DELETE', '/authentication_factors/push/BIOMETRIC', ref(randomUUID()));
    const key = ref(randomUUID());
    const again = () => user.callWithAuthToken('DELETE', '/authentication_factors/push/BIOMETRIC', key);
    expect([(await again()).status, (await again()).status, (await unlink()).status]).toEqual([204, 204, 409]);
  });

  it('replays for 24 hours', async () => {
    const user = await sandbox.createUserWithPhone();
    const key = randomUUID();
    const enrol = async () => {
      await user.renewAuthToken();
      return (await user.callWithAuthToken('POST', PUSH, ref(key))).headers.get('idempotency-replayed');
    };
    expect(await enrol()).toBeNull();
    await user.advanceClock(24 * 3600 - 60);
    expect(await enrol()).toBe('true');
  });

  it('expires after 24 hours', async () => {
    const user = await sandbox.createUserWithPhone();
    const key = randomUUID();
    await user.callWithAuthToken('POST', PUSH, ref(key));
    await user.advanceClock(24 * 3600 + 1);
    await user.renewAuthToken();
    const later = await user.callWithAuthToken('POST', PUSH, ref(key));
    expect([later.status, later.headers.get('idempotency-replayed')]).toEqual([204, null]);
  });
});
