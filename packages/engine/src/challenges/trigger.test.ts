import { describe, expect, it } from 'vitest';
import { APPLICATION, addUser, engineFixture, expectRefusal, PHONE_NUMBER, PIN, refusal } from '../engine.fixture.ts';

const phone = { factors: ['pin', 'phone'] } as const;
const random = { ...phone, fixedCodes: undefined } as const;
const MINUTE = 60_000;

describe('Phone OTP', () => {
  it('trigger answers the number with all but the last four characters masked', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(phone);
    const token = await challenge();
    expect(await engine.challenges.trigger(actor, token, 'SMS')).toEqual({ sentTo: '*******8888' });
    expect(delivery.otps).toMatchObject([
      { channel: 'SMS', recipient: PHONE_NUMBER, code: '111111', reference: token, purpose: 'one-time-token' },
    ]);
  });

  it('the message names the action, the amount and the payee that the code approves', async () => {
    const { engine, actor, profile, delivery } = await engineFixture(phone);
    const link = { transferId: 7, amount: 120.5, currency: 'EUR', payee: 14550101 };
    const asked = { actionType: 'TRANSFER__FUND', risk: 'high', link } as const;
    const approval = await engine.approvals.decide(actor, profile, asked);
    const token = 'oneTimeToken' in approval ? approval.oneTimeToken : '';
    await engine.challenges.trigger(actor, token, 'SMS');
    expect(delivery.otps).toMatchObject([{ action: 'TRANSFER__FUND 120.5 EUR to 14550101, transferId 7' }]);
  });

  it('six digits from the random port, different for each message', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(random);
    const token = await challenge();
    for (const channel of ['SMS', 'WHATSAPP', 'VOICE'] as const) await engine.challenges.trigger(actor, token, channel);
    const codes = delivery.otps.map((it) => it.code);
    for (const code of codes) expect(code).toMatch(/^[0-9]{6}$/);
    expect(new Set(codes).size).toBe(3);
    // One live code per token and channel: that of another channel is wrong.
    await expectRefusal(engine.challenges.verify(actor, token, 'SMS', codes[1] ?? ''), 'sms.verification.failed');
    expect((await engine.challenges.verify(actor, token, 'SMS', codes[0] ?? '')).challenges[1]?.passed).toBe(true);
  });

  it('lives 5 minutes', async () => {
    const { engine, actor, challenge, clock } = await engineFixture(phone);
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'SMS');
    clock.advance(5 * MINUTE);
    await expectRefusal(engine.challenges.verify(actor, token, 'SMS', '111111'), 'sms.verification.failed');
    await engine.challenges.trigger(actor, token, 'SMS');
    clock.advance(5 * MINUTE - 1);
    expect((await engine.challenges.verify(actor, token, 'SMS', '111111')).challenges[1]?.passed).toBe(true);
  });

  it('a resend kills the older code', async () => {
    const { engine, actor, challenge, clock, delivery } = await engineFixture(random);
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'SMS');
    clock.advance(15_000);
    await engine.challenges.trigger(actor, token, 'SMS');
    const [old, fresh] = delivery.otps.map((it) => it.code);
    await expectRefusal(engine.challenges.verify(actor, token, 'SMS', old ?? ''), 'sms.verification.failed');
    expect((await engine.challenges.verify(actor, token, 'SMS', fresh ?? '')).challenges[1]?.passed).toBe(true);
  });

  it('a code of one token is nothing to another', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(random);
    const [one, two] = [await challenge(), await challenge()];
    await engine.challenges.trigger(actor, one, 'SMS');
    await engine.challenges.trigger(actor, two, 'SMS');
    const code = delivery.otps[0]?.code ?? '';
    await expectRefusal(engine.challenges.verify(actor, two, 'SMS', code), 'sms.verification.failed');
  });

  it('resend at the earliest after 15 s: 429 with Retry-After', async () => {
    const { engine, actor, challenge, clock } = await engineFixture(phone);
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'SMS');
    clock.advance(5_000);
    expect(await refusal(engine.challenges.trigger(actor, token, 'SMS'))).toMatchObject({
      code: 'otp.resend.too.early',
      details: { retryAfter: 10 },
    });
    clock.advance(10_000);
    await engine.challenges.trigger(actor, token, 'SMS');
  });

  it('at most 5 an hour per number, whatever token and channel: 429 with Retry-After', async () => {
    const { engine, actor, challenge, clock } = await engineFixture(phone);
    for (const channel of ['SMS', 'VOICE', 'WHATSAPP', 'SMS', 'VOICE'] as const) {
      await engine.challenges.trigger(actor, await challenge(), channel);
      clock.advance(MINUTE);
    }
    expect(await refusal(engine.challenges.trigger(actor, await challenge(), 'SMS'))).toMatchObject({
      code: 'otp.hourly.limit.reached',
      details: { retryAfter: 55 * 60, limit: 5 },
    });
    clock.advance(55 * MINUTE);
    await engine.challenges.trigger(actor, await challenge(), 'SMS');
  });

  it('verify before trigger: challenge.not.triggered, not counted', async () => {
    const { engine, actor, challenge } = await engineFixture(phone);
    const token = await challenge();
    for (let index = 0; index < 6; index += 1) {
      await expectRefusal(engine.challenges.verify(actor, token, 'SMS', '111111'), 'challenge.not.triggered');
    }
    await engine.challenges.trigger(actor, token, 'SMS');
    expect((await engine.challenges.verify(actor, token, 'SMS', '111111')).challenges[1]?.passed).toBe(true);
  });

  it('a new code does not reset the count', async () => {
    const { engine, actor, challenge } = await engineFixture(phone);
    const token = await challenge();
    for (const channel of ['SMS', 'WHATSAPP', 'VOICE'] as const) {
      await engine.challenges.trigger(actor, token, channel);
      await refusal(engine.challenges.verify(actor, token, channel, '000000'));
    }
    await refusal(engine.challenges.verify(actor, token, 'PIN', '0000'));
    await refusal(engine.challenges.verify(actor, token, 'PIN', '0000'));
    await expectRefusal(challenge(), 'sca.locked');
  });

  it('delivery failing: 503, no code stored as sent, and the caller may retry at once', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(phone);
    const token = await challenge();
    delivery.down = true;
    for (let index = 0; index < 7; index += 1) {
      expect(await refusal(engine.challenges.trigger(actor, token, 'SMS'))).toMatchObject({
        code: 'delivery.unavailable',
      });
    }
    await expectRefusal(engine.challenges.verify(actor, token, 'SMS', '111111'), 'challenge.not.triggered');
    delivery.down = false;
    await engine.challenges.trigger(actor, token, 'SMS');
    expect((await engine.challenges.verify(actor, token, 'SMS', '111111')).challenges[1]?.passed).toBe(true);
  });

  it('a message that may have gone out counts for its number: the caller may retry at once, five times an hour', async () => {
    const { engine, actor, challenge, delivery, clock } = await engineFixture(phone);
    const token = await challenge();
    delivery.beforeSend = () => Promise.reject(new Error('No answer in time'));
    for (let index = 0; index < 5; index += 1) {
      await expectRefusal(engine.challenges.trigger(actor, token, 'SMS'), 'delivery.unavailable');
    }
    await expectRefusal(engine.challenges.trigger(actor, token, 'SMS'), 'otp.hourly.limit.reached');
    await expectRefusal(engine.challenges.verify(actor, token, 'SMS', '111111'), 'challenge.not.triggered');
    delivery.beforeSend = async () => {};
    clock.advance(60 * MINUTE);
    await engine.challenges.trigger(actor, await challenge(), 'SMS');
  });

  it('is sent with no transaction open, and not accepted before it is', async () => {
    const { engine, actor, challenge, delivery } = await engineFixture(phone);
    const token = await challenge();
    let meanwhile: string | undefined;
    delivery.beforeSend = async () => {
      meanwhile = (await refusal(engine.challenges.verify(actor, token, 'SMS', '111111'))).code;
    };
    await engine.challenges.trigger(actor, token, 'SMS');
    expect(meanwhile).toBe('challenge.not.triggered');
  });

  it('a slow first message does not bring its code back to life after a resend', async () => {
    const { engine, actor, challenge, delivery, clock } = await engineFixture(random);
    const token = await challenge();
    delivery.beforeSend = async () => {
      delivery.beforeSend = async () => {};
      clock.advance(15_000);
      await engine.challenges.trigger(actor, token, 'SMS');
    };
    await engine.challenges.trigger(actor, token, 'SMS');
    const [resent, slow] = delivery.otps.map((it) => it.code);
    await expectRefusal(engine.challenges.verify(actor, token, 'SMS', slow ?? ''), 'sms.verification.failed');
    expect((await engine.challenges.verify(actor, token, 'SMS', resent ?? '')).challenges[1]?.passed).toBe(true);
  });

  it('a code proves nothing once the number has changed', async () => {
    const { engine, actor, profile, challenge } = await engineFixture(phone);
    const token = await challenge();
    await engine.challenges.trigger(actor, token, 'SMS');
    const [number] = await engine.phoneNumbers.list(APPLICATION, profile);
    await engine.phoneNumbers.update(APPLICATION, profile, number?.id ?? 0, '+14155552671');
    await expectRefusal(engine.challenges.verify(actor, token, 'SMS', '111111'), 'sms.verification.failed');
    await engine.phoneNumbers.delete(APPLICATION, profile, number?.id ?? 0);
    await expectRefusal(engine.challenges.trigger(actor, token, 'SMS'), 'challenge.not.applicable');
    await expectRefusal(engine.challenges.verify(actor, token, 'SMS', '111111'), 'sms.verification.failed');
  });

  it('trigger refuses what the token does not offer, what has passed, and foreign tokens', async () => {
    const { engine, actor, challenge } = await engineFixture(phone);
    const token = await challenge();
    const other = await addUser(engine);
    await expectRefusal(engine.challenges.trigger(other.actor, token, 'SMS'), 'one.time.token.not.found');
    await expectRefusal(engine.challenges.trigger(actor, 'unknown', 'SMS'), 'one.time.token.not.found');
    await engine.challenges.trigger(actor, token, 'SMS');
    await engine.challenges.verify(actor, token, 'SMS', '111111');
    await expectRefusal(engine.challenges.trigger(actor, token, 'VOICE'), 'challenge.not.applicable');
    await engine.challenges.verify(actor, token, 'PIN', PIN);
    const pinOnly = await engineFixture();
    await expectRefusal(
      pinOnly.engine.challenges.trigger(pinOnly.actor, await pinOnly.challenge(), 'SMS'),
      'challenge.not.applicable',
    );
  });

  it('stores neither code nor number in clear', async () => {
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
    await expectRefusal(engine.challenges.trigger(actor, token, 'SMS'), 'delivery.unavailable');
    await engine.challenges.trigger(actor, token, 'SMS');
  });
});
