import { expect, test } from 'vitest';
import { ScaError } from '../errors.ts';
import { CLIENT, DEVICE, expectConflict, type FactorsFixture, factorsFixture, tally } from './factors.fixture.ts';

const notFound = { code: 'push.not.found' };

async function statusOf({ engine, actor, user }: FactorsFixture, channel = 'AUTHY'): Promise<string | undefined> {
  return (await engine.authenticationFactors.list(actor, user)).find((factor) => factor.channel === channel)?.status;
}

const enrol = ({ engine, actor, user }: FactorsFixture, channel = 'AUTHY') =>
  engine.authenticationFactors.enrolPush(actor, user, channel);

test('enrolment sends a push and leaves the factor pending', async () => {
  const fixture = await factorsFixture();
  const { id } = await enrol(fixture);
  expect(fixture.delivery.pushes).toEqual([
    {
      clientId: 'acme',
      userId: fixture.user.userId,
      channel: 'AUTHY',
      challengeId: id,
      purpose: 'enrolment',
      expiresAt: fixture.clock.now() + 300_000,
    },
  ]);
  expect(id).toMatch(/^[0-9]{1,18}$/);
  expect(await statusOf(fixture)).toBe('PENDING_VERIFICATION');
});

test.each([
  ['approve', 'ACTIVE'],
  ['reject', 'INACTIVE'],
  ['expire', 'PENDING_VERIFICATION'],
] as const)('the response %s sets the factor to %s', async (response, status) => {
  const fixture = await factorsFixture();
  const { id } = await enrol(fixture);
  await fixture.engine.authenticationFactors.respondToPush(DEVICE, id, response);
  expect(await statusOf(fixture)).toBe(status);
  await expect(fixture.engine.authenticationFactors.respondToPush(DEVICE, id, 'approve')).rejects.toMatchObject(
    notFound,
  );
  expect(fixture.store.auditLog.at(-1)).toMatchObject({ actor: 'device', userId: fixture.user.userId });
});

test('a push expires after exactly five minutes', async () => {
  const early = await factorsFixture();
  const first = await enrol(early);
  early.clock.advance(299_999);
  await early.engine.authenticationFactors.respondToPush(DEVICE, first.id, 'approve');
  const late = await factorsFixture();
  const second = await enrol(late);
  late.clock.advance(300_000);
  await expect(late.engine.authenticationFactors.respondToPush(DEVICE, second.id, 'approve')).rejects.toMatchObject(
    notFound,
  );
});

test('a slow push does not change the factor that a newer push activated', async () => {
  const fixture = await factorsFixture();
  const { engine, delivery, clock } = fixture;
  delivery.beforeSend = async () => {
    delivery.beforeSend = async () => {};
    clock.advance(15_000);
    const { id } = await enrol(fixture);
    await engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  };
  const slow = await enrol(fixture);
  expect(await statusOf(fixture)).toBe('ACTIVE');
  await expect(engine.authenticationFactors.respondToPush(DEVICE, slow.id, 'reject')).rejects.toMatchObject(notFound);
  expect(await statusOf(fixture)).toBe('ACTIVE');
});

test('one of many concurrent responses counts', async () => {
  const fixture = await factorsFixture();
  const { id } = await enrol(fixture);
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, (_, index) =>
      fixture.engine.authenticationFactors.respondToPush(DEVICE, id, index % 2 ? 'approve' : 'reject'),
    ),
  );
  expect(tally(results)).toEqual({ ok: 1, 'push.not.found': 199 });
});

test('a newer push replaces the previous one', async () => {
  const fixture = await factorsFixture();
  const { id: older } = await enrol(fixture);
  fixture.waitForResend();
  const { id: newer } = await enrol(fixture);
  const response = (id: string) => fixture.engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  await expect(response(older)).rejects.toMatchObject(notFound);
  await response(newer);
});

test("throws push.not.found for an unknown push, another client's push, and a code", async () => {
  const fixture = await factorsFixture();
  const { engine, actor, user, delivery } = fixture;
  const { id } = await enrol(fixture);
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  const response = (device: typeof DEVICE, pushId: string) =>
    engine.authenticationFactors.respondToPush(device, pushId, 'approve');
  await expect(response(DEVICE, '000')).rejects.toMatchObject(notFound);
  await expect(response({ ...DEVICE, clientId: 'other' }, id)).rejects.toMatchObject(notFound);
  await expect(response(DEVICE, delivery.otps[0]?.reference ?? '')).rejects.toMatchObject(notFound);
});

test('an active device cannot enrol again, a rejected one can', async () => {
  const fixture = await factorsFixture();
  const rejected = await enrol(fixture);
  await fixture.engine.authenticationFactors.respondToPush(DEVICE, rejected.id, 'reject');
  const approved = await enrol(fixture);
  await fixture.engine.authenticationFactors.respondToPush(DEVICE, approved.id, 'approve');
  await expectConflict(enrol(fixture), 'CHANNEL_ALREADY_REGISTERED');
});

test('push enrolment rejects other channels', async () => {
  const fixture = await factorsFixture();
  await expectConflict(enrol(fixture, 'SMS'), 'CHANNEL_NOT_SUPPORTED');
  await expectConflict(enrol(fixture, 'BIOMETRIC'), 'TYPE_DOES_NOT_SUPPORT_ENROLMENT');
});

test('a pending push is not sent again within 15 seconds', async () => {
  const fixture = await factorsFixture();
  const first = await enrol(fixture);
  expect(await enrol(fixture)).toEqual(first);
  expect(fixture.delivery.pushes).toHaveLength(1);
  fixture.clock.advance(15_000);
  expect(await enrol(fixture)).not.toEqual(first);
});

test.each([
  [null, 'MOBILE_NUMBER_NOT_AVAILABLE'],
  ['+442079460018', 'MOBILE_NUMBER_NOT_AVAILABLE'],
  ['+5351234567', 'MOBILE_COUNTRY_NOT_SUPPORTED'],
] as const)('push enrolment needs a mobile number: %s is %s', async (phoneNumber, errorCode) => {
  await expectConflict(enrol(await factorsFixture({ phoneNumber })), errorCode);
});

test('a user gets at most five pushes an hour, even if each is rejected', async () => {
  const fixture = await factorsFixture();
  for (let count = 0; count < 5; count += 1) {
    const { id } = await enrol(fixture);
    await fixture.engine.authenticationFactors.respondToPush(DEVICE, id, 'reject');
  }
  await expect(enrol(fixture)).rejects.toMatchObject({
    code: 'rate.limit.reached',
    details: { retryAfter: 3600, limitedBy: 'push-per-user', limit: 5 },
  });
  fixture.clock.advance(3_600_000);
  await enrol(fixture);
});

test('a push that was not sent leaves no challenge and no count', async () => {
  const fixture = await factorsFixture();
  fixture.delivery.down = true;
  for (let count = 0; count < 10; count += 1) {
    await expect(enrol(fixture)).rejects.toMatchObject({ code: 'delivery.unavailable' });
  }
  expect(await statusOf(fixture)).toBeUndefined();
  fixture.delivery.down = false;
  await enrol(fixture);
});

test('a push that may have been sent counts for its user', async () => {
  const fixture = await factorsFixture();
  fixture.delivery.beforeSend = () => Promise.reject(new Error('No response in time'));
  for (let count = 0; count < 5; count += 1) {
    await expect(enrol(fixture)).rejects.toMatchObject({ code: 'delivery.unavailable' });
  }
  await expect(enrol(fixture)).rejects.toMatchObject({ details: { limitedBy: 'push-per-user' } });
});

test('a linked device can be unlinked once', async () => {
  const fixture = await factorsFixture();
  const { engine, actor, user } = fixture;
  const { id } = await enrol(fixture);
  await engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  await engine.authenticationFactors.unlinkPush(actor, user, 'AUTHY');
  expect(await statusOf(fixture)).toBeUndefined();
  expect(fixture.auditTypes().at(-1)).toBe('authentication-factor.unlinked');
  await expectConflict(engine.authenticationFactors.unlinkPush(actor, user, 'AUTHY'), 'CHANNEL_NOT_REGISTERED');
});

test("unlinking an active device removes the step-up of the user's tokens", async () => {
  const fixture = await factorsFixture();
  const { engine, actor, user, store } = fixture;
  const { id } = await enrol(fixture);
  await engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  const text = await fixture.logIn();
  const token = await engine.identity.authenticate(text);
  const stepUp = await engine.stepUps.startPush(actor, token, 'AUTHY');
  await engine.authenticationFactors.respondToPush(DEVICE, stepUp.id, 'approve');
  expect((await engine.identity.authenticate(text)).steppedUpAt).not.toBeNull();
  await engine.authenticationFactors.unlinkPush(actor, user, 'AUTHY');
  const after = await engine.identity.authenticate(text);
  expect(() => engine.stepUps.requireSteppedUp(after)).toThrow(expect.objectContaining({ code: 'step.up.required' }));
  const { clientId, digest } = token;
  const stored = await store.read({ clientId }, (tx) => tx.accessTokens.find(clientId, digest));
  expect(stored?.steppedUpAt).toBeNull();
});

test("unlinking a pending device keeps the step-up of the user's tokens", async () => {
  const fixture = await factorsFixture();
  const { engine, actor, user } = fixture;
  await engine.authenticationFactors.linkBiometric(DEVICE, user);
  const text = await fixture.logIn();
  const { id } = await engine.stepUps.startPush(actor, await engine.identity.authenticate(text), 'BIOMETRIC');
  await engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  await enrol(fixture);
  await engine.authenticationFactors.unlinkPush(actor, user, 'AUTHY');
  expect((await engine.identity.authenticate(text)).steppedUpAt).not.toBeNull();
});

test('one of many concurrent unlinks succeeds', async () => {
  const { engine, actor, user } = await factorsFixture();
  await engine.authenticationFactors.linkBiometric(DEVICE, user);
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, () => engine.authenticationFactors.unlinkPush(actor, user, 'BIOMETRIC')),
  );
  expect(tally(results)).toEqual({ ok: 1, CHANNEL_NOT_REGISTERED: 199 });
});

test('unlinking a device expires its pending push', async () => {
  const fixture = await factorsFixture();
  const { engine, actor, user } = fixture;
  const { id } = await enrol(fixture);
  await engine.authenticationFactors.unlinkPush(actor, user, 'AUTHY');
  await expect(engine.authenticationFactors.respondToPush(DEVICE, id, 'approve')).rejects.toMatchObject(notFound);
  expect(await statusOf(fixture)).toBeUndefined();
});

test.each(['AUTHY', 'BIOMETRIC'])('unlinking a channel that is not linked fails: %s', async (channel) => {
  const { engine, actor, user } = await factorsFixture();
  await expectConflict(engine.authenticationFactors.unlinkPush(actor, user, channel), 'CHANNEL_NOT_REGISTERED');
});

test.each(['enrolment', 'step-up'] as const)(
  'unlinking a device expires a push that is being sent (%s)',
  async (purpose) => {
    const { engine, actor, user, delivery, waitForResend, auditTypes, ...fixture } = await factorsFixture();
    const { id } = await engine.authenticationFactors.enrolPush(actor, user, 'AUTHY');
    if (purpose === 'step-up') await engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
    const token = await engine.identity.authenticate(await fixture.logIn());
    waitForResend();
    delivery.beforeSend = () => engine.authenticationFactors.unlinkPush(actor, user, 'AUTHY');
    if (purpose === 'step-up') await engine.stepUps.startPush(actor, token, 'AUTHY');
    else await engine.authenticationFactors.enrolPush(actor, user, 'AUTHY');
    expect(await engine.authenticationFactors.list(actor, user)).toEqual([]);
    const pushId = delivery.pushes.at(-1)?.challengeId ?? '';
    await expect(engine.authenticationFactors.respondToPush(DEVICE, pushId, 'approve')).rejects.toMatchObject({
      code: 'push.not.found',
    });
    expect(auditTypes().slice(-3)).toEqual([
      'factor-challenge.expired',
      'authentication-factor.unlinked',
      'factor-challenge.sent',
    ]);
  },
);

test('a device that rejected its enrolment cannot be unlinked', async () => {
  const fixture = await factorsFixture();
  const { engine, actor, user } = fixture;
  const { id } = await enrol(fixture);
  await engine.authenticationFactors.respondToPush(DEVICE, id, 'reject');
  await expectConflict(engine.authenticationFactors.unlinkPush(actor, user, 'AUTHY'), 'CHANNEL_NOT_REGISTERED');
});

test('unlinking rejects the channel SMS', async () => {
  const { engine, actor, user } = await factorsFixture();
  await expectConflict(engine.authenticationFactors.unlinkPush(actor, user, 'SMS'), 'CHANNEL_NOT_SUPPORTED');
});

test('a biometric device can be linked once', async () => {
  const fixture = await factorsFixture();
  const { engine, user } = fixture;
  await engine.authenticationFactors.linkBiometric(DEVICE, user);
  expect(await statusOf(fixture, 'BIOMETRIC')).toBe('ACTIVE');
  await expectConflict(engine.authenticationFactors.linkBiometric(DEVICE, user), 'CHANNEL_ALREADY_REGISTERED');
});

test("list returns the user's factors in a fixed order", async () => {
  const fixture = await factorsFixture();
  const { engine, actor, user } = fixture;
  await engine.authenticationFactors.linkBiometric(DEVICE, user);
  await enrol(fixture);
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  const other = await engine.identity.createUser(CLIENT);
  await engine.authenticationFactors.linkBiometric(DEVICE, other);
  await expect(engine.authenticationFactors.list(actor, user)).resolves.toEqual([
    { type: 'OTP', status: 'PENDING_VERIFICATION', channel: 'SMS' },
    { type: 'PUSH', status: 'PENDING_VERIFICATION', channel: 'AUTHY' },
    { type: 'BIOMETRIC', status: 'ACTIVE', channel: 'BIOMETRIC' },
  ]);
});

test.each([
  ['fail', 'INACTIVE'],
  ['expire', 'PENDING_VERIFICATION'],
] as const)('a simulated response of %s replaces the next approval', async (response, status) => {
  const fixture = await factorsFixture();
  const { id } = await enrol(fixture);
  fixture.simulated.set('PUSH', response);
  await fixture.engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  expect(await statusOf(fixture)).toBe(status);
});

test('the push stays pending when the simulated response throws', async () => {
  const fixture = await factorsFixture();
  const { id } = await enrol(fixture);
  fixture.simulated.set('PUSH', new ScaError('service.unavailable'));
  await expect(fixture.engine.authenticationFactors.respondToPush(DEVICE, id, 'approve')).rejects.toMatchObject({
    code: 'service.unavailable',
  });
  await fixture.engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  expect(await statusOf(fixture)).toBe('ACTIVE');
});
