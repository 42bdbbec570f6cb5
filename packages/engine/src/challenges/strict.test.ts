import { describe, expect, it } from 'vitest';
import { engineFixture, FINGERPRINT, HIGH, PIN, rejection } from '../engine.fixture.ts';

const DEVICE = 'PARTNER_DEVICE_FINGERPRINT';
const strict = { disclosure: 'strict' } as const;

describe('Strict disclosure', () => {
  it('returns the same result for a right and a wrong first element', async () => {
    const { engine, actor, challenge } = await engineFixture(strict);
    const [one, two] = [await challenge(), await challenge()];
    const right = await engine.challenges.verify(actor, one, 'PIN', PIN);
    const wrong = await engine.challenges.verify(actor, two, 'PIN', '0000');
    expect({ ...wrong, oneTimeToken: one }).toEqual(right);
    expect(right.challenges.map(({ passed, required }) => [required, passed])).toEqual([
      [false, false],
      [true, false],
    ]);
    expect({ ...(await engine.oneTimeTokens.status(actor, two)), oneTimeToken: one }).toEqual(right);
  });

  it.each([
    ['0000', FINGERPRINT],
    [PIN, 'another device'],
    ['0000', 'another device'],
  ])('fails the same way whichever element was wrong', async (pin, device) => {
    const { engine, actor, challenge } = await engineFixture(strict);
    const token = await challenge();
    await engine.challenges.verify(actor, token, 'PIN', pin);
    const error = await rejection(engine.challenges.verify(actor, token, DEVICE, device));
    expect(error).toMatchObject({
      code: 'device.fingerprint.verification.failed',
      message: 'Verification failed.',
      details: {},
    });
    const view = await engine.oneTimeTokens.status(actor, token);
    expect(view.challenges.map(({ passed, required }) => [required, passed])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('clears the token when all elements were right, and shows it', async () => {
    const { engine, actor, profile, challenge } = await engineFixture(strict);
    const token = await challenge(HIGH);
    await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT);
    const view = await engine.challenges.verify(actor, token, 'PIN', PIN);
    expect(view).toMatchObject({ cleared: true, challenges: [{ passed: true }, { passed: true }] });
    expect(await engine.approvals.decide(actor, profile, { ...HIGH, oneTimeToken: token })).toEqual({ approved: true });
  });

  it('requires all elements again after a failure', async () => {
    const { engine, actor, profile, challenge } = await engineFixture(strict);
    const token = await challenge(HIGH);
    await engine.challenges.verify(actor, token, 'PIN', PIN);
    await rejection(engine.challenges.verify(actor, token, DEVICE, 'wrong'));
    expect((await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT)).cleared).toBe(false);
    expect(await engine.approvals.decide(actor, profile, { ...HIGH, oneTimeToken: token })).toEqual({
      approved: false,
      reason: 'not-cleared',
    });
    expect((await engine.challenges.verify(actor, token, 'PIN', PIN)).cleared).toBe(true);
  });

  it('does not evaluate an element twice in a round', async () => {
    const { engine, actor, challenge, keys } = await engineFixture(strict);
    const token = await challenge();
    const first = await engine.challenges.verify(actor, token, 'PIN', '0000');
    const evaluated = keys.calls.verifyHash;
    expect(await engine.challenges.verify(actor, token, 'PIN', PIN)).toEqual(first);
    expect(keys.calls.verifyHash).toBe(evaluated);
    await rejection(engine.challenges.verify(actor, token, DEVICE, FINGERPRINT));
  });

  it.each([PIN, '0000'])('locks on the fifth element, right or wrong (%s)', async (pin) => {
    const { engine, actor, challenge } = await engineFixture(strict);
    const token = await challenge();
    for (let round = 0; round < 2; round += 1) {
      await engine.challenges.verify(actor, token, 'PIN', pin);
      await rejection(engine.challenges.verify(actor, token, DEVICE, 'wrong'));
    }
    expect((await rejection(engine.challenges.verify(actor, token, 'PIN', pin))).code).toBe('sca.locked');
    expect((await rejection(challenge())).code).toBe('sca.locked');
  });

  it.each([
    [DEVICE, FINGERPRINT, 'another device'],
    ['SMS', '111111', '999999'],
  ] as const)('rejects a trigger the same way after a right and a wrong %s', async (type, ...secrets) => {
    const results: unknown[] = [];
    for (const secret of secrets) {
      const { engine, actor, challenge, clock } = await engineFixture({
        ...strict,
        factors: ['pin', 'fingerprint', 'phone'],
      });
      const token = await challenge();
      await engine.challenges.trigger(actor, token, 'SMS');
      await engine.challenges.verify(actor, token, type, secret);
      clock.advance(15_000);
      const { code, message, details } = await rejection(engine.challenges.trigger(actor, token, 'SMS'));
      results.push({ code, message, details });
    }
    expect(results[0]).toMatchObject({ code: 'challenge.not.applicable' });
    expect(results[1]).toEqual(results[0]);
  });

  it('allows another code in the next round', async () => {
    const { engine, actor, challenge } = await engineFixture({ ...strict, factors: ['pin', 'fingerprint', 'phone'] });
    const token = await challenge();
    await engine.challenges.verify(actor, token, DEVICE, 'another device');
    await rejection(engine.challenges.verify(actor, token, 'PIN', PIN));
    await engine.challenges.trigger(actor, token, 'SMS');
  });

  it('evaluates concurrent elements together', async () => {
    const { engine, actor, challenge } = await engineFixture(strict);
    const token = await challenge();
    const views = await Promise.all([
      engine.challenges.verify(actor, token, 'PIN', PIN),
      engine.challenges.verify(actor, token, DEVICE, FINGERPRINT),
    ]);
    expect(views.map((view) => view.cleared).sort()).toEqual([false, true]);
  });
});
