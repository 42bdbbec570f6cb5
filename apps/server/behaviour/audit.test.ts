import { describe, expect, it } from 'vitest';
import { uploadKey } from './support/encrypted-requests.ts';
import { DEVICE, FACE_MAP, OTP_CODE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import type { SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();

/** Sends requests that cause most types of audit events. */
async function causeEvents(user: SandboxUser): Promise<void> {
  await user.call('POST', user.v2Path('facemaps'), { body: { faceMap: FACE_MAP } });
  const token = await user.createPaymentToken();
  await user.verifyPin(token, '0000');
  await user.callV1('sms/trigger', token);
  await user.callV1('sms/verify', token, { otpCode: OTP_CODE });
  await user.verifyPin(token, PIN);
  await user.pay(token);
  await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS');
  await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS/verify', {
    body: { verificationCode: '123456' },
  });
  await user.call('DELETE', user.v2Path('facemaps'));
  await user.advanceClock(1);
  await user.simulate('PIN', 'fail');
  await uploadKey(user, 'ES256');
  const customerTransactionId = crypto.randomUUID();
  const order = {
    targetAccount: 1,
    sourceAmount: 1,
    sourceCurrency: 'EUR',
    targetCurrency: 'EUR',
    customerTransactionId,
  };
  await user.call('POST', '/v1/transfers', { body: order });
  await user.call('POST', '/v1/transfers', { body: order });
}

describe('The audit log', () => {
  it('has an event for every state change, with actor, type, time, trace id and result', async () => {
    const user = await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() });
    await causeEvents(user);
    const entries = await user.auditLog();
    const types = new Set(entries.map(({ event }) => event.type));
    for (const type of [
      'pin.created',
      'device-fingerprint.created',
      'phone-number.created',
      'facemap.created',
      'one-time-token.issued',
      'challenge.attempted',
      'challenge.failed',
      'challenge.passed',
      'otp.sent',
      'one-time-token.cleared',
      'one-time-token.consumed',
      'authentication-factor.enrolled',
      'authentication-factor.activated',
      'facemap.deleted',
      'clock.advanced',
      'outcome.set',
      'public-key.uploaded',
      'transfer.created',
      'transfer.funded',
    ]) {
      expect(types, type).toContain(type);
    }
    for (const { event } of entries) {
      expect(event).toMatchObject({
        actor: expect.stringMatching(/^(user:\d+|application|device|system)$/),
        at: expect.any(Number),
        result: expect.stringMatching(/^(success|failure)$/),
        traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
    }
  });

  it('has no second event for a repeated request without effect', async () => {
    const user = await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() });
    await causeEvents(user);
    const ordered = (await user.auditLog()).filter(({ event }) => event.type === 'transfer.created');
    // One that every sandbox user begins with, and one for the repeated order.
    expect(ordered).toHaveLength(2);
  });

  it('names the transfer, amount and payee of a payment', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createPaymentToken();
    await user.clearToken(token);
    await user.pay(token);
    const { event } = (await user.auditLog()).find((entry) => entry.event.type === 'transfer.funded') ?? {};
    expect(event?.data).toEqual({
      transferId: user.details.transferId,
      amount: '120.5',
      currency: 'EUR',
      payee: '14550101',
    });
  });

  it('names the trace id of the response that caused the event', async () => {
    const user = await sandbox.createUser();
    const { headers } = await user.call('POST', user.v2Path('pin'), { body: { pin: PIN } });
    const created = (await user.auditLog()).find(({ event }) => event.type === 'pin.created');
    expect(created?.event.traceId).toBe(headers.get('x-trace-id'));
    expect(created?.event).toMatchObject({ actor: `user:${user.details.userId}`, profileId: user.profileId });
  });

  it('contains no secret and no full phone number', async () => {
    const number = phoneNumber();
    const user = await sandbox.createEnrolledUser({ phoneNumber: number, deviceFingerprint: 'a-very-secret-device' });
    const token = await user.createPaymentToken();
    await user.verifyDevice(token, 'a-very-secret-device');
    await causeEvents(user);
    const text = JSON.stringify((await user.auditLog()).map(({ event }) => ({ ...event, at: 0, traceId: '' })));
    const { accessToken, refreshToken, authToken, applicationToken, password, clientSecret, apiKey } = user.details;
    const secrets = [
      accessToken,
      refreshToken,
      authToken,
      applicationToken,
      password,
      clientSecret ?? '',
      apiKey ?? '',
    ];
    for (const secret of [
      ...secrets,
      token,
      number,
      number.slice(1),
      'a-very-secret-device',
      FACE_MAP,
      `"${OTP_CODE}"`,
      `"${PIN}"`,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('has no event for a transaction that was rolled back', async () => {
    const user = await sandbox.createUser({ pin: PIN });
    const before = (await user.auditLog()).length;
    expect((await user.call('POST', user.v2Path('pin'), { body: { pin: PIN } })).status).toBe(409);
    expect(await user.auditLog()).toHaveLength(before);
  });

  it('is a valid hash chain per client and shard, also after parallel requests', async () => {
    const user = await sandbox.createUser();
    const devices = [1, 2, 3].map((n) => ({ deviceFingerprint: `${DEVICE}-${n}` }));
    await Promise.all(devices.map((body) => user.call('POST', user.v2Path('device-fingerprints'), { body })));
    const entries = await user.auditLog();
    for (const chain of Map.groupBy(entries, ({ shard }) => shard).values()) {
      expect(chain.map(({ sequence }) => sequence)).toEqual(chain.map((_, index) => index + 1));
    }
    const { auditLog } = sandbox.server.services.stores;
    expect(await auditLog.verify(user.details.clientId)).toEqual({ ok: true, count: entries.length, pruned: 0 });
  });

  it('stays verifiable after retention has pruned it', async () => {
    const user = await sandbox.createEnrolledUser();
    await user.advanceClock(3600);
    await user.createToken();
    const before = await user.auditLog();
    const { auditLog } = sandbox.server.services.stores;
    const { pruned, broken } = await auditLog.prune(Date.now() + 1_800_000);
    expect(pruned).toBeGreaterThan(0);
    expect(broken).toEqual([]);
    const left = await user.auditLog();
    expect(left.length).toBeGreaterThan(0);
    expect(left.map(({ hash }) => hash)).toEqual(before.slice(-left.length).map(({ hash }) => hash));
    const verdict = { ok: true, count: left.length, pruned: before.length - left.length };
    expect(await auditLog.verify(user.details.clientId)).toEqual(verdict);
  });

  it('keeps the events of a client that advances its clock', async () => {
    const user = await sandbox.createEnrolledUser();
    const before = (await user.auditLog()).length;
    await user.advanceClock(7 * 86_400);
    const { auditLog } = sandbox.server.services.stores;
    await auditLog.prune(Date.now() - 86_400_000);
    const entries = await user.auditLog();
    expect(entries.length).toBeGreaterThan(before);
    expect(await auditLog.verify(user.details.clientId)).toEqual({ ok: true, count: entries.length, pruned: 0 });
  });
});
