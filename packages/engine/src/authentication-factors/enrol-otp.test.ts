import { expect, test } from 'vitest';
import { ScaError } from '../errors.ts';
import { CODE, expectConflict, factorsFixture, MOBILE, tally } from './factors.fixture.ts';

test('enrolment sends a code and leaves the factor pending', async () => {
  const { engine, actor, user, delivery, auditTypes, clock } = await factorsFixture();
  const before = auditTypes().length;
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  expect(delivery.otps).toEqual([
    {
      clientId: 'acme',
      userId: user.userId,
      channel: 'SMS',
      recipient: MOBILE,
      code: CODE,
      reference: expect.stringMatching(/^[0-9]{12}$/),
      purpose: 'enrolment',
      action: null,
      expiresAt: clock.now() + 300_000,
    },
  ]);
  await expect(engine.authenticationFactors.list(actor, user)).resolves.toEqual([
    { type: 'OTP', status: 'PENDING_VERIFICATION', channel: 'SMS' },
  ]);
  expect(auditTypes(before)).toEqual([
    'factor-challenge.reserved',
    'authentication-factor.enrolled',
    'factor-challenge.sent',
  ]);
});

test('enrolment sends a new random code each time when no fixed code is set', async () => {
  const { engine, actor, user, delivery, waitForResend } = await factorsFixture({ randomCodes: true });
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  waitForResend();
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  const codes = delivery.otps.map((otp) => otp.code);
  for (const code of codes) expect(code).toMatch(/^[0-9]{6}$/);
  expect(new Set(codes).size).toBe(2);
});

test.each(['WHATSAPP', 'VOICE', 'AUTHY', 'sms', ''])('enrolment rejects the channel %j', async (channel) => {
  const { engine, actor, user } = await factorsFixture();
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, channel), 'CHANNEL_NOT_SUPPORTED');
});

test('enrolment rejects the channel BIOMETRIC', async () => {
  const { engine, actor, user } = await factorsFixture();
  await expectConflict(
    engine.authenticationFactors.enrolOtp(actor, user, 'BIOMETRIC'),
    'TYPE_DOES_NOT_SUPPORT_ENROLMENT',
  );
});

test('enrolment rejects a channel that is already active', async () => {
  const { engine, actor, user } = await factorsFixture();
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE);
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'CHANNEL_ALREADY_REGISTERED');
});

test('enrolment fails for a user without a phone number', async () => {
  const { engine, actor, user } = await factorsFixture({ phoneNumber: null });
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'MOBILE_NUMBER_NOT_AVAILABLE');
});

test.each(['+442079460018', '+4930123456'])('enrolment sends no code to a landline: %s', async (phoneNumber) => {
  const { engine, actor, user } = await factorsFixture({ phoneNumber });
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'MOBILE_NUMBER_INVALID');
});

test.each(['+14155552671', '+6588888888', '+3725123456'])(
  'enrolment sends a code to a mobile number: %s',
  async (phoneNumber) => {
    const { engine, actor, user, delivery } = await factorsFixture({ phoneNumber });
    await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
    expect(delivery.otps[0]?.recipient).toBe(phoneNumber);
  },
);

test('enrolment sends no code to a number of an unsupported country', async () => {
  const { engine, actor, user } = await factorsFixture({ phoneNumber: '+8501921234567' });
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'MOBILE_COUNTRY_NOT_SUPPORTED');
});

test('the option unsupportedCountries replaces the default countries', async () => {
  const served = await factorsFixture({ phoneNumber: '+8501921234567', unsupportedCountries: ['SG'] });
  await served.engine.authenticationFactors.enrolOtp(served.actor, served.user, 'SMS');
  const rejected = await factorsFixture({ phoneNumber: '+6588888888', unsupportedCountries: ['SG'] });
  await expectConflict(
    rejected.engine.authenticationFactors.enrolOtp(rejected.actor, rejected.user, 'SMS'),
    'MOBILE_COUNTRY_NOT_SUPPORTED',
  );
});

test('enrolment fails for inactive credentials', async () => {
  const { engine, actor, user } = await factorsFixture({ active: false });
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'CREDENTIALS_INACTIVE');
  const denied = { code: 'access.denied' };
  await expect(engine.authenticationFactors.enrolPush(actor, user, 'AUTHY')).rejects.toMatchObject(denied);
  await expectConflict(engine.authenticationFactors.linkBiometric(actor, user), 'CREDENTIALS_INACTIVE');
});

test('every operation throws user.not.found for an unknown user', async () => {
  const { engine, actor } = await factorsFixture();
  const unknownUser = { clientId: 'acme', userId: 1 };
  for (const work of [
    engine.authenticationFactors.enrolOtp(actor, unknownUser, 'SMS'),
    engine.authenticationFactors.list(actor, unknownUser),
    engine.authenticationFactors.unlinkPush(actor, unknownUser, 'AUTHY'),
  ]) {
    await expect(work).rejects.toMatchObject({ code: 'user.not.found' });
  }
});

test('a pending code is not sent again within 15 seconds', async () => {
  const { engine, actor, user, clock, delivery } = await factorsFixture();
  const enrol = () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  await enrol();
  clock.advance(14_999);
  await enrol();
  expect(delivery.otps).toHaveLength(1);
  clock.advance(1);
  await enrol();
  expect(delivery.otps).toHaveLength(2);
});

test('a number gets at most five codes an hour', async () => {
  const { engine, actor, user, clock, waitForResend, delivery } = await factorsFixture();
  const enrol = () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  for (let count = 0; count < 5; count += 1) {
    await enrol();
    waitForResend();
  }
  await expect(enrol()).rejects.toMatchObject({
    code: 'otp.hourly.limit.reached',
    details: { retryAfter: 3600 - 75, limitedBy: 'otp-hourly', limit: 5 },
  });
  expect(delivery.otps).toHaveLength(5);
  clock.advance(3_525_000);
  await enrol();
});

test('one of 200 concurrent enrolments sends a code', async () => {
  const { engine, actor, user, delivery } = await factorsFixture();
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS')),
  );
  expect(tally(results)).toEqual({ ok: 200 });
  expect(delivery.otps).toHaveLength(1);
});

test('a code that was not sent leaves no challenge and no count', async () => {
  const { engine, actor, user, delivery, auditTypes } = await factorsFixture();
  const before = auditTypes().length;
  delivery.down = true;
  for (let count = 0; count < 10; count += 1) {
    await expect(engine.authenticationFactors.enrolOtp(actor, user, 'SMS')).rejects.toMatchObject({
      code: 'delivery.unavailable',
    });
  }
  await expect(engine.authenticationFactors.list(actor, user)).resolves.toEqual([]);
  await expectConflict(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE), 'STATE_INVALID');
  expect(auditTypes(before).slice(0, 2)).toEqual(['factor-challenge.reserved', 'factor-challenge.not-sent']);
  delivery.down = false;
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
});

test('a code that may have been sent counts for its number, and leaves no challenge', async () => {
  const { engine, actor, user, delivery, clock } = await factorsFixture();
  const enrol = () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  delivery.beforeSend = () => Promise.reject(new Error('No response in time'));
  for (let count = 0; count < 5; count += 1) {
    await expect(enrol()).rejects.toMatchObject({ code: 'delivery.unavailable' });
  }
  await expect(enrol()).rejects.toMatchObject({ code: 'otp.hourly.limit.reached' });
  await expectConflict(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE), 'STATE_INVALID');
  delivery.beforeSend = async () => {};
  clock.advance(3_600_000);
  await enrol();
});

test('a slow delivery does not change the factor that a newer challenge activated', async () => {
  const { engine, actor, user, delivery, waitForResend } = await factorsFixture();
  const enrol = () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  delivery.beforeSend = async () => {
    delivery.beforeSend = async () => {};
    waitForResend();
    await enrol();
    await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE);
  };
  await enrol();
  const [factor] = await engine.authenticationFactors.list(actor, user);
  expect(factor).toMatchObject({ channel: 'SMS', status: 'ACTIVE' });
});

test('a resend that fails leaves the previous code valid', async () => {
  const { engine, actor, user, delivery, waitForResend } = await factorsFixture({ randomCodes: true });
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  waitForResend();
  delivery.down = true;
  await expect(engine.authenticationFactors.enrolOtp(actor, user, 'SMS')).rejects.toThrow();
  await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', delivery.otps[0]?.code ?? '');
});

test('during the delivery no transaction is open, and the code is not accepted', async () => {
  const { engine, actor, user, delivery } = await factorsFixture();
  let inFlight: unknown;
  delivery.beforeSend = async () => {
    inFlight = await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE).catch((error: Error) => error);
  };
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  expect(inFlight).toMatchObject({ details: { errorCode: 'STATE_INVALID' } });
});

test('a user who is deleted during the delivery stays deleted', async () => {
  const { engine, actor, user, delivery, store } = await factorsFixture();
  delivery.beforeSend = () => engine.identity.deleteUser(actor, user.userId);
  await expect(engine.authenticationFactors.enrolOtp(actor, user, 'SMS')).rejects.toMatchObject({
    code: 'user.not.found',
  });
  expect(store.auditLog.at(-1)?.type).toBe('user.deleted');
});

test.each([
  ['fails', 'fail', { code: 'delivery.unavailable' }],
  ['expires', 'expire', { code: 'delivery.unavailable' }],
  ['throws', new ScaError('rate.limit.reached'), { code: 'rate.limit.reached' }],
] as const)('sends no code when the simulated delivery %s', async (_, response, error) => {
  const { engine, actor, user, simulated, delivery } = await factorsFixture();
  simulated.set('DELIVERY', response);
  await expect(engine.authenticationFactors.enrolOtp(actor, user, 'SMS')).rejects.toMatchObject(error);
  expect(delivery.otps).toEqual([]);
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
});

test('neither the code nor the number is stored or audited in plain text', async () => {
  const { engine, actor, user, delivery, store } = await factorsFixture({ randomCodes: true });
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  expect(store.dump()).not.toContain(`"${delivery.otps[0]?.code}"`);
  expect(store.dump()).not.toContain(MOBILE.slice(1));
});

test('each challenge is newer than the previous one, even while the clock stands still', async () => {
  const { engine, actor, user, delivery, store } = await factorsFixture();
  for (let round = 0; round < 3; round += 1) {
    await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
    for (let count = 0; count < 5; count += 1) {
      await expect(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', '000000')).rejects.toThrow();
    }
  }
  const times: (number | undefined)[] = await store.read({ clientId: 'acme' }, (tx) =>
    Promise.all(
      delivery.otps.map(async ({ reference }) => (await tx.factorChallenges.find('acme', reference))?.createdAt),
    ),
  );
  const start = times[0] ?? 0;
  expect(times).toEqual([start, start + 1, start + 2]);
});
