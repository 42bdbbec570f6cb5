import { expect, test } from 'vitest';
import { ScaError } from '../errors.ts';
import { CODE, expectConflict, factorsFixture, MOBILE, tally } from './factors.fixture.ts';

test('an enrolment sends a code to the number and waits for it', async () => {
  const { engine, actor, user, delivery, trail, clock } = await factorsFixture();
  const before = trail().length;
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
  expect(trail(before)).toEqual([
    'factor-challenge.reserved',
    'authentication-factor.enrolled',
    'factor-challenge.sent',
  ]);
});

test('without a fixed code each code is drawn anew', async () => {
  const { engine, actor, user, delivery, waitForResend } = await factorsFixture({ randomCodes: true });
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  waitForResend();
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  const codes = delivery.otps.map((otp) => otp.code);
  for (const code of codes) expect(code).toMatch(/^[0-9]{6}$/);
  expect(new Set(codes).size).toBe(2);
});

test.each(['WHATSAPP', 'VOICE', 'AUTHY', 'sms', ''])('the channel %j is not supported', async (channel) => {
  const { engine, actor, user } = await factorsFixture();
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, channel), 'CHANNEL_NOT_SUPPORTED');
});

test('a biometric device does not enrol', async () => {
  const { engine, actor, user } = await factorsFixture();
  await expectConflict(
    engine.authenticationFactors.enrolOtp(actor, user, 'BIOMETRIC'),
    'TYPE_DOES_NOT_SUPPORT_ENROLMENT',
  );
});

test('a channel enrols once', async () => {
  const { engine, actor, user } = await factorsFixture();
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE);
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'CHANNEL_ALREADY_REGISTERED');
});

test('a user without a number cannot enrol', async () => {
  const { engine, actor, user } = await factorsFixture({ phoneNumber: null });
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'MOBILE_NUMBER_NOT_AVAILABLE');
});

test.each(['+442079460018', '+4930123456'])('a landline gets no code: %s', async (phoneNumber) => {
  const { engine, actor, user } = await factorsFixture({ phoneNumber });
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'MOBILE_NUMBER_INVALID');
});

test.each(['+14155552671', '+6588888888', '+3725123456'])('a mobile number gets one: %s', async (phoneNumber) => {
  const { engine, actor, user, delivery } = await factorsFixture({ phoneNumber });
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  expect(delivery.otps[0]?.recipient).toBe(phoneNumber);
});

test('a number of a country that is not served gets no code', async () => {
  const { engine, actor, user } = await factorsFixture({ phoneNumber: '+8501921234567' });
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'MOBILE_COUNTRY_NOT_SUPPORTED');
});

test('which countries are served is the operator’s choice', async () => {
  const served = await factorsFixture({ phoneNumber: '+8501921234567', unsupportedCountries: ['SG'] });
  await served.engine.authenticationFactors.enrolOtp(served.actor, served.user, 'SMS');
  const refused = await factorsFixture({ phoneNumber: '+6588888888', unsupportedCountries: ['SG'] });
  await expectConflict(
    refused.engine.authenticationFactors.enrolOtp(refused.actor, refused.user, 'SMS'),
    'MOBILE_COUNTRY_NOT_SUPPORTED',
  );
});

test('inactive credentials cannot enrol', async () => {
  const { engine, actor, user } = await factorsFixture({ active: false });
  await expectConflict(engine.authenticationFactors.enrolOtp(actor, user, 'SMS'), 'CREDENTIALS_INACTIVE');
  await expectConflict(engine.authenticationFactors.enrolPush(actor, user, 'AUTHY'), 'CREDENTIALS_INACTIVE');
  await expectConflict(engine.authenticationFactors.linkBiometric(actor, user), 'CREDENTIALS_INACTIVE');
});

test('an unknown user is not found', async () => {
  const { engine, actor } = await factorsFixture();
  const nobody = { clientId: 'acme', userId: 1 };
  for (const work of [
    engine.authenticationFactors.enrolOtp(actor, nobody, 'SMS'),
    engine.authenticationFactors.list(actor, nobody),
    engine.authenticationFactors.unlinkPush(actor, nobody, 'AUTHY'),
  ]) {
    await expect(work).rejects.toMatchObject({ code: 'user.not.found' });
  }
});

test('a code that waits is not sent again within 15 seconds', async () => {
  const { engine, actor, user, clock, delivery } = await factorsFixture();
  const enrol = () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  await enrol();
  clock.advance(14_999);
  await expect(enrol()).rejects.toMatchObject({
    code: 'otp.resend.too.early',
    details: { retryAfter: 1, limitedBy: 'otp-resend', limit: 1 },
  });
  clock.advance(1);
  await enrol();
  expect(delivery.otps).toHaveLength(2);
});

test('a number gets five codes an hour', async () => {
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

test('of 200 enrolments at once one sends a code', async () => {
  const { engine, actor, user, delivery } = await factorsFixture();
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS')),
  );
  expect(tally(results)).toEqual({ ok: 1, 'otp.resend.too.early': 199 });
  expect(delivery.otps).toHaveLength(1);
});

test('a message that was not taken leaves nothing behind, and may be tried at once', async () => {
  const { engine, actor, user, delivery, trail } = await factorsFixture();
  const before = trail().length;
  delivery.down = true;
  for (let count = 0; count < 10; count += 1) {
    await expect(engine.authenticationFactors.enrolOtp(actor, user, 'SMS')).rejects.toMatchObject({
      code: 'delivery.unavailable',
    });
  }
  await expect(engine.authenticationFactors.list(actor, user)).resolves.toEqual([]);
  await expectConflict(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE), 'STATE_INVALID');
  expect(trail(before).slice(0, 2)).toEqual(['factor-challenge.reserved', 'factor-challenge.not-sent']);
  delivery.down = false;
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
});

test('a message that may have gone out counts for its number, and leaves nothing else behind', async () => {
  const { engine, actor, user, delivery, clock } = await factorsFixture();
  const enrol = () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  delivery.beforeSend = () => Promise.reject(new Error('No answer in time'));
  for (let count = 0; count < 5; count += 1) {
    await expect(enrol()).rejects.toMatchObject({ code: 'delivery.unavailable' });
  }
  await expect(enrol()).rejects.toMatchObject({ code: 'otp.hourly.limit.reached' });
  await expectConflict(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE), 'STATE_INVALID');
  delivery.beforeSend = async () => {};
  clock.advance(3_600_000);
  await enrol();
});

test('an enrolment whose message was slow changes nothing about a newer one', async () => {
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

test('a resend that was not taken leaves the code before it in force', async () => {
  const { engine, actor, user, delivery, waitForResend } = await factorsFixture({ randomCodes: true });
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  waitForResend();
  delivery.down = true;
  await expect(engine.authenticationFactors.enrolOtp(actor, user, 'SMS')).rejects.toThrow();
  await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', delivery.otps[0]?.code ?? '');
});

test('while a message is on its way no transaction is open, and its code is not accepted', async () => {
  const { engine, actor, user, delivery } = await factorsFixture();
  let inFlight: unknown;
  delivery.beforeSend = async () => {
    inFlight = await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE).catch((error: Error) => error);
  };
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  expect(inFlight).toMatchObject({ details: { errorCode: 'STATE_INVALID' } });
});

test('a user who is deleted while the message is on its way stays deleted', async () => {
  const { engine, actor, user, delivery, store } = await factorsFixture();
  delivery.beforeSend = () => engine.identity.deleteUser(actor, user.userId);
  await expect(engine.authenticationFactors.enrolOtp(actor, user, 'SMS')).rejects.toMatchObject({
    code: 'user.not.found',
  });
  expect(store.auditTrail.at(-1)?.type).toBe('user.deleted');
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

test('neither the code nor the number is stored or audited in clear', async () => {
  const { engine, actor, user, delivery, store } = await factorsFixture({ randomCodes: true });
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  expect(store.dump()).not.toContain(`"${delivery.otps[0]?.code}"`);
  expect(store.dump()).not.toContain(MOBILE.slice(1));
});

test('on a clock that stands still each challenge is newer than the one before', async () => {
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
