import { describe, expect, it } from 'vitest';
import { APPLICATION, addUser, engineFixture, expectError, PHONE_NUMBER, PIN, rejection } from '../engine.fixture.ts';

const phone = { factors: ['pin', 'phone'] } as const;
const random = { ...phone, fixedCodes: undefined } as const;
const MINUTE = 60_000;

describe('Phone OTP', () => {
  it('trigger returns the number with all but the last four characters masked', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(phone);
    const token = await challenge();
    expect(await engine.challenges.trigger(actor, token, 'SMS')).toEqual({ sentTo: '*******8888' });
    expect(delivery.otps).toMatchObject([
      { channel: 'SMS', recipient: PHONE_NUMBER, code: '111111', reference: token, purpose: 'one-time-token' },
    ]);
  });

  it('the message contains the action, the amount and the payee that the code approves', async () => {
    const { engine, actor, profile, delivery } = await engineFixture(phone);
    const link = { transferId: 7, amount: 120.5, currency: 'EUR', payee: 14550101 };
    const asked = { actionType: 'TRANSFER__FUND', risk: 'high', link } as const;
    const approval = await engine.approvals.decide(actor, profile, asked);
    const token = 'oneTimeToken' in approval ? approval.oneTimeToken : '';
    await engine.challenges.trigger(actor, token, 'SMS');
    expect(delivery.otps).toMatchObject([{ action: 'TRANSFER__FUND 120.5 EUR to 14550101, transferId 7' }]);
  });

  it('each code has six digits from the random port', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(random);
    const token = await challenge();
    for (const channel of ['SMS', 'WHATSAPP', 'VOICE'] as const) await engine.challenges.trigger(actor, token, channel);
    const codes = delivery.otps.map(({ code }) => code);
    for (const code of codes) expect(code).toMatch(/^[0-9]{6}$/);
    expect(new Set(codes).size).toBe(3);
    // A token has one live code per channel. The code of another channel is wrong.
    await expectError(engine.challenges.verify(actor, token, 'SMS', codes[1] ?? ''), 'sms.verification.failed');
    expect((await engine.challenges.verify(actor, token, 'SMS', codes[0] ?? '')).challenges[1]?.passed).toBe(true);
  });

  it('a code expires after 5 minutes', async () => {
    const { engine, actor, challenge, clock } = await engineFixture(phone);
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'SMS');
    clock.advance(5 * MINUTE);
    await expectError(engine.challenges.verify(actor, token, 'SMS', '111111'), 'sms.verification.failed');
    await engine.challenges.trigger(actor, token, 'SMS');
    clock.advance(5 * MINUTE - 1);
    expect((await engine.challenges.verify(actor, token, 'SMS', '111111')).challenges[1]?.passed).toBe(true);
  });

  it('a resend makes the older code invalid', async () => {
    const { engine, actor, challenge, clock, delivery } = await engineFixture(random);
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'SMS');
    clock.advance(15_000);
    await engine.challenges.trigger(actor, token, 'SMS');
    const [old, fresh] = delivery.otps.map(({ code }) => code);
    await expectError(engine.challenges.verify(actor, token, 'SMS', old ?? ''), 'sms.verification.failed');
    expect((await engine.challenges.verify(actor, token, 'SMS', fresh ?? '')).challenges[1]?.passed).toBe(true);
  });

  it('a code is not valid for another token', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(random);
    const [one, two] = [await challenge(), await challenge()];
    await engine.challenges.trigger(actor, one, 'SMS');
    await engine.challenges.trigger(actor, two, 'SMS');
    const code = delivery.otps[0]?.code ?? '';
    await expectError(engine.challenges.verify(actor, two, 'SMS', code), 'sms.verification.failed');
  });

  it('a resend within 15 seconds is rejected with retryAfter', async () => {
    const { engine, actor, challenge, clock } = await engineFixture(phone);
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'SMS');
    clock.advance(5_000);
    expect(await rejection(engine.challenges.trigger(actor, token, 'SMS'))).toMatchObject({
      code: 'otp.resend.too.early',
      details: { retryAfter: 10 },
    });
    clock.advance(10_000);
    await engine.challenges.trigger(actor, token, 'SMS');
  });

  it('a sixth code for a number within an hour is rejected with retryAfter, whatever the token and channel', async () => {
    const { engine, actor, challenge, clock } = await engineFixture(phone);
    for (const channel of ['SMS', 'VOICE', 'WHATSAPP', 'SMS', 'VOICE'] as const) {
      await engine.challenges.trigger(actor, await challenge(), channel);
      clock.advance(MINUTE);
    }
    expect(await rejection(engine.challenges.trigger(actor, await challenge(), 'SMS'))).toMatchObject({
      code: 'otp.hourly.limit.reached',
      details: { retryAfter: 55 * 60, limit: 5 },
    });
    clock.advance(55 * MINUTE);
    await engine.challenges.trigger(actor, await challenge(), 'SMS');
  });

  it('verify before trigger throws challenge.not.triggered and counts no attempt', async () => {
    const { engine, actor, challenge } = await engineFixture(phone);
    const token = await challenge();
    for (let index = 0; index < 6; index += 1) {
      await expectError(engine.challenges.verify(actor, token, 'SMS', '111111'), 'challenge.not.triggered');
    }
    await engine.challenges.trigger(actor, token, 'SMS');
    expect((await engine.challenges.verify(actor, token, 'SMS', '111111')).challenges[1]?.passed).toBe(true);
  });

  it('a new code does not reset the attempt count', async () => {
    const { engine, actor, challenge } = await engineFixture(phone);
    const token = await challenge();
    for (const channel of ['SMS', 'WHATSAPP', 'VOICE'] as const) {
      await engine.challenges.trigger(actor, token, channel);
      await rejection(engine.challenges.verify(actor, token, channel, '000000'));
    }
    await rejection(engine.challenges.verify(actor, token, 'PIN', '0000'));
    await rejection(engine.challenges.verify(actor, token, 'PIN', '0000'));
    await expectError(challenge(), 'sca.locked');
  });

  it('a failed delivery throws delivery.unavailable, stores no code, and allows an immediate retry', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(phone);
    const token = await challenge();
    delivery.down = true;
    for (let index = 0; index < 7; index += 1) {
      expect(await rejection(engine.challenges.trigger(actor, token, 'SMS'))).toMatchObject({
        code: 'delivery.unavailable',
      });
    }
    await expectError(engine.challenges.verify(actor, token, 'SMS', '111111'), 'challenge.not.triggered');
    delivery.down = false;
    await engine.challenges.trigger(actor, token, 'SMS');
    expect((await engine.challenges.verify(actor, token, 'SMS', '111111')).challenges[1]?.passed).toBe(true);
  });

  it('a code that may have been sent counts for its number, and allows an immediate retry', async () => {
    const { engine, actor, challenge, delivery, clock } = await engineFixture(phone);
    const token = await challenge();
    delivery.beforeSend = () => Promise.reject(new Error('No response in time'));
    for (let index = 0; index < 5; index += 1) {
      await expectError(engine.challenges.trigger(actor, token, 'SMS'), 'delivery.unavailable');
    }
    await expectError(engine.challenges.trigger(actor, token, 'SMS'), 'otp.hourly.limit.reached');
    await expectError(engine.challenges.verify(actor, token, 'SMS', '111111'), 'challenge.not.triggered');
    delivery.beforeSend = async () => {};
    clock.advance(60 * MINUTE);
    await engine.challenges.trigger(actor, await challenge(), 'SMS');
  });

  it('during the delivery no transaction is open, and the code is not accepted', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(phone);
    const token = await challenge();
    let meanwhile: string | undefined;
    delivery.beforeSend = async () => {
      meanwhile = (await rejection(engine.challenges.verify(actor, token, 'SMS', '111111'))).code;
    };
    await engine.challenges.trigger(actor, token, 'SMS');
    expect(meanwhile).toBe('challenge.not.triggered');
  });

  it('a slow first message does not make its code valid after a resend', async () => {
    const { engine, actor, challenge, delivery, clock } = await engineFixture(random);
    const token = await challenge();
    delivery.beforeSend = async () => {
      delivery.beforeSend = async () => {};
      clock.advance(15_000);
      await engine.challenges.trigger(actor, token, 'SMS');
    };
    await engine.challenges.trigger(actor, token, 'SMS');
    const [resent, slow] = delivery.otps.map(({ code }) => code);
    await expectError(engine.challenges.verify(actor, token, 'SMS', slow ?? ''), 'sms.verification.failed');
    expect((await engine.challenges.verify(actor, token, 'SMS', resent ?? '')).challenges[1]?.passed).toBe(true);
  });

  it('a code is invalid after the number has changed', async () => {
    const { engine, actor, profile, challenge } = await engineFixture(phone);
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'SMS');
    const [number] = await engine.phoneNumbers.list(APPLICATION, profile);
    await engine.phoneNumbers.update(APPLICATION, profile, number?.id ?? 0, '+14155552671');
    await expectError(engine.challenges.verify(actor, token, 'SMS', '111111'), 'sms.verification.failed');
    await engine.phoneNumbers.delete(APPLICATION, profile, number?.id ?? 0);
    await expectError(engine.challenges.trigger(actor, token, 'SMS'), 'challenge.not.applicable');
    await expectError(engine.challenges.verify(actor, token, 'SMS', '111111'), 'sms.verification.failed');
  });

  it("trigger rejects challenges that the token does not offer, passed challenges, and other users' tokens", async () => {
    const { engine, actor, challenge } = await engineFixture(phone);
    const token = await challenge();
    const other = await addUser(engine);
    await expectError(engine.challenges.trigger(other.actor, token, 'SMS'), 'one.time.token.not.found');
    await expectError(engine.challenges.trigger(actor, 'unknown', 'SMS'), 'one.time.token.not.found');
    await engine.challenges.trigger(actor, token, 'SMS');
    await engine.challenges.verify(actor, token, 'SMS', '111111');
    await expectError(engine.challenges.trigger(actor, token, 'VOICE'), 'challenge.not.applicable');
    await engine.challenges.verify(actor, token, 'PIN', PIN);
    const pinOnly = await engineFixture();
    await expectError(
      pinOnly.engine.challenges.trigger(pinOnly.actor, await pinOnly.challenge(), 'SMS'),
      'challenge.not.applicable',
    );
  });

  it('neither the code nor the number is stored in plain text', async () => {
    const { engine, actor, challenge, store } = await engineFixture({
      ...phone,
      fixedCodes: { oneTimeToken: '271828', factor: '123456' },
    });
    await engine.challenges.trigger(actor, await challenge(), 'SMS');
    for (const secret of ['271828', PHONE_NUMBER, '6588888888']) expect(store.dump()).not.toContain(secret);
  });

  it.each(['fail', 'expire'] as const)('a simulated response of %s makes the next delivery fail', async (response) => {
    const set = [response];
    const next = async (_client: string, _user: number, kind: string) =>
      kind === 'DELIVERY' ? set.shift() : undefined;
    const { engine, actor, challenge } = await engineFixture({ ...phone, simulatedResponses: { next } });
    const token = await challenge();
    await expectError(engine.challenges.trigger(actor, token, 'SMS'), 'delivery.unavailable');
    await engine.challenges.trigger(actor, token, 'SMS');
  });
});
