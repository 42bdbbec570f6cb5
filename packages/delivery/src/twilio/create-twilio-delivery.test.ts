import { inspect } from 'node:util';
import twilioClient from 'twilio';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FakeTime, fakeTime } from '../../test/fake-time.ts';
import { ACCOUNT, API_KEY, API_SECRET, type FakeTwilio, startFakeTwilio, TOKEN } from '../../test/fake-twilio.ts';
import { CODE, failureOf, NUMBER, otp, push } from '../../test/messages.ts';
import { createTwilioDelivery, type TwilioDeliveryOptions, twilioOptionErrors } from '../index.ts';

const MESSAGES = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;
const CALLS = `/2010-04-01/Accounts/${ACCOUNT}/Calls.json`;
const SERVICE = `MG${'0d'.repeat(16)}`;
const TEMPLATE = `HX${'0e'.repeat(16)}`;

let twilio: FakeTwilio;
let time: FakeTime;

beforeAll(async () => {
  twilio = await startFakeTwilio();
  // So that the log shows how strictly the requests were validated.
  process.stdout.write(`The fake Twilio validates requests by ${twilio.validatesBy}.\n`);
});
afterEach(() => {
  twilio.respond = undefined;
  twilio.requests.length = 0;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
afterAll(() => twilio.close());

function options(change: Partial<TwilioDeliveryOptions> = {}): TwilioDeliveryOptions {
  time = fakeTime();
  return {
    accountSid: ACCOUNT,
    credentials: { authToken: TOKEN },
    senders: { SMS: { from: '+14155550100' }, WHATSAPP: { from: '+14155550101' }, VOICE: { from: '+14155550102' } },
    clock: time,
    timer: time,
    baseUrl: twilio.url,
    ...change,
  };
}

const delivery = (change?: Partial<TwilioDeliveryOptions>) => createTwilioDelivery(options(change));

describe('createTwilioDelivery', () => {
  test('sends an SMS that names the action, with the validity period of the code', async () => {
    await delivery({ brand: 'Acme' }).sendOtp(otp());
    expect(twilio.requests).toHaveLength(1);
    expect(twilio.requests[0]?.path).toBe(MESSAGES);
    expect(twilio.requests[0]?.form).toEqual({
      To: NUMBER,
      From: '+14155550100',
      Body: `Acme: ${CODE} is your code to confirm: transfer fund 100.00 EUR to Ann Lee. Do not share it with anyone.`,
      ValidityPeriod: '300',
    });
  });

  test('sends an SMS through a messaging service with a custom text and redaction', async () => {
    const text = ({ code }: { code: string }) => `Ihr Code für heute: ${code}`;
    await delivery({ senders: { SMS: { messagingServiceSid: SERVICE } }, text, redact: true }).sendOtp(otp());
    expect(twilio.requests[0]?.form).toEqual({
      To: NUMBER,
      MessagingServiceSid: SERVICE,
      Body: `Ihr Code für heute: ${CODE}`,
      ValidityPeriod: '300',
      ContentRetention: 'discard',
      AddressRetention: 'obfuscate',
    });
  });

  test('sends a WhatsApp message', async () => {
    await delivery().sendOtp(otp({ channel: 'WHATSAPP', action: null, purpose: 'enrolment' }));
    expect(twilio.requests[0]?.form).toEqual({
      To: `whatsapp:${NUMBER}`,
      From: 'whatsapp:+14155550101',
      Body: `${CODE} is your code to set up this phone number. Do not share it with anyone.`,
    });
  });

  test('sends a WhatsApp message from an approved template', async () => {
    const WHATSAPP = { from: '+14155550101', contentSid: TEMPLATE };
    await delivery({ senders: { WHATSAPP } }).sendOtp(otp({ channel: 'WHATSAPP' }));
    const contentVariables = ({ code, action }: { code: string; action: string | null }) => ({
      1: code,
      2: `${action}`,
    });
    await delivery({ senders: { WHATSAPP: { ...WHATSAPP, contentVariables } } }).sendOtp(
      otp({ channel: 'WHATSAPP', action: 'PAY' }),
    );
    expect(twilio.requests.map(({ form }) => JSON.parse(form.ContentVariables ?? ''))).toEqual([
      { 1: CODE },
      { 1: CODE, 2: 'PAY' },
    ]);
    expect(twilio.requests[0]?.form).toMatchObject({ ContentSid: TEMPLATE, From: 'whatsapp:+14155550101' });
    expect(twilio.requests[0]?.form).not.toHaveProperty('Body');
  });

  test('calls with escaped TwiML that says the digits of the code twice', async () => {
    await delivery().sendOtp(otp({ channel: 'VOICE', action: 'PAY <Hangup/> & "Co"' }));
    const { path, form } = twilio.requests[0] ?? {};
    expect(path).toBe(CALLS);
    expect(form).toMatchObject({ To: NUMBER, From: '+14155550102', Timeout: '30' });
    expect(form?.Twiml).toContain('<Say language="en-US" loop="2">Your code to confirm: PAY &lt;Hangup/&gt; &amp;');
    expect(form?.Twiml).toContain('9, 0, 8, 1, 7, 2');
    expect(form?.Twiml).not.toContain('<Hangup');
  });

  test('authenticates with an API key instead of the account token', async () => {
    await delivery({ credentials: { apiKeySid: API_KEY, apiKeySecret: API_SECRET } }).sendOtp(otp());
    expect(twilio.requests[0]?.authorization).toBe(`Basic ${btoa(`${API_KEY}:${API_SECRET}`)}`);
    expect(twilio.requests[0]?.path).toBe(MESSAGES);
  });
});

describe('a send with Twilio', () => {
  const table = [
    ['an SMS to an invalid number', otp({ recipient: '+0' }), { status: 400, providerCode: 21211 }],
    ['a call to an invalid number', otp({ recipient: '12', channel: 'VOICE' }), { status: 400, providerCode: 21211 }],
  ] as const;
  test.each(table)('fails as rejected for %s', async (_name, message, facts) => {
    expect(await failureOf(delivery().sendOtp(message))).toMatchObject({ failure: 'rejected', attempts: 1, ...facts });
    expect(twilio.requests).toHaveLength(1);
  });

  test('fails as rejected for unknown credentials', async () => {
    const error = await failureOf(delivery({ credentials: { authToken: 'another' } }).sendOtp(otp()));
    expect(error).toMatchObject({ failure: 'rejected', status: 401, providerCode: 20003, sent: 'no' });
  });

  test.each([
    ['an internal error', () => Response.json({ code: 20500, message: NUMBER }, { status: 500 }), 500],
    ['an HTML page of a proxy', () => new Response(`<html>${NUMBER}`, { status: 502 }), 502],
    ['a redirect, without following it', () => Response.redirect(`${twilio.url}/elsewhere`, 307), 307],
    ['a rate limit, without a retry', () => Response.json({ code: 20429 }, { status: 429 }), 429],
  ])('fails as rejected for %s', async (_name, respond, status) => {
    twilio.respond = respond;
    expect(await failureOf(delivery().sendOtp(otp()))).toMatchObject({ failure: 'rejected', status });
    expect(twilio.requests).toHaveLength(1);
  });

  test('fails as rejected when Twilio accepts the message with status failed', async () => {
    twilio.respond = () => Response.json({ status: 'failed' }, { status: 201 });
    expect(await failureOf(delivery().sendOtp(otp()))).toMatchObject({ failure: 'rejected' });
  });

  test('fails as unreachable when no server listens', async () => {
    const gone = await startFakeTwilio();
    await gone.close();
    const error = await failureOf(delivery({ baseUrl: gone.url }).sendOtp(otp()));
    expect(error).toMatchObject({ failure: 'unreachable', sent: 'no' });
  });

  test('fails with timeout and closes the connection when Twilio does not respond', async () => {
    const arrived = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    twilio.respond = (signal) => {
      signal.addEventListener('abort', () => closed.resolve());
      arrived.resolve();
      return new Promise(() => {});
    };
    const sending = failureOf(delivery({ timeout: 4000 }).sendOtp(otp()));
    await arrived.promise;
    time.advance(3999);
    expect(await Promise.race([sending, 'still waiting'])).toBe('still waiting');
    time.advance(1);
    expect(await sending).toMatchObject({ failure: 'timeout', sent: 'unknown' });
    await closed.promise;
    expect(time.pending).toBe(0);
  });

  test('fails as aborted when the signal aborts a pending send', async () => {
    const arrived = Promise.withResolvers<void>();
    twilio.respond = () => {
      arrived.resolve();
      return new Promise(() => {});
    };
    const shutdown = new AbortController();
    const sending = failureOf(delivery({ signal: shutdown.signal }).sendOtp(otp()));
    await arrived.promise;
    shutdown.abort();
    expect(await sending).toMatchObject({ failure: 'aborted' });
    expect(time.pending).toBe(0);
  });

  const unsent = [
    ['an expired code', 'expired', {}, otp({ expiresAt: Date.UTC(2026, 10, 1) })],
    ['a channel without a sender', 'unsupported', { senders: { SMS: { from: 'Acme' } } }, otp({ channel: 'VOICE' })],
    ['a text above the limit of Twilio', 'unsupported', { text: () => 'x'.repeat(1601) }, otp()],
    [
      'a speech above the limit of Twilio',
      'unsupported',
      { speech: () => 'x'.repeat(4000) },
      otp({ channel: 'VOICE' }),
    ],
  ] as const;
  test.each(unsent)('does not send %s and fails as %s', async (_name, failure, change, message) => {
    expect(await failureOf(delivery(change).sendOtp(message))).toMatchObject({ failure });
    expect(twilio.requests).toEqual([]);
  });

  test('fails as unsupported for a push', async () => {
    expect(await failureOf(delivery().sendPush(push()))).toMatchObject({ failure: 'unsupported' });
  });
});

describe('sensitive data and Twilio', () => {
  test('an error contains neither code, number nor credentials at any depth', async () => {
    for (const respond of [undefined, () => new Response(`${NUMBER} ${CODE}`, { status: 500 })]) {
      twilio.respond = respond;
      const error = await failureOf(delivery().sendOtp(otp({ recipient: `${NUMBER}000000000` })));
      const printed = inspect(error, { depth: 20, showHidden: true });
      for (const secret of [CODE, NUMBER.slice(1), TOKEN, btoa(`${ACCOUNT}:${TOKEN}`)])
        expect(printed).not.toContain(secret);
    }
  });

  test('ignores TWILIO_EDGE and TWILIO_REGION', async () => {
    vi.stubEnv('TWILIO_EDGE', 'sydney');
    vi.stubEnv('TWILIO_REGION', 'au1');
    const httpClient = new twilioClient.RequestClient();
    const request = vi.spyOn(httpClient, 'request').mockResolvedValue({ statusCode: 201, body: '{}' } as never);
    const { baseUrl: _, ...rest } = options({ httpClient });
    await createTwilioDelivery(rest).sendOtp(otp());
    expect(request.mock.calls.map(([{ uri }]) => uri)).toEqual([`https://api.twilio.com${MESSAGES}`]);
  });

  test('logs nothing when TWILIO_LOG_LEVEL is debug', async () => {
    vi.stubEnv('TWILIO_LOG_LEVEL', 'debug');
    const lines = (['log', 'info', 'debug', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    await delivery().sendOtp(otp());
    for (const line of lines) expect(line).not.toHaveBeenCalled();
    expect(twilio.requests).toHaveLength(1);
  });
});

describe('the options of createTwilioDelivery', () => {
  const wrong = [
    ['accountSid', { accountSid: 'AC1' }],
    ['credentials.authToken', { credentials: { authToken: '' } }],
    ['credentials.apiKeySid', { credentials: { apiKeySid: ACCOUNT, apiKeySecret: API_SECRET } }],
    ['senders', { senders: {} }],
    ['senders.SMS.from', { senders: { SMS: { from: 'A name that is too long' } } }],
    ['senders.SMS.messagingServiceSid', { senders: { SMS: { messagingServiceSid: TEMPLATE } } }],
    ['senders.WHATSAPP.from', { senders: { WHATSAPP: { from: 'whatsapp:+14155550101' } } }],
    ['senders.WHATSAPP.contentSid', { senders: { WHATSAPP: { from: '+14155550101', contentSid: SERVICE } } }],
    ['senders.VOICE.from', { senders: { VOICE: { from: 'Acme' } } }],
    ['timeout', { timeout: 0 }],
    ['baseUrl', { baseUrl: 'http://api.example.com' }],
  ] as const;
  test.each(wrong)('throws a TypeError for an invalid %s', (name, change) => {
    expect(() => delivery(change)).toThrow(TypeError);
    expect(() => delivery(change)).toThrow(new RegExp(`^${name}\\b`));
  });

  test('report all invalid options at once, without their values', () => {
    const errors = twilioOptionErrors({
      accountSid: 'hunter2',
      credentials: { authToken: 'hunter 2' },
      senders: { SMS: { from: 'hunter2-hunter2' }, VOICE: { from: 'hunter2' } },
      timeout: 0,
      baseUrl: 'http://hunter2',
    });
    expect(errors.map(({ option }) => option)).toEqual([
      'accountSid',
      'credentials.authToken',
      'senders.SMS.from',
      'senders.VOICE.from',
      'timeout',
      'baseUrl',
    ]);
    expect(JSON.stringify(errors)).not.toContain('hunter');
    const change = { accountSid: 'AC1', timeout: 0 };
    expect(() => delivery(change)).toThrow(/^accountSid must .*; timeout must /);
  });
});
