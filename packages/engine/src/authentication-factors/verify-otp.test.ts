import { expect, test } from 'vitest';
import { ScaError } from '../errors.ts';
import {
  CLIENT,
  CODE,
  expectConflict,
  type FactorsFixture,
  type FactorsOptions,
  factorsFixture,
  tally,
  WRONG_CODE,
} from './factors.fixture.ts';

interface Pending extends FactorsFixture {
  readonly verify: (code: string, channel?: string) => Promise<void>;
  readonly enrol: () => Promise<void>;
}

async function pending(options: FactorsOptions = {}): Promise<Pending> {
  const fixture = await factorsFixture(options);
  const { engine, actor, user } = fixture;
  const enrol = () => engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  await enrol();
  return {
    ...fixture,
    enrol,
    verify: (code, channel = 'SMS') => engine.authenticationFactors.verifyOtp(actor, user, channel, code),
  };
}

test('the right code activates the factor', async () => {
  const { engine, actor, user, verify, auditTypes } = await pending();
  const before = auditTypes().length;
  await verify(CODE);
  await expect(engine.authenticationFactors.list(actor, user)).resolves.toEqual([
    { type: 'OTP', status: 'ACTIVE', channel: 'SMS' },
  ]);
  expect(auditTypes(before)).toEqual([
    'factor-challenge.attempted',
    'factor-challenge.passed',
    'authentication-factor.activated',
  ]);
});

test('verification fails for an active factor', async () => {
  const { verify } = await pending();
  await verify(CODE);
  await expectConflict(verify(CODE), 'CHANNEL_ALREADY_REGISTERED');
});

test('verification without a challenge fails with STATE_INVALID', async () => {
  const { engine, actor, user } = await factorsFixture();
  await expectConflict(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE), 'STATE_INVALID');
});

test('verification rejects other channels', async () => {
  const { verify } = await pending();
  await expectConflict(verify(CODE, 'VOICE'), 'CHANNEL_NOT_SUPPORTED');
});

test('the fourth wrong code leaves one attempt, the fifth exhausts the challenge', async () => {
  const { verify, auditTypes } = await pending();
  const before = auditTypes().length;
  for (let count = 0; count < 3; count += 1) await expectConflict(verify(WRONG_CODE), 'VERIFICATION_CODE_INVALID');
  await expectConflict(verify(WRONG_CODE), 'ONE_CHALLENGE_LIMIT_REMAINING');
  await expectConflict(verify(WRONG_CODE), 'CHALLENGE_LIMIT_EXCEEDED');
  await expectConflict(verify(CODE), 'STATE_INVALID');
  expect(auditTypes(before).filter((type) => type === 'factor-challenge.failed')).toHaveLength(5);
});

test('the fifth attempt can succeed', async () => {
  const { verify } = await pending();
  for (let count = 0; count < 4; count += 1) await expect(verify(WRONG_CODE)).rejects.toThrow();
  await verify(CODE);
});

test('after five wrong codes the user can enrol again at once and has five attempts', async () => {
  const { verify, enrol } = await pending();
  for (let count = 0; count < 5; count += 1) await expect(verify(WRONG_CODE)).rejects.toThrow();
  await enrol();
  for (let count = 0; count < 3; count += 1) await expectConflict(verify(WRONG_CODE), 'VERIFICATION_CODE_INVALID');
  await expectConflict(verify(WRONG_CODE), 'ONE_CHALLENGE_LIMIT_REMAINING');
  await verify(CODE);
});

test('a code expires after exactly five minutes', async () => {
  const early = await pending();
  early.clock.advance(299_999);
  await early.verify(CODE);
  const late = await pending();
  late.clock.advance(300_000);
  await expectConflict(late.verify(CODE), 'VERIFICATION_CODE_EXPIRED');
  await late.enrol();
  await late.verify(CODE);
});

test("codes expire on the client's own clock", async () => {
  const { verify, store } = await pending();
  await store.transaction({ clientId: CLIENT.clientId }, (tx) => tx.clients.advanceClock(CLIENT.clientId, 300_000));
  await expectConflict(verify(CODE), 'VERIFICATION_CODE_EXPIRED');
});

test('a resend makes the previous code invalid', async () => {
  const { verify, enrol, delivery, waitForResend } = await pending({ randomCodes: true });
  waitForResend();
  await enrol();
  await expectConflict(verify(delivery.otps[0]?.code ?? ''), 'VERIFICATION_CODE_INVALID');
  await verify(delivery.otps[1]?.code ?? '');
});

test('five of 200 concurrent wrong codes are evaluated', async () => {
  const { verify, keys } = await pending();
  const before = keys.calls.verifyMac;
  const results = await Promise.allSettled(Array.from({ length: 200 }, () => verify(WRONG_CODE)));
  expect(keys.calls.verifyMac - before).toBe(5);
  expect(tally(results)).toEqual({
    VERIFICATION_CODE_INVALID: 3,
    ONE_CHALLENGE_LIMIT_REMAINING: 1,
    CHALLENGE_LIMIT_EXCEEDED: 1,
    STATE_INVALID: 195,
  });
});

test('one of many concurrent right codes activates the factor', async () => {
  const { verify, auditTypes } = await pending();
  const results = await Promise.allSettled(Array.from({ length: 200 }, () => verify(CODE)));
  expect(tally(results)).toEqual({ ok: 1, CHANNEL_ALREADY_REGISTERED: 4, STATE_INVALID: 195 });
  expect(auditTypes().filter((type) => type === 'authentication-factor.activated')).toHaveLength(1);
});

test('a code that is replaced during its evaluation is rejected', async () => {
  const { verify, enrol, keys, waitForResend, delivery } = await pending({ randomCodes: true });
  const { verifyMac } = keys;
  let replaced = false;
  keys.verifyMac = async (...parameters) => {
    if (!replaced) {
      replaced = true;
      waitForResend();
      await enrol();
    }
    return verifyMac(...parameters);
  };
  await expectConflict(verify(delivery.otps[0]?.code ?? ''), 'STATE_INVALID');
});

test('an attempt counts even if the process crashes before the evaluation', async () => {
  const { verify, keys } = await pending();
  const { verifyMac } = keys;
  keys.verifyMac = () => Promise.reject(new Error('crashed'));
  for (let count = 0; count < 5; count += 1) await expect(verify(CODE)).rejects.toThrow('crashed');
  keys.verifyMac = verifyMac;
  await expectConflict(verify(CODE), 'STATE_INVALID');
});

test('a code is not valid for another user', async () => {
  const { engine, verify, delivery } = await pending({ randomCodes: true });
  const other = await engine.identity.createUser(CLIENT);
  await engine.phoneNumbers.create(CLIENT, other, '+447911123457');
  await engine.authenticationFactors.enrolOtp(CLIENT, other, 'SMS');
  await expectConflict(verify(delivery.otps[1]?.code ?? ''), 'VERIFICATION_CODE_INVALID');
});

test('a simulated response replaces the next verification, once', async () => {
  const { verify, enrol, simulated } = await pending();
  simulated.set('OTP', 'fail');
  await expectConflict(verify(CODE), 'VERIFICATION_CODE_INVALID');
  simulated.set('OTP', new ScaError('rate.limit.reached'));
  await expect(verify(CODE)).rejects.toMatchObject({ code: 'rate.limit.reached' });
  simulated.set('OTP', 'expire');
  await expectConflict(verify(CODE), 'VERIFICATION_CODE_EXPIRED');
  await expectConflict(verify(CODE), 'VERIFICATION_CODE_EXPIRED');
  await enrol();
  await verify(CODE);
});

test('after a hundred wrong codes in a day no further code is evaluated', async () => {
  const limits = { otpsPerNumber: { limit: 1000, window: 60_000 }, otpsPerNumberOfAllClients: null };
  const { verify, enrol, clock, keys, delivery } = await pending({ limits });
  for (let codes = 0; codes < 20; codes += 1) {
    for (let count = 0; count < 5; count += 1)
      await expect(verify(WRONG_CODE)).rejects.toMatchObject({ code: 'factor.conflict' });
    await enrol();
  }
  const { verifyMac } = keys.calls;
  const rejected = { code: 'rate.limit.reached', details: { limitedBy: 'factor-failures', limit: 100 } };
  await expect(verify(CODE)).rejects.toMatchObject(rejected);
  expect(keys.calls.verifyMac).toBe(verifyMac);
  clock.advance(24 * 60 * 60_000);
  await enrol();
  await verify(delivery.otps.at(-1)?.code ?? '');
});

test('right codes do not count towards the daily failures', async () => {
  const { verify, store, user, clock } = await pending();
  const failures = () =>
    store.read(user, (tx) =>
      tx.rateLimits.peek(user.clientId, `factor-failures:${user.userId}`, clock.now(), 24 * 60 * 60_000),
    );
  await expect(verify(WRONG_CODE)).rejects.toMatchObject({ code: 'factor.conflict' });
  await verify(CODE);
  expect(await failures()).toMatchObject({ hits: 1 });
});
