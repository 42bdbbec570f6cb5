import { describe, expect, it } from 'vitest';
import { engineFixture, FINGERPRINT, HIGH, PIN, refusal } from '../engine.fixture.ts';

const DEVICE = 'PARTNER_DEVICE_FINGERPRINT';
const strict = { disclosure: 'strict' } as const;

describe('Strict disclosure', () => {
  it('does not tell which element was wrong: the first is answered alike, right or wrong', async () => {
    const { engine, actor, challenge } = await engineFixture(strict);
    const [one, two] = [await challenge(), await challenge()];
    const right = await engine.challenges.verify(actor, one, 'PIN', PIN);
    const wrong = await engine.challenges.verify(actor, two, 'PIN', '0000');
    expect({ ...wrong, oneTimeToken: one }).toEqual(right);
    expect(right.challenges.map((it) => [it.required, it.passed])).toEqual([
      [false, false],
      [true, false],
    ]);
    expect({ ...(await engine.oneTimeTokens.status(actor, two)), oneTimeToken: one }).toEqual(right);
  });

  it.each([
    ['0000', FINGERPRINT],
    [PIN, 'another device'],
    ['0000', 'another device'],
  ])('fails alike whichever was wrong, when as many elements as needed were given', async (pin, device) => {
    const { engine, actor, challenge } = await engineFixture(strict);
    const token = await challenge();
    await engine.challenges.verify(actor, token, 'PIN', pin);
    const error = await refusal(engine.challenges.verify(actor, token, DEVICE, device));
    expect(error).toMatchObject({
      code: 'device.fingerprint.verification.failed',
      message: 'Verification failed.',
      details: {},
    });
    const view = await engine.oneTimeTokens.status(actor, token);
    expect(view.challenges.map((it) => [it.required, it.passed])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('clears when all were right, and shows it', async () => {
    const { engine, actor, profile, challenge } = await engineFixture(strict);
    const token = await challenge(HIGH);
    await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT);
    const view = await engine.challenges.verify(actor, token, 'PIN', PIN);
    expect(view).toMatchObject({ cleared: true, challenges: [{ passed: true }, { passed: true }] });
    expect(await engine.approvals.decide(actor, profile, { ...HIGH, oneTimeToken: token })).toEqual({ approved: true });
  });

  it('everything has to be given again after a failure', async () => {
    const { engine, actor, profile, challenge } = await engineFixture(strict);
    const token = await challenge(HIGH);
    await engine.challenges.verify(actor, token, 'PIN', PIN);
    await refusal(engine.challenges.verify(actor, token, DEVICE, 'wrong'));
    expect((await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT)).cleared).toBe(false);
    expect(await engine.approvals.decide(actor, profile, { ...HIGH, oneTimeToken: token })).toEqual({
      approved: false,
      reason: 'not-cleared',
    });
    expect((await engine.challenges.verify(actor, token, 'PIN', PIN)).cleared).toBe(true);
  });

  it('an element given twice in a round is not evaluated again', async () => {
    const { engine, actor, challenge, keys } = await engineFixture(strict);
    const token = await challenge();
    const first = await engine.challenges.verify(actor, token, 'PIN', '0000');
    const evaluated = keys.calls.verifyHash;
    expect(await engine.challenges.verify(actor, token, 'PIN', PIN)).toEqual(first);
    expect(keys.calls.verifyHash).toBe(evaluated);
    await refusal(engine.challenges.verify(actor, token, DEVICE, FINGERPRINT));
  });

  it.each([PIN, '0000'])('the lock tells nothing: the fifth element locks, right or wrong (%s)', async (pin) => {
    const { engine, actor, challenge } = await engineFixture(strict);
    const token = await challenge();
    for (let round = 0; round < 2; round += 1) {
      await engine.challenges.verify(actor, token, 'PIN', pin);
      await refusal(engine.challenges.verify(actor, token, DEVICE, 'wrong'));
    }
    expect((await refusal(engine.challenges.verify(actor, token, 'PIN', pin))).code).toBe('sca.locked');
    expect((await refusal(challenge())).code).toBe('sca.locked');
  });

  it.each([
    [DEVICE, FINGERPRINT, 'another device'],
    ['SMS', '111111', '999999'],
  ] as const)(
    'asking for a code tells nothing: refused alike after a right and a wrong %s',
    async (type, ...secrets) => {
      const answers: unknown[] = [];
      for (const secret of secrets) {
        const { engine, actor, challenge, clock } = await engineFixture({
          ...strict,
          factors: ['pin', 'fingerprint', 'phone'],
        });
        const token = await challenge();
        await engine.challenges.trigger(actor, token, 'SMS');
        await engine.challenges.verify(actor, token, type, secret);
        clock.advance(15_000);
        const { code, message, details } = await refusal(engine.challenges.trigger(actor, token, 'SMS'));
        answers.push({ code, message, details });
      }
      expect(answers[0]).toMatchObject({ code: 'challenge.not.applicable' });
      expect(answers[1]).toEqual(answers[0]);
    },
  );

  it('a code can be asked for again in the next round', async () => {
    const { engine, actor, challenge } = await engineFixture({ ...strict, factors: ['pin', 'fingerprint', 'phone'] });
    const token = await challenge();
    await engine.challenges.verify(actor, token, DEVICE, 'another device');
    await refusal(engine.challenges.verify(actor, token, 'PIN', PIN));
    await engine.challenges.trigger(actor, token, 'SMS');
  });

  it('elements given at once are judged together', async () => {
    const { engine, actor, challenge } = await engineFixture(strict);
    const token = await challenge();
    const views = await Promise.all([
      engine.challenges.verify(actor, token, 'PIN', PIN),
      engine.challenges.verify(actor, token, DEVICE, FINGERPRINT),
    ]);
    expect(views.map((view) => view.cleared).sort()).toEqual([false, true]);
  });
});
