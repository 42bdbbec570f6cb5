import { describe, expect, it } from 'vitest';
import { uploadKey } from './support/envelopes.ts';
import { CODE, DEVICE, FACE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import type { SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();

/** Does a bit of everything. */
async function live(user: SandboxUser): Promise<void> {
  await user.call('POST', user.v2('facemaps'), { body: { faceMap: FACE } });
  const token = await user.paymentToken();
  await user.pin(token, '0000');
  await user.v1('sms/trigger', token);
  await user.v1('sms/verify', token, { otpCode: CODE });
  await user.pin(token, PIN);
  await user.pay(token);
  await user.factor('POST', '/authentication_factors/otp/SMS');
  await user.factor('POST', '/authentication_factors/otp/SMS/verify', { body: { verificationCode: '123456' } });
  await user.call('DELETE', user.v2('facemaps'));
  await user.wait(1);
  await user.outcome('PIN', 'fail');
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

describe('Audit', () => {
  it('every state change writes an event: who, what, when, trace id, result', async () => {
    const user = await sandbox.enrolledUser({ phoneNumber: phoneNumber() });
    await live(user);
    const trail = await user.trail();
    const types = new Set(trail.map(({ event }) => event.type));
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
    for (const { event } of trail) {
      expect(event).toMatchObject({
        actor: expect.stringMatching(/^(user:\d+|application|device|system)$/),
        at: expect.any(Number),
        result: expect.stringMatching(/^(success|failure)$/),
        traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
    }
  });

  it('what did not happen again writes no second event', async () => {
    const user = await sandbox.enrolledUser({ phoneNumber: phoneNumber() });
    await live(user);
    const ordered = (await user.trail()).filter(({ event }) => event.type === 'transfer.created');
    // The one that every sandbox user begins with, and the one that was ordered twice.
    expect(ordered).toHaveLength(2);
  });

  it('a payment leaves its transfer, amount and payee', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.paymentToken();
    await user.clear(token);
    await user.pay(token);
    const { event } = (await user.trail()).find((entry) => entry.event.type === 'transfer.funded') ?? {};
    expect(event?.data).toEqual({
      transferId: user.facts.transferId,
      amount: '120.5',
      currency: 'EUR',
      payee: '14550101',
    });
  });

  it('an event carries the trace id of the answer that it belongs to', async () => {
    const user = await sandbox.user();
    const { headers } = await user.call('POST', user.v2('pin'), { body: { pin: PIN } });
    const created = (await user.trail()).find(({ event }) => event.type === 'pin.created');
    expect(created?.event.traceId).toBe(headers.get('x-trace-id'));
    expect(created?.event).toMatchObject({ actor: `user:${user.facts.userId}`, profileId: user.profileId });
  });

  it('never a secret, never a full phone number', async () => {
    const number = phoneNumber();
    const user = await sandbox.enrolledUser({ phoneNumber: number, deviceFingerprint: 'a-very-secret-device' });
    const token = await user.paymentToken();
    await user.device(token, 'a-very-secret-device');
    await live(user);
    const text = JSON.stringify((await user.trail()).map(({ event }) => ({ ...event, at: 0, traceId: '' })));
    const { accessToken, refreshToken, authToken, applicationToken, password, clientSecret, apiKey } = user.facts;
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
      FACE,
      `"${CODE}"`,
      `"${PIN}"`,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('an event is written in the same transaction: what is rolled back leaves none', async () => {
    const user = await sandbox.user({ pin: PIN });
    const before = (await user.trail()).length;
    expect((await user.call('POST', user.v2('pin'), { body: { pin: PIN } })).status).toBe(409);
    expect(await user.trail()).toHaveLength(before);
  });

  it('the events of a client form a hash chain that holds, also under parallel requests', async () => {
    const user = await sandbox.user();
    const devices = [1, 2, 3].map((n) => ({ deviceFingerprint: `${DEVICE}-${n}` }));
    await Promise.all(devices.map((body) => user.call('POST', user.v2('device-fingerprints'), { body })));
    const trail = await user.trail();
    expect(trail.map(({ sequence }) => sequence)).toEqual(trail.map((_, index) => index + 1));
    const { auditTrail } = sandbox.server.services.stores;
    expect(await auditTrail.verify(user.facts.clientId)).toEqual({ ok: true, count: trail.length, pruned: 0 });
  });

  it('retention keeps the chain checkable', async () => {
    const user = await sandbox.enrolledUser();
    await user.wait(3600);
    await user.token();
    const { auditTrail } = sandbox.server.services.stores;
    const { pruned, broken } = await auditTrail.prune(Date.now() + 1_800_000);
    expect(pruned).toBeGreaterThan(0);
    expect(broken).toEqual([]);
    const left = await user.trail();
    expect(left.length).toBeGreaterThan(0);
    const first = left[0]?.sequence ?? 0;
    expect(first).toBeGreaterThan(1);
    const verdict = { ok: true, count: left.length, pruned: first - 1 };
    expect(await auditTrail.verify(user.facts.clientId)).toEqual(verdict);
  });

  it('a client that moves its clock ahead makes none of its events old enough for retention', async () => {
    const user = await sandbox.enrolledUser();
    const before = (await user.trail()).length;
    await user.wait(7 * 86_400);
    const { auditTrail } = sandbox.server.services.stores;
    await auditTrail.prune(Date.now() - 86_400_000);
    const trail = await user.trail();
    expect(trail.length).toBeGreaterThan(before);
    expect(await auditTrail.verify(user.facts.clientId)).toEqual({ ok: true, count: trail.length, pruned: 0 });
  });
});
