import { describe, expect, it } from 'vitest';
import {
  APPLICATION,
  addUser,
  engineFixture,
  FACE_MAP,
  FINGERPRINT,
  HIGH,
  LOW,
  PIN,
  rejection,
} from '../engine.fixture.ts';
import type { EnrolmentOptions } from '../factors/enrolment-transaction.ts';
import { APPROVED, clear, DEVICE, decider, MINUTE } from './approvals.fixture.ts';

const CHALLENGE = { approved: false, reason: 'challenge-required', oneTimeToken: expect.any(String) };

describe('A protected call', () => {
  it('without a token gets a new one-time token', async () => {
    const fixture = await engineFixture();
    const approval = await decider(fixture)(LOW);
    expect(approval).toEqual(CHALLENGE);
    const { oneTimeToken } = approval as { oneTimeToken: string };
    expect(oneTimeToken).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await fixture.engine.oneTimeTokens.status(fixture.actor, oneTimeToken)).toMatchObject({
      actionType: LOW.actionType,
      userId: fixture.actor.userId,
      validity: 3600,
    });
  });

  it.each([
    [[], 2],
    [['pin'], 1],
    [['fingerprint', 'phone'], 1],
  ] as const)('with too few categories (%j) is rejected with the number missing', async (factors, missing) => {
    const { engine, actor, profile } = await engineFixture({ factors });
    const wanted = { approved: false, reason: 'factors-insufficient', missing };
    expect(await engine.approvals.decide(actor, profile, LOW)).toEqual(wanted);
    expect(await engine.approvals.decide(actor, profile, HIGH)).toEqual(wanted);
    expect(await rejection(engine.sessions.authorise(actor, profile))).toMatchObject({
      code: 'sca.factors.insufficient',
      details: { missing },
    });
  });

  it('of low risk is approved by an open session for 5 minutes', async () => {
    const fixture = await engineFixture();
    const decide = decider(fixture);
    await clear(fixture, await fixture.challenge(LOW));
    expect(await decide(LOW)).toEqual(APPROVED);
    expect(await decide({ actionType: 'ANOTHER__READ', risk: 'low' })).toEqual(APPROVED);
    expect(await decide(HIGH)).toEqual(CHALLENGE);
    fixture.clock.advance(5 * MINUTE - 1);
    expect(await decide(LOW)).toEqual(APPROVED);
    fixture.clock.advance(1);
    expect(await decide(LOW)).toEqual(CHALLENGE);
  });

  it('is not approved by the session of another profile', async () => {
    const fixture = await engineFixture();
    await clear(fixture, await fixture.challenge(LOW));
    const other = await addUser(fixture.engine, ['pin', 'fingerprint']);
    expect(await fixture.engine.approvals.decide(other.actor, other.profile, LOW)).toEqual(CHALLENGE);
  });

  it('is approved by the session that a token of authorise opens when it is cleared', async () => {
    const fixture = await engineFixture();
    const { engine, actor, profile } = fixture;
    const view = await engine.sessions.authorise(actor, profile);
    expect(view).toMatchObject({ cleared: false, validity: 3600, actionType: 'SCA_SESSION__AUTHORISE' });
    await engine.challenges.verify(actor, view.oneTimeToken, 'PIN', PIN);
    expect(await decider(fixture)(LOW)).toEqual(CHALLENGE);
    await engine.challenges.verify(actor, view.oneTimeToken, DEVICE, FINGERPRINT);
    expect(await decider(fixture)(LOW)).toEqual(APPROVED);
  });

  it('of low risk is approved by the cleared token itself for 5 minutes', async () => {
    const fixture = await engineFixture();
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(LOW);
    expect(await decide({ ...LOW, oneTimeToken })).toEqual({ approved: false, reason: 'not-cleared' });
    await clear(fixture, oneTimeToken);
    for (let again = 0; again < 3; again += 1) expect(await decide({ ...LOW, oneTimeToken })).toEqual(APPROVED);
    expect(await decide({ ...HIGH, oneTimeToken })).toEqual(CHALLENGE);
    fixture.clock.advance(5 * MINUTE);
    expect(await decide({ ...LOW, oneTimeToken })).toEqual(CHALLENGE);
  });

  it('of high risk is approved once by a cleared token', async () => {
    const fixture = await engineFixture();
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(HIGH);
    await clear(fixture, oneTimeToken);
    expect(await decide(LOW)).toEqual(CHALLENGE);
    expect(await decide({ ...HIGH, oneTimeToken })).toEqual(APPROVED);
    expect(await decide({ ...HIGH, oneTimeToken })).toEqual(CHALLENGE);
    expect(fixture.auditTypes().filter((type) => type === 'one-time-token.consumed')).toHaveLength(1);
  });

  it('is approved once when 200 concurrent calls present one high-risk token', async () => {
    const fixture = await engineFixture();
    const oneTimeToken = await fixture.challenge(HIGH);
    await clear(fixture, oneTimeToken);
    const decide = decider(fixture);
    const approvals = await Promise.all(Array.from({ length: 200 }, () => decide({ ...HIGH, oneTimeToken })));
    expect(approvals.filter(({ approved }) => approved)).toHaveLength(1);
  });

  it('of high risk is approved only within 5 minutes after the token is cleared', async () => {
    const fixture = await engineFixture();
    const oneTimeToken = await fixture.challenge(HIGH);
    await clear(fixture, oneTimeToken);
    fixture.clock.advance(5 * MINUTE);
    expect(await decider(fixture)({ ...HIGH, oneTimeToken })).toEqual(CHALLENGE);
  });

  it('is approved for 5 minutes by a token that was cleared in its last second', async () => {
    const fixture = await engineFixture();
    const oneTimeToken = await fixture.challenge(HIGH);
    fixture.clock.advance(60 * MINUTE - 1);
    await clear(fixture, oneTimeToken);
    fixture.clock.advance(4 * MINUTE);
    expect(await decider(fixture)({ ...HIGH, oneTimeToken })).toEqual(APPROVED);
  });

  it.each([
    ['amount', { link: { ...HIGH.link, amount: '12.51' } }],
    ['payee', { link: { ...HIGH.link, payee: 'Mallory' } }],
    ['transfer', { link: { ...HIGH.link, transferId: 8 } }],
    ['type of a value', { link: { ...HIGH.link, transferId: '7' } }],
    ['link left out', { link: {} }],
    ['action', { actionType: 'TRANSFER__CANCEL' }],
  ])('with a changed %s gets a new token, and the old one still approves the original request', async (_, change) => {
    const fixture = await engineFixture();
    const decide = decider(fixture);
    const oneTimeToken = await fixture.challenge(HIGH);
    expect(await decide({ ...HIGH, ...change, oneTimeToken })).toEqual(CHALLENGE);
    await clear(fixture, oneTimeToken);
    expect(await decide({ ...HIGH, ...change, oneTimeToken })).toEqual(CHALLENGE);
    const { transferId, amount, payee } = HIGH.link;
    expect(await decide({ ...HIGH, link: { payee, amount, transferId }, oneTimeToken })).toEqual(APPROVED);
  });

  it('with a token that is not cleared gets no new token', async () => {
    const fixture = await engineFixture();
    const oneTimeToken = await fixture.challenge(HIGH);
    await fixture.engine.challenges.verify(fixture.actor, oneTimeToken, 'PIN', PIN);
    expect(await decider(fixture)({ ...HIGH, oneTimeToken })).toEqual({ approved: false, reason: 'not-cleared' });
    expect(fixture.auditTypes().filter((type) => type === 'one-time-token.issued')).toHaveLength(1);
  });

  it("with an unknown, expired or another user's token gets a new one", async () => {
    const fixture = await engineFixture();
    const { engine } = fixture;
    const decide = decider(fixture);
    const foreign = await fixture.challenge(HIGH);
    await clear(fixture, foreign);
    const other = await addUser(engine, ['pin', 'fingerprint']);
    expect(await engine.approvals.decide(other.actor, other.profile, { ...HIGH, oneTimeToken: foreign })).toEqual(
      CHALLENGE,
    );
    expect(await decide({ ...HIGH, oneTimeToken: 'unknown' })).toEqual(CHALLENGE);
    const expired = await fixture.challenge(HIGH);
    fixture.clock.advance(60 * MINUTE);
    expect(await decide({ ...HIGH, oneTimeToken: expired })).toEqual(CHALLENGE);
  });

  it('with an unknown token is rejected even if a session is open', async () => {
    const fixture = await engineFixture();
    await clear(fixture, await fixture.challenge(LOW));
    expect(await decider(fixture)({ ...LOW, oneTimeToken: 'unknown' })).toEqual(CHALLENGE);
  });

  it('is not approved by a session after a factor was deleted', async () => {
    for (const factor of ['PIN', DEVICE, 'phone'] as const) {
      const fixture = await engineFixture({ factors: ['pin', 'fingerprint', 'phone', 'face'] });
      const { engine, actor, profile } = fixture;
      await clear(fixture, await fixture.challenge(LOW));
      if (factor === 'PIN') await engine.factors.remove(actor, profile, 'PIN');
      if (factor === DEVICE) {
        const [device] = await engine.deviceFingerprints.list(actor, profile);
        await engine.deviceFingerprints.delete(actor, profile, device?.deviceFingerprintId ?? '');
      }
      if (factor === 'phone') {
        const [number] = await engine.phoneNumbers.list(APPLICATION, profile);
        await engine.phoneNumbers.delete(APPLICATION, profile, number?.id ?? 0);
      }
      expect(await decider(fixture)(LOW)).toEqual(CHALLENGE);
      expect(fixture.auditTypes()).toContain('session.closed');
    }
  });

  it("expires on the client's own clock", async () => {
    const fixture = await engineFixture();
    const { store, profile } = fixture;
    await clear(fixture, await fixture.challenge(LOW));
    await store.transaction({ clientId: profile.clientId }, (tx) =>
      tx.clients.advanceClock(profile.clientId, 5 * MINUTE),
    );
    expect(await decider(fixture)(LOW)).toEqual(CHALLENGE);
  });
});

describe('Enrolment', () => {
  const enrolment = {
    actionType: 'FACTOR__ENROL',
    risk: 'high',
    enrols: 'PIN',
    link: { '/body/pin': '4821' },
  } as const;

  it.each([
    ['another secret', { link: { '/body/pin': '4822' } }],
    ['another type', { enrols: 'FACE_MAP' }],
    ['no type', { enrols: undefined }],
    ['nothing', { link: undefined }],
  ] as const)('is approved for its own type and secret alone, and not for %s', async (_, { ...change }) => {
    const fixture = await engineFixture();
    const decide = decider(fixture);
    const { oneTimeToken } = (await decide(enrolment)) as { oneTimeToken: string };
    await clear(fixture, oneTimeToken);
    const other = Object.fromEntries(Object.entries({ ...enrolment, ...change }).filter(([, value]) => value));
    expect(await decide({ ...(other as unknown as typeof enrolment), oneTimeToken })).toEqual(CHALLENGE);
    expect(await decide({ ...enrolment, oneTimeToken })).toEqual(APPROVED);
  });

  it('stores and shows nothing that gives the secret away', async () => {
    const { engine, store, actor, profile, keys } = await engineFixture();
    const { oneTimeToken } = (await engine.approvals.decide(actor, profile, enrolment)) as { oneTimeToken: string };
    const digest = await keys.digest(oneTimeToken);
    const token = await store.read(profile, (tx) => tx.oneTimeTokens.find(profile.clientId, digest));
    expect(token?.linkText).toBe('PIN');
    for (const text of ['4821', '"4821"', '{"/body/pin":"4821"}', 'PIN {"/body/pin":"4821"}']) {
      expect(token?.linkDigest).not.toBe(await keys.digest(text));
    }
    expect(JSON.stringify(token)).not.toContain('4821');
  });

  it('needs an approval once two categories are enrolled, if enrolment is protected', async () => {
    for (const [factors, protectEnrolment, needed] of [
      [['pin'], true, false],
      [['fingerprint', 'phone'], true, false],
      [['pin', 'fingerprint'], true, true],
      [['pin', 'face'], true, true],
      [['pin', 'fingerprint'], false, false],
    ] as const) {
      const { engine, profile } = await engineFixture({ factors, protectEnrolment });
      expect(await engine.approvals.enrolmentNeedsApproval(profile)).toBe(needed);
    }
  });

  it.each([
    ['phone', 'a PIN', 'a face map'],
    ['pin', 'a face map', 'a device'],
    ['face', 'a device', 'a PIN'],
  ] as const)(
    'needs an approval for the second of two concurrent enrolments (enrolled: %s, new: %s and %s)',
    async (...given) => {
      const [factor, ...kinds] = given;
      const { engine, actor, profile } = await engineFixture({ factors: [factor], protectEnrolment: true });
      const enrol = {
        'a PIN': (options?: EnrolmentOptions) => engine.factors.enrol(actor, profile, 'PIN', PIN, options),
        'a device': (options?: EnrolmentOptions) =>
          engine.deviceFingerprints.create(actor, profile, FINGERPRINT, options).then(() => {}),
        'a face map': (options?: EnrolmentOptions) =>
          engine.factors.enrol(actor, profile, 'FACE_MAP', FACE_MAP, options),
      };
      const results = await Promise.allSettled(kinds.map((kind) => enrol[kind]()));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const rejected = kinds.findIndex((_, at) => results[at]?.status === 'rejected');
      expect(results[rejected]).toMatchObject({ reason: { code: 'sca.required' } });
      await enrol[kinds[rejected] ?? 'a PIN']({ approved: true });
    },
  );
});
