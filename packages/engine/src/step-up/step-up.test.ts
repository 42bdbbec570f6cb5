import { expect, test } from 'vitest';
import {
  CODE,
  DEVICE,
  enrolled,
  expectConflict,
  factorsFixture,
  tally,
  WRONG_CODE,
} from '../authentication-factors/factors.fixture.ts';

test('a right code steps up the token, a wrong one does not', async () => {
  const { engine, actor, logIn, delivery, auditTypes } = await enrolled();
  const text = await logIn();
  const token = await engine.identity.authenticate(text);
  expect(() => engine.stepUps.requireSteppedUp(token)).toThrow(expect.objectContaining({ code: 'step.up.required' }));
  await engine.stepUps.startOtp(actor, token, 'SMS');
  expect(delivery.otps.at(-1)).toMatchObject({ purpose: 'step-up', code: CODE });
  const before = auditTypes().length;
  await engine.stepUps.verifyOtp(actor, token, 'SMS', CODE);
  expect(auditTypes(before)).toEqual(['factor-challenge.attempted', 'factor-challenge.passed', 'token.stepped-up']);
  engine.stepUps.requireSteppedUp(await engine.identity.authenticate(text));
  const another = await engine.identity.authenticate(await logIn());
  expect(() => engine.stepUps.requireSteppedUp(another)).toThrow(expect.objectContaining({ code: 'step.up.required' }));
});

test.each(['AUTHY', 'BIOMETRIC'])('an approved push to %s steps up the token', async (channel) => {
  const { engine, actor, user, logIn, delivery } = await enrolled();
  if (channel === 'AUTHY') {
    const enrolment = await engine.authenticationFactors.enrolPush(actor, user, channel);
    await engine.authenticationFactors.respondToPush(DEVICE, enrolment.id, 'approve');
  }
  const text = await logIn();
  const { id } = await engine.stepUps.startPush(actor, await engine.identity.authenticate(text), channel);
  expect(delivery.pushes.at(-1)).toMatchObject({ purpose: 'step-up', channel, challengeId: id });
  const waiting = await engine.identity.authenticate(text);
  expect(() => engine.stepUps.requireSteppedUp(waiting)).toThrow();
  await engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  engine.stepUps.requireSteppedUp(await engine.identity.authenticate(text));
});

test.each(['reject', 'expire'] as const)('the response %s does not step up the token', async (response) => {
  const { engine, actor, user, logIn } = await enrolled();
  const text = await logIn();
  const { id } = await engine.stepUps.startPush(actor, await engine.identity.authenticate(text), 'BIOMETRIC');
  await engine.authenticationFactors.respondToPush(DEVICE, id, response);
  const token = await engine.identity.authenticate(text);
  expect(() => engine.stepUps.requireSteppedUp(token)).toThrow();
  await expect(engine.authenticationFactors.list(actor, user)).resolves.toContainEqual({
    type: 'BIOMETRIC',
    status: 'ACTIVE',
    channel: 'BIOMETRIC',
  });
});

test('a push cannot be approved after the device was unlinked', async () => {
  const { engine, actor, user, token } = await enrolled();
  const { id } = await engine.stepUps.startPush(actor, token, 'BIOMETRIC');
  await engine.authenticationFactors.unlinkPush(actor, user, 'BIOMETRIC');
  await expect(engine.authenticationFactors.respondToPush(DEVICE, id, 'approve')).rejects.toMatchObject({
    code: 'push.not.found',
  });
});

test('a push cannot be approved if the device was unlinked during the delivery', async () => {
  const { engine, actor, user, token, delivery } = await enrolled();
  delivery.beforeSend = () => engine.authenticationFactors.unlinkPush(actor, user, 'BIOMETRIC');
  const { id } = await engine.stepUps.startPush(actor, token, 'BIOMETRIC');
  await expect(engine.authenticationFactors.respondToPush(DEVICE, id, 'approve')).rejects.toMatchObject({
    code: 'push.not.found',
  });
});

test('a device that was linked again cannot approve an earlier push', async () => {
  const { engine, actor, user, token } = await enrolled();
  const { id } = await engine.stepUps.startPush(actor, token, 'BIOMETRIC');
  await engine.authenticationFactors.unlinkPush(actor, user, 'BIOMETRIC');
  await engine.authenticationFactors.linkBiometric(DEVICE, user);
  await expect(engine.authenticationFactors.respondToPush(DEVICE, id, 'approve')).rejects.toMatchObject({
    code: 'push.not.found',
  });
});

test('a pending code stays valid after a push has stepped up the token', async () => {
  const { engine, actor, token } = await enrolled();
  await engine.stepUps.startOtp(actor, token, 'SMS');
  const { id } = await engine.stepUps.startPush(actor, token, 'BIOMETRIC');
  await engine.authenticationFactors.respondToPush(DEVICE, id, 'approve');
  await engine.stepUps.verifyOtp(actor, token, 'SMS', CODE);
  await expectConflict(engine.stepUps.verifyOtp(actor, token, 'SMS', CODE), 'ALREADY_VERIFIED');
});

test('step-up fails for a channel that is not enrolled', async () => {
  const { engine, actor, user, logIn } = await factorsFixture();
  const token = await engine.identity.authenticate(await logIn());
  await expectConflict(engine.stepUps.startOtp(actor, token, 'SMS'), 'CHANNEL_NOT_REGISTERED');
  await expectConflict(engine.stepUps.verifyOtp(actor, token, 'SMS', CODE), 'CHANNEL_NOT_REGISTERED');
  await expectConflict(engine.stepUps.startPush(actor, token, 'AUTHY'), 'CHANNEL_NOT_REGISTERED');
  await engine.authenticationFactors.enrolPush(actor, user, 'AUTHY');
  await expectConflict(engine.stepUps.startPush(actor, token, 'AUTHY'), 'CHANNEL_NOT_REGISTERED');
});

test('step-up rejects other channels', async () => {
  const { engine, actor, token } = await enrolled();
  await expectConflict(engine.stepUps.startOtp(actor, token, 'BIOMETRIC'), 'CHANNEL_NOT_SUPPORTED');
  await expectConflict(engine.stepUps.verifyOtp(actor, token, 'AUTHY', CODE), 'CHANNEL_NOT_SUPPORTED');
  await expectConflict(engine.stepUps.startPush(actor, token, 'SMS'), 'CHANNEL_NOT_SUPPORTED');
});

test('verification without a challenge fails with STATE_INVALID', async () => {
  const { engine, actor, token } = await enrolled();
  await expectConflict(engine.stepUps.verifyOtp(actor, token, 'SMS', CODE), 'STATE_INVALID');
});

test.each([true, false])('a second code within 15 seconds is rejected, verified or not: %s', async (isVerified) => {
  const { engine, actor, token, clock } = await enrolled();
  const start = () => engine.stepUps.startOtp(actor, token, 'SMS');
  await start();
  if (isVerified) await engine.stepUps.verifyOtp(actor, token, 'SMS', CODE);
  clock.advance(14_999);
  await expectConflict(start(), 'RETRY_IN_15SEC');
  clock.advance(1);
  await start();
  await engine.stepUps.verifyOtp(actor, token, 'SMS', CODE);
});

test('a second push of a token within 15 seconds is the first one', async () => {
  const { engine, actor, token, clock, delivery, logIn } = await enrolled();
  const start = (of = token) => engine.stepUps.startPush(actor, of, 'BIOMETRIC');
  const first = await start();
  clock.advance(14_999);
  expect(await start()).toEqual(first);
  expect(delivery.pushes).toHaveLength(1);
  expect(await start(await engine.identity.authenticate(await logIn()))).not.toEqual(first);
  clock.advance(15_000);
  expect(await start()).not.toEqual(first);
  expect(delivery.pushes).toHaveLength(3);
});

test('one of many concurrent starts sends a message', async () => {
  const { engine, actor, token, delivery } = await enrolled();
  const before = delivery.otps.length;
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, () => engine.stepUps.startOtp(actor, token, 'SMS')),
  );
  expect(tally(results)).toEqual({ ok: 1, RETRY_IN_15SEC: 199 });
  expect(delivery.otps.length - before).toBe(1);
});

test('a code is verified once, and the token can get another code or push', async () => {
  const { engine, actor, token, waitForResend } = await enrolled();
  await engine.stepUps.startOtp(actor, token, 'SMS');
  await engine.stepUps.verifyOtp(actor, token, 'SMS', CODE);
  await expectConflict(engine.stepUps.verifyOtp(actor, token, 'SMS', CODE), 'ALREADY_VERIFIED');
  await engine.stepUps.startPush(actor, token, 'BIOMETRIC');
  waitForResend();
  await engine.stepUps.startOtp(actor, token, 'SMS');
  await engine.stepUps.verifyOtp(actor, token, 'SMS', CODE);
});

test('one of many concurrent right codes steps up the token', async () => {
  const { engine, actor, token, auditTypes } = await enrolled();
  await engine.stepUps.startOtp(actor, token, 'SMS');
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, () => engine.stepUps.verifyOtp(actor, token, 'SMS', CODE)),
  );
  expect(tally(results)).toEqual({ ok: 1, ALREADY_VERIFIED: 4, STATE_INVALID: 195 });
  expect(auditTypes().filter((type) => type === 'token.stepped-up')).toHaveLength(1);
});

test('five wrong codes exhaust the challenge, and another start begins a new one', async () => {
  const { engine, actor, token } = await enrolled();
  const verify = (code: string) => engine.stepUps.verifyOtp(actor, token, 'SMS', code);
  await engine.stepUps.startOtp(actor, token, 'SMS');
  for (let count = 0; count < 3; count += 1) await expectConflict(verify(WRONG_CODE), 'VERIFICATION_CODE_INVALID');
  await expectConflict(verify(WRONG_CODE), 'ONE_CHALLENGE_LIMIT_REMAINING');
  await expectConflict(verify(WRONG_CODE), 'CHALLENGE_LIMIT_EXCEEDED');
  await expectConflict(verify(CODE), 'STATE_INVALID');
  await engine.stepUps.startOtp(actor, token, 'SMS');
  await verify(CODE);
});

test('a code expires after five minutes', async () => {
  const { engine, actor, token, clock } = await enrolled();
  await engine.stepUps.startOtp(actor, token, 'SMS');
  clock.advance(300_000);
  await expectConflict(engine.stepUps.verifyOtp(actor, token, 'SMS', CODE), 'VERIFICATION_CODE_EXPIRED');
});

test('a code steps up only the token it was requested for', async () => {
  const { engine, actor, token, logIn } = await enrolled();
  await engine.stepUps.startOtp(actor, token, 'SMS');
  const other = await engine.identity.authenticate(await logIn());
  await expectConflict(engine.stepUps.verifyOtp(actor, other, 'SMS', CODE), 'STATE_INVALID');
  await engine.stepUps.verifyOtp(actor, token, 'SMS', CODE);
});

test('the code of an enrolment does not step up a token', async () => {
  const { engine, actor, token, delivery } = await enrolled({ randomCodes: true });
  await engine.stepUps.startOtp(actor, token, 'SMS');
  const enrolmentCode = delivery.otps[0]?.code ?? '';
  await expectConflict(engine.stepUps.verifyOtp(actor, token, 'SMS', enrolmentCode), 'VERIFICATION_CODE_INVALID');
});

test('a user whose number was deleted gets no code', async () => {
  const { engine, actor, user, token } = await enrolled();
  const [number] = await engine.phoneNumbers.list(actor, user);
  await engine.phoneNumbers.delete(actor, user, number?.id ?? 0);
  await expectConflict(engine.stepUps.startOtp(actor, token, 'SMS'), 'CHANNEL_NOT_REGISTERED');
});

test('a user gets at most five step-up pushes an hour, whatever the login', async () => {
  const { engine, actor, logIn } = await enrolled();
  for (let count = 0; count < 5; count += 1) {
    const token = await engine.identity.authenticate(await logIn());
    const { id } = await engine.stepUps.startPush(actor, token, 'BIOMETRIC');
    await engine.authenticationFactors.respondToPush(DEVICE, id, 'reject');
  }
  const token = await engine.identity.authenticate(await logIn());
  await expect(engine.stepUps.startPush(actor, token, 'BIOMETRIC')).rejects.toMatchObject({
    code: 'rate.limit.reached',
    details: { limitedBy: 'push-per-user', limit: 5 },
  });
});

test('step-up rejects a token that is not an auth token', async () => {
  const { engine, actor, user } = await enrolled();
  const grant = await engine.identity.issueUserTokens(actor, user.userId);
  const token = await engine.identity.authenticate(grant.accessToken);
  for (const work of [
    engine.stepUps.startOtp(actor, token, 'SMS'),
    engine.stepUps.verifyOtp(actor, token, 'SMS', CODE),
    engine.stepUps.startPush(actor, token, 'BIOMETRIC'),
  ]) {
    await expect(work).rejects.toMatchObject({ code: 'access.denied' });
  }
});

test('step-up rejects a token whose user was deleted', async () => {
  const { engine, actor, user, token } = await enrolled();
  await engine.stepUps.startOtp(actor, token, 'SMS');
  await engine.identity.deleteUser(actor, user.userId);
  await expect(engine.stepUps.startOtp(actor, token, 'SMS')).rejects.toMatchObject({ code: 'user.not.found' });
  await expectConflict(engine.stepUps.verifyOtp(actor, token, 'SMS', CODE), 'CHANNEL_NOT_REGISTERED');
});
