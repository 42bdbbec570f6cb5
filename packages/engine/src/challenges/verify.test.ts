import { describe, expect, it } from 'vitest';
import {
  addUser,
  engineFixture,
  expectError,
  FACE_MAP,
  FINGERPRINT,
  HIGH,
  LOW,
  PIN,
  rejection,
} from '../engine.fixture.ts';
import { ScaError } from '../errors.ts';

const DEVICE = 'PARTNER_DEVICE_FINGERPRINT';

describe('Verify', () => {
  it('a right secret returns all slots, with required on as many open slots, in order, as are still needed', async () => {
    const { engine, actor, challenge } = await engineFixture({ factors: ['pin', 'fingerprint', 'phone', 'face'] });
    const token = await challenge();
    const alternatives = ['SMS', 'WHATSAPP', 'VOICE'];
    expect((await engine.oneTimeTokens.status(actor, token)).challenges).toEqual([
      { primaryChallenge: 'PIN', alternatives: [], required: true, passed: false },
      { primaryChallenge: DEVICE, alternatives, required: true, passed: false },
      { primaryChallenge: 'FACE_MAP', alternatives: [], required: false, passed: false },
    ]);
    const first = await engine.challenges.verify(actor, token, 'FACE_MAP', FACE_MAP);
    expect(first.challenges.map(({ passed, required }) => [required, passed])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(first.cleared).toBe(false);
    const second = await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT);
    expect(second.challenges.map(({ passed, required }) => [required, passed])).toEqual([
      [false, false],
      [false, true],
      [false, true],
    ]);
    expect(second.cleared).toBe(true);
  });

  it('an alternative passes the slot', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture({
      factors: ['pin', 'fingerprint', 'phone'],
    });
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'VOICE');
    await engine.challenges.verify(actor, token, 'VOICE', delivery.otps[0]?.code ?? '');
    expect((await engine.challenges.verify(actor, token, 'PIN', PIN)).cleared).toBe(true);
  });

  it.each([
    ['PIN', '0000', 'pin.verification.failed'],
    [DEVICE, 'another device', 'device.fingerprint.verification.failed'],
    ['FACE_MAP', btoa('another'), 'facemap.verification.failed'],
    ['SMS', '999999', 'sms.verification.failed'],
    ['WHATSAPP', '999999', 'whatsapp.verification.failed'],
    ['VOICE', '999999', 'voice.verification.failed'],
  ] as const)('a wrong %s fails without details about the attempts left', async (type, secret, code) => {
    const { engine, actor, challenge } = await engineFixture({ factors: ['pin', 'fingerprint', 'phone', 'face'] });
    const token = await challenge();
    if (type === 'SMS' || type === 'WHATSAPP' || type === 'VOICE') await engine.challenges.trigger(actor, token, type);
    const first = await rejection(engine.challenges.verify(actor, token, type, secret));
    const second = await rejection(engine.challenges.verify(actor, token, type, secret));
    expect(first).toMatchObject({ code, details: {} });
    expect([second.code, second.message]).toEqual([first.code, first.message]);
  });

  it('a deleted factor fails like a wrong secret', async () => {
    const { engine, actor, profile, challenge } = await engineFixture();
    const token = await challenge();
    const wrong = await rejection(engine.challenges.verify(actor, token, 'PIN', '0000'));
    await engine.factors.remove(actor, profile, 'PIN');
    const gone = await rejection(engine.challenges.verify(actor, token, 'PIN', PIN));
    expect([gone.code, gone.message, gone.details]).toEqual([wrong.code, wrong.message, wrong.details]);
  });

  it('a type that the token does not offer throws challenge.not.applicable', async () => {
    const { engine, actor, challenge } = await engineFixture();
    const token = await challenge();
    for (const type of ['SMS', 'FACE_MAP'] as const) {
      await expectError(engine.challenges.verify(actor, token, type, '111111'), 'challenge.not.applicable');
    }
  });

  it('a passed slot returns the current state without evaluation and count', async () => {
    const { engine, actor, challenge, keys } = await engineFixture();
    const token = await challenge();
    const passed = await engine.challenges.verify(actor, token, 'PIN', PIN);
    const evaluated = keys.calls.verifyHash;
    for (let again = 0; again < 6; again += 1) {
      expect(await engine.challenges.verify(actor, token, 'PIN', '0000')).toEqual(passed);
    }
    expect(keys.calls.verifyHash).toBe(evaluated);
  });

  it("unknown, expired and other users' tokens throw the same error", async () => {
    const { engine, actor, challenge, clock } = await engineFixture();
    const token = await challenge();
    const other = await addUser(engine, ['pin', 'fingerprint']);
    const verify = (who = actor, text = token) => rejection(engine.challenges.verify(who, text, 'PIN', PIN));
    const status = (who = actor, text = token) => rejection(engine.oneTimeTokens.status(who, text));
    const unknown = '00000000-0000-4000-8000-000000000000';
    const stranger = { ...actor, clientId: 'other' };
    const errors = [
      await verify(other.actor),
      await status(other.actor),
      await verify(stranger),
      await status(stranger),
      await verify({ ...actor, userId: null }),
      await verify(actor, unknown),
      await status(actor, unknown),
      await verify(actor, ''),
    ];
    clock.advance(3_600_000);
    errors.push(await verify(), await status());
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'one.time.token.not.found', details: {} });
      expect(error.message).toBe(errors[0]?.message);
    }
  });

  it('a token of another profile is unknown', async () => {
    const { engine, actor, profile, challenge } = await engineFixture();
    const token = await challenge();
    const elsewhere = { ...profile, profileId: profile.profileId + 1 };
    await expectError(engine.challenges.verify(actor, token, 'PIN', PIN, elsewhere), 'one.time.token.not.found');
    expect((await engine.challenges.verify(actor, token, 'PIN', PIN, profile)).challenges[0]?.passed).toBe(true);
  });

  it('a token is valid for 3600 s, and validity counts down in whole seconds', async () => {
    const { engine, actor, challenge, clock } = await engineFixture();
    const token = await challenge();
    const validity = async () => (await engine.oneTimeTokens.status(actor, token)).validity;
    expect(await validity()).toBe(3600);
    clock.advance(1);
    expect(await validity()).toBe(3599);
    clock.advance(3_599_000 - 1);
    expect(await validity()).toBe(1);
    clock.advance(999);
    expect(await validity()).toBe(0);
    clock.advance(1);
    await expectError(validity(), 'one.time.token.not.found');
  });

  it('an unknown token, a missing factor, a wrong secret and a locked profile take the same work', async () => {
    const { engine, actor, profile, challenge, keys } = await engineFixture();
    const token = await challenge();
    const work = async (text: string) => {
      const before = keys.calls.verifyHash;
      await rejection(engine.challenges.verify(actor, text, 'PIN', '0000'));
      return keys.calls.verifyHash - before;
    };
    expect(await work(token)).toBe(1);
    expect(await work('unknown')).toBe(1);
    await engine.factors.remove(actor, profile, 'PIN');
    expect(await work(token)).toBe(1);
    for (let more = 0; more < 3; more += 1) await work(token);
    expect((await rejection(engine.challenges.verify(actor, token, 'PIN', PIN))).code).toBe('sca.locked');
    expect(await work(token)).toBe(1);
  });

  it('unknown tokens leave no rate-limit hits, so that each costs the same', async () => {
    const { engine, actor, clock, store } = await engineFixture();
    const countedAfter = async (tries: number) => {
      for (let more = 0; more < tries; more += 1) {
        clock.advance(1_000);
        await rejection(engine.challenges.verify(actor, `unknown-${more}`, DEVICE, 'x'));
      }
      const now = clock.now();
      const bucket = `unknown-tokens:${actor.userId}`;
      return store.read({ clientId: actor.clientId }, (tx) =>
        tx.rateLimits.peek(actor.clientId, bucket, now, 86_400_000),
      );
    };
    expect((await countedAfter(60)).hits).toBeLessThanOrEqual(2);
  });

  it('the number of comparisons does not depend on the number of devices', async () => {
    const { engine, actor, profile, challenge, keys } = await engineFixture();
    const work = async () => {
      const token = await challenge();
      const before = keys.calls.verifyMac;
      await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT);
      return keys.calls.verifyMac - before;
    };
    const withOne = await work();
    await engine.deviceFingerprints.create(actor, profile, 'b');
    await engine.deviceFingerprints.create(actor, profile, 'c');
    expect(await work()).toBe(withOne);
  });

  it('a slot is open again after its factor was deleted', async () => {
    const { engine, actor, profile, challenge, clock } = await engineFixture();
    const token = await challenge(HIGH);
    await engine.challenges.verify(actor, token, 'PIN', PIN);
    await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT);
    clock.advance(1);
    await engine.factors.remove(actor, profile, 'PIN');
    await engine.factors.enrol(actor, profile, 'PIN', '9999');
    const view = await engine.oneTimeTokens.status(actor, token);
    expect(view).toMatchObject({ cleared: false, challenges: [{ required: true, passed: false }, { passed: true }] });
    expect(await engine.approvals.decide(actor, profile, { ...HIGH, oneTimeToken: token })).toEqual({
      approved: false,
      reason: 'not-cleared',
    });
    await engine.challenges.verify(actor, token, 'PIN', '9999');
    expect(await engine.approvals.decide(actor, profile, { ...HIGH, oneTimeToken: token })).toEqual({
      approved: true,
    });
  });

  it('a factor that is deleted during its evaluation does not pass', async () => {
    const fixture = await engineFixture();
    const { engine, actor, profile, challenge, keys } = fixture;
    const token = await challenge();
    const verifyHash = keys.verifyHash.bind(keys);
    keys.verifyHash = async (...of) => {
      await engine.factors.remove(actor, profile, 'PIN');
      return verifyHash(...of);
    };
    await expectError(engine.challenges.verify(actor, token, 'PIN', PIN), 'pin.verification.failed');
  });

  it('a low-risk action can require one factor', async () => {
    const { engine, actor, profile, challenge } = await engineFixture({ factors: ['pin'], requiredFactors: 1 });
    const token = await challenge(LOW);
    expect((await engine.challenges.verify(actor, token, 'PIN', PIN)).cleared).toBe(true);
    expect(await engine.approvals.decide(actor, profile, HIGH)).toMatchObject({
      reason: 'factors-insufficient',
      missing: 1,
    });
  });

  it('audit events contain actor, type and result, and no secret', async () => {
    const { engine, actor, challenge, store } = await engineFixture();
    const token = await challenge();
    await rejection(engine.challenges.verify(actor, token, 'PIN', '0000'));
    await engine.challenges.verify(actor, token, 'PIN', PIN);
    const events = store.auditLog.filter((event) => event.type.startsWith('challenge.'));
    expect(events.map((event) => [event.type, event.result])).toEqual([
      ['challenge.attempted', 'success'],
      ['challenge.failed', 'failure'],
      ['challenge.attempted', 'success'],
      ['challenge.passed', 'success'],
    ]);
    expect(events[1]).toMatchObject({ actor: actor.name, traceId: 'trace-2', data: { challenge: 'PIN' } });
    for (const secret of [token, FINGERPRINT, `"${PIN}"`, '"0000"']) expect(store.dump()).not.toContain(secret);
  });
});

describe('Simulated responses', () => {
  it.each([
    ['fail', 'pin.verification.failed'],
    ['expire', 'one.time.token.not.found'],
  ] as const)('%s ends the next verification with %s, once', async (response, code) => {
    const responses = [response];
    const { engine, actor, challenge } = await engineFixture({
      simulatedResponses: { next: async () => responses.shift() },
    });
    const token = await challenge();
    await expectError(engine.challenges.verify(actor, token, 'PIN', PIN), code);
    const next = response === 'expire' ? await challenge() : token;
    expect((await engine.challenges.verify(actor, next, 'PIN', PIN)).challenges[0]?.passed).toBe(true);
  });

  it('an error that is thrown ends the verification before the attempt is counted', async () => {
    const next = async () => Promise.reject(new ScaError('rate.limit.reached'));
    const { engine, actor, profile, challenge, store } = await engineFixture({ simulatedResponses: { next } });
    await expectError(engine.challenges.verify(actor, await challenge(), 'PIN', '0000'), 'rate.limit.reached');
    const stored = await store.read(profile, (tx) => tx.profiles.find(profile.clientId, profile.profileId));
    expect(stored?.failedAttempts).toBe(0);
  });
});
