import { describe, expect, it } from 'vitest';
import { engineFixture, HIGH, LOW, PIN } from '../engine.fixture.ts';
import { APPROVED, clear, DEVICE, decider } from './approvals.fixture.ts';

const CHALLENGE = { approved: false, reason: 'challenge-required', oneTimeToken: expect.any(String) };

describe('Policies', () => {
  it('a token of an action that needs one factor approves that action only, and opens no session', async () => {
    const fixture = await engineFixture({ policy: [{ actionType: LOW.actionType, factors: 1 }] });
    const { engine, actor } = fixture;
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(LOW);
    expect((await engine.challenges.verify(actor, oneTimeToken, 'PIN', PIN)).cleared).toBe(true);
    expect(await decide({ ...LOW, oneTimeToken })).toEqual(APPROVED);
    expect(await decide({ actionType: 'ANOTHER__READ', risk: 'low' })).toEqual(CHALLENGE);
    expect(await decide({ actionType: 'ANOTHER__READ', risk: 'low', oneTimeToken })).toEqual(CHALLENGE);
  });

  it('a session of one factor does not approve an action that needs two', async () => {
    const policy = [{ actionType: 'ANOTHER__READ', factors: 2 }] as const;
    const fixture = await engineFixture({ requiredFactors: 1, policy });
    const { engine, actor } = fixture;
    await engine.challenges.verify(actor, await fixture.challenge(LOW), 'PIN', PIN);
    expect(await decider(fixture)(LOW)).toEqual(APPROVED);
    expect(await decider(fixture)({ actionType: 'ANOTHER__READ', risk: 'low' })).toEqual(CHALLENGE);
  });

  it('a token offers only the challenges that the policy allows', async () => {
    const fixture = await engineFixture({
      factors: ['pin', 'fingerprint', 'phone'],
      policy: [{ actionType: LOW.actionType, allowed: ['PIN', 'VOICE'] }],
    });
    const view = await fixture.engine.oneTimeTokens.status(fixture.actor, await fixture.challenge(LOW));
    expect(view.challenges).toMatchObject([
      { primaryChallenge: 'PIN' },
      { primaryChallenge: 'VOICE', alternatives: [] },
    ]);
  });

  it('a rule sets risk, validity and session length', async () => {
    const fixture = await engineFixture({
      policy: [{ clientId: 'acme', actionType: LOW.actionType, risk: 'high', validity: 60, session: 10 }],
    });
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(LOW);
    expect((await fixture.engine.oneTimeTokens.status(fixture.actor, oneTimeToken)).validity).toBe(60);
    await clear(fixture, oneTimeToken);
    fixture.clock.advance(9_999);
    expect(await decide({ ...LOW, oneTimeToken })).toEqual(APPROVED);
    expect(await decide({ ...LOW, oneTimeToken })).toEqual(CHALLENGE);
  });
});

describe('A session that another action opened', () => {
  const READ = { actionType: 'READ', risk: 'low' } as const;
  const PAY_LIST = { actionType: 'PAYEES__LIST', risk: 'low' } as const;

  it('is not opened by an action that allows other factors than the general rule', async () => {
    const policy = [
      { allowed: ['PIN', 'FACE_MAP'] },
      { actionType: READ.actionType, allowed: ['PIN', DEVICE] },
    ] as const;
    const fixture = await engineFixture({ policy, factors: ['pin', 'fingerprint', 'face'] });
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(READ);
    await clear(fixture, oneTimeToken);
    expect(await decide({ ...READ, oneTimeToken })).toEqual(APPROVED);
    expect(await decide({ ...PAY_LIST, oneTimeToken })).toEqual(CHALLENGE);
    expect(await decide(PAY_LIST)).toEqual(CHALLENGE);
  });

  it('is opened by an action that allows fewer factors than the general rule', async () => {
    const policy = [
      { allowed: ['PIN', DEVICE, 'SMS'] },
      { actionType: READ.actionType, allowed: ['PIN', DEVICE] },
    ] as const;
    const fixture = await engineFixture({ policy });
    const decide = decider(fixture);
    await clear(fixture, await fixture.challenge(READ));
    expect(await decide(PAY_LIST)).toEqual(APPROVED);
    expect(await decide(READ)).toEqual(CHALLENGE);
  });

  it.each([
    ['shorter for the action that asks', [{ actionType: PAY_LIST.actionType, session: 10 }]],
    ['longer for the action that was cleared', [{ session: 10 }, { actionType: READ.actionType, session: 300 }]],
  ])('approves no longer than the requested action allows: %s', async (_, policy) => {
    const fixture = await engineFixture({ policy });
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(READ);
    await clear(fixture, oneTimeToken);
    fixture.clock.advance(9_999);
    expect(await decide(PAY_LIST)).toEqual(APPROVED);
    expect(await decide({ ...PAY_LIST, oneTimeToken })).toEqual(APPROVED);
    fixture.clock.advance(1);
    expect(await decide(PAY_LIST)).toEqual(CHALLENGE);
    expect(await decide({ ...PAY_LIST, oneTimeToken })).toEqual(CHALLENGE);
    expect(await decide(READ)).toEqual(APPROVED);
  });
});

describe('An action with a link whose risk a policy lowers', () => {
  const policy = [{ actionType: HIGH.actionType, risk: 'low', factors: 1 }] as const;
  const other = { ...HIGH, link: { ...HIGH.link, amount: '99999.00', payee: 'Mallory' } };

  it('is approved only by a token with the same link (RTS 5)', async () => {
    const fixture = await engineFixture({ policy, requiredFactors: 1 });
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(HIGH);
    await fixture.engine.challenges.verify(fixture.actor, oneTimeToken, 'PIN', PIN);
    expect(await decide({ ...HIGH, oneTimeToken })).toEqual(APPROVED);
    expect(await decide({ ...other, oneTimeToken })).toEqual(CHALLENGE);
    expect(await decide({ ...LOW, oneTimeToken })).toEqual(CHALLENGE);
  });

  it('is not approved by an open session, nor by a token of another action', async () => {
    const fixture = await engineFixture({ policy, requiredFactors: 1 });
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(LOW);
    await fixture.engine.challenges.verify(fixture.actor, oneTimeToken, 'PIN', PIN);
    expect(await decide(LOW)).toEqual(APPROVED);
    expect(await decide(HIGH)).toEqual(CHALLENGE);
    expect(await decide({ ...HIGH, oneTimeToken })).toEqual(CHALLENGE);
  });
});
