import { describe, expect, it } from 'vitest';
import { addUser, engineFixture, expectError, LOW, PIN } from '../../engine.fixture.ts';

describe('PIN', () => {
  it.each(['', '1', '123', '12345', '12a4', ' 123', '١٢٣٤', '1234\n'])(
    'must be exactly four digits: rejects %j',
    async (pin) => {
      const { engine, actor, profile } = await engineFixture({ factors: [] });
      await expectError(engine.factors.enrol(actor, profile, 'PIN', pin), 'pin.invalid');
    },
  );

  it('can be created once per profile', async () => {
    const { engine, actor, profile } = await engineFixture();
    await expectError(engine.factors.enrol(actor, profile, 'PIN', '0000'), 'pin.already.exists');
  });

  it('is created once by two concurrent creates', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    const results = await Promise.allSettled([
      engine.factors.enrol(actor, profile, 'PIN', '1111'),
      engine.factors.enrol(actor, profile, 'PIN', '2222'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('can be changed by delete and create', async () => {
    const { engine, actor, profile, challenge } = await engineFixture();
    await engine.factors.remove(actor, profile, 'PIN');
    await engine.factors.enrol(actor, profile, 'PIN', '0815');
    const token = await challenge();
    await expectError(engine.challenges.verify(actor, token, 'PIN', PIN), 'pin.verification.failed');
    const view = await engine.challenges.verify(actor, token, 'PIN', '0815');
    expect(view.challenges[0]).toMatchObject({ primaryChallenge: 'PIN', passed: true });
  });

  it('cannot be removed when none is set up', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await expectError(engine.factors.remove(actor, profile, 'PIN'), 'pin.not.setup');
  });

  it('belongs to one profile of one user', async () => {
    const { engine } = await engineFixture();
    const other = await addUser(engine, ['fingerprint']);
    expect(await engine.approvals.decide(other.actor, other.profile, LOW)).toMatchObject({
      reason: 'factors-insufficient',
      missing: 1,
    });
  });

  it('is not created for a profile that was deleted concurrently', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await engine.identity.deleteUser(actor, profile.userId);
    await expectError(engine.factors.enrol(actor, profile, 'PIN', PIN), 'profile.not.found');
  });
});
