import { describe, expect, it } from 'vitest';
import {
  type EngineFixture,
  engineFixture,
  expectError,
  FINGERPRINT,
  HIGH,
  LOW,
  PIN,
  rejection,
} from '../engine.fixture.ts';
import { countAttempt, LOCK_DURATION, NO_ATTEMPTS } from './lockout.ts';

const DEVICE = 'PARTNER_DEVICE_FINGERPRINT';

async function guess({ engine, actor }: EngineFixture, token: string, times: number): Promise<string[]> {
  const codes: string[] = [];
  for (let index = 0; index < times; index += 1) {
    const type = index % 2 === 0 ? 'PIN' : DEVICE;
    codes.push((await rejection(engine.challenges.verify(actor, token, type, 'wrong'))).code);
  }
  return codes;
}

describe('Failures and locks', () => {
  it('five consecutive failures of any type revoke the token, and lock verify, trigger and the issue of tokens', async () => {
    const fixture = await engineFixture({ factors: ['pin', 'fingerprint', 'phone'] });
    const { engine, actor, profile, challenge, auditTypes } = fixture;
    const token = await challenge();
    const other = await challenge();
    expect(await guess(fixture, token, 5)).not.toContain('sca.locked');
    expect(auditTypes()).toContain('profile.locked');
    const rejected = [
      engine.challenges.verify(actor, token, 'PIN', PIN),
      engine.challenges.verify(actor, other, 'PIN', PIN),
      engine.challenges.trigger(actor, other, 'SMS'),
      engine.sessions.authorise(actor, profile),
      engine.approvals.decide(actor, profile, HIGH),
      engine.approvals.decide(actor, profile, LOW),
    ];
    for (const error of await Promise.all(rejected.map(rejection))) {
      expect(error).toMatchObject({
        code: 'sca.locked',
        details: { retryAfter: 900, limitedBy: 'sca-lockout' },
      });
    }
  });

  it('after 15 minutes the count starts again, but the token stays revoked', async () => {
    const fixture = await engineFixture();
    const { engine, actor, clock, challenge } = fixture;
    const token = await challenge();
    const other = await challenge();
    await guess(fixture, token, 5);
    clock.advance(LOCK_DURATION - 1);
    expect(await rejection(engine.challenges.verify(actor, other, 'PIN', PIN))).toMatchObject({
      code: 'sca.locked',
      details: { retryAfter: 1 },
    });
    clock.advance(1);
    await expectError(engine.challenges.verify(actor, token, 'PIN', PIN), 'one.time.token.not.found');
    await expectError(engine.oneTimeTokens.status(actor, token), 'one.time.token.not.found');
    expect(await guess(fixture, other, 4)).not.toContain('sca.locked');
    expect((await engine.challenges.verify(actor, other, 'PIN', PIN)).challenges[0]?.passed).toBe(true);
  });

  it('a success resets the count', async () => {
    const fixture = await engineFixture();
    const { engine, actor, challenge } = fixture;
    const token = await challenge();
    await guess(fixture, token, 4);
    await engine.challenges.verify(actor, token, 'PIN', PIN);
    for (let more = 0; more < 4; more += 1) {
      await expectError(
        engine.challenges.verify(actor, token, DEVICE, 'wrong'),
        'device.fingerprint.verification.failed',
      );
    }
    expect((await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT)).cleared).toBe(true);
  });

  it('the fifth attempt can still succeed', async () => {
    const fixture = await engineFixture();
    const { engine, actor, challenge } = fixture;
    const token = await challenge();
    await guess(fixture, token, 4);
    expect((await engine.challenges.verify(actor, token, 'PIN', PIN)).challenges[0]?.passed).toBe(true);
  });

  it('the count belongs to the profile: a new token does not reset it', async () => {
    const fixture = await engineFixture();
    for (let index = 0; index < 5; index += 1) await guess(fixture, await fixture.challenge(), 1);
    await expectError(fixture.challenge(), 'sca.locked');
  });

  it('at most five of 100 parallel guesses are evaluated', async () => {
    const { engine, actor, challenge, keys } = await engineFixture();
    const token = await challenge();
    const before = keys.calls.verifyHash;
    let right = 0;
    const verifyHash = keys.verifyHash.bind(keys);
    let compared = 0;
    keys.verifyHash = async (purpose, secret, encoded) => {
      if (encoded !== undefined) compared += 1;
      return verifyHash(purpose, secret, encoded);
    };
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, pin) =>
        engine.challenges.verify(actor, token, 'PIN', String(pin).padStart(4, '0')).then(() => {
          right += 1;
        }),
      ),
    );
    expect(compared).toBe(5);
    expect(keys.calls.verifyHash - before).toBe(100);
    expect(right).toBe(0);
    const codes = results.map((result) => (result.status === 'rejected' ? result.reason.code : 'right'));
    expect(codes.filter((code) => code === 'pin.verification.failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sca.locked')).toHaveLength(95);
  });

  it('the lock holds if the process crashes between count and evaluation', async () => {
    const fixture = await engineFixture();
    const { engine, actor, challenge, keys } = fixture;
    const token = await challenge();
    await guess(fixture, token, 4);
    keys.verifyHash = async () => {
      throw new Error('Killed');
    };
    await expect(engine.challenges.verify(actor, token, 'PIN', '0000')).rejects.toThrow('Killed');
    await expectError(fixture.challenge(), 'sca.locked');
  });

  it('an open session and a cleared token stay valid during a lock', async () => {
    const fixture = await engineFixture();
    const { engine, actor, profile, challenge } = fixture;
    const [low, high, attacked] = [await challenge(LOW), await challenge(HIGH), await challenge(LOW)];
    for (const token of [low, high]) {
      await engine.challenges.verify(actor, token, 'PIN', PIN);
      await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT);
    }
    await guess(fixture, attacked, 5);
    const decide = engine.approvals.decide;
    expect(await decide(actor, profile, LOW)).toEqual({ approved: true });
    expect(await decide(actor, profile, { ...HIGH, oneTimeToken: high })).toEqual({ approved: true });
  });

  it('a hundred failures in a day lock the profile, with or without successes in between', async () => {
    const { engine, actor, challenge, profile } = await engineFixture();
    const codes: string[] = [];
    for (let round = 0; round < 25; round += 1) {
      const token = await challenge(HIGH);
      for (let index = 0; index < 4; index += 1) {
        codes.push((await rejection(engine.challenges.verify(actor, token, 'PIN', '0000'))).code);
      }
      if (round < 24) await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT);
    }
    expect(new Set(codes)).toEqual(new Set(['pin.verification.failed']));
    expect((await rejection(engine.sessions.authorise(actor, profile))).details.retryAfter).toBe(24 * 60 * 60);
  });
});

describe('countAttempt', () => {
  const before = (failedAttempts: number, lockedUntil: number | null = null) => ({
    failedAttempts,
    lockedUntil,
    recentFailures: [900],
  });
  const now = 1000;
  it.each([
    [NO_ATTEMPTS, { failedAttempts: 1, lockedUntil: null, recentFailures: [now] }],
    [before(3), { failedAttempts: 4, lockedUntil: null, recentFailures: [900, now] }],
    [before(4), { failedAttempts: 5, lockedUntil: now + LOCK_DURATION, recentFailures: [900, now] }],
    [before(5, 900), { failedAttempts: 1, lockedUntil: null, recentFailures: [900, now] }],
  ])('%j becomes %j', (counted, after) => {
    expect(countAttempt(counted, now)).toEqual(after);
  });
});
