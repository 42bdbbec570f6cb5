import { inspect } from 'node:util';
import twilioClient from 'twilio';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FakeTime, fakeTime } from '../../test/fake-time.ts';
import {
  ACCOUNT,
  API_KEY,
  API_SECRET,
  published,
  startTwilioStandIn,
  TOKEN,
  type TwilioStandIn,
} from '../../test/fake-twilio.ts';
import { CODE, failureOf, NUMBER, otp, push } from '../../test/messages.ts';
import { createTwilioDelivery, type TwilioDeliveryOptions, twilioOptionErrors } from '../index.ts';

const MESSAGES = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;
const CALLS = `/2010-04-01/Accounts/${ACCOUNT}/Calls.json`;
const SERVICE = `MG${'0d'.repeat(16)}`;
const TEMPLATE = `HX${'0e'.repeat(16)}`;

let twilio: TwilioStandIn;
let time: FakeTime;

beforeAll(async () => {
  twilio = await startTwilioStandIn();
  // The reader has to know which of the two judged.
  const absent = published ? '' : ' Its published description is not beside this repository.';
  process.stdout.write(`Twilio is replaced by a stand-in that goes by ${twilio.goesBy}.${absent}\n`);
});
afterEach(() => {
  twilio.answer = undefined;
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

describe('what Twilio gets', () => {
  test('an SMS that names the action and is dropped when the code is over', async () => {
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

  test('an SMS by a messaging service, with a text of the operator and nothing kept', async () => {
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

  test('a WhatsApp message', async () => {
    await delivery().sendOtp(otp({ channel: 'WHATSAPP', action: null, purpose: 'enrolment' }));
    expect(twilio.requests[0]?.form).toEqual({
      To: `whatsapp:${NUMBER}`,
      From: 'whatsapp:+14155550101',
      Body: `${CODE} is your code to set up this phone number. Do not share it with anyone.`,
    });
  });

  test('a WhatsApp message from an approved template', async () => {
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

  test('a call that says the code twice, digit by digit, and that an action cannot break out of', async () => {
    await delivery().sendOtp(otp({ channel: 'VOICE', action: 'PAY <Hangup/> & "Co"' }));
    const { path, form } = twilio.requests[0] ?? {};
    expect(path).toBe(CALLS);
    expect(form).toMatchObject({ To: NUMBER, From: '+14155550102', Timeout: '30' });
    expect(form?.Twiml).toContain('<Say language="en-US" loop="2">Your code to confirm: PAY &lt;Hangup/&gt; &amp;');
    expect(form?.Twiml).toContain('9, 0, 8, 1, 7, 2');
    expect(form?.Twiml).not.toContain('<Hangup');
  });

  test('an API key in place of the account token', async () => {
    await delivery({ credentials: { apiKeySid: API_KEY, apiKeySecret: API_SECRET } }).sendOtp(otp());
    expect(twilio.requests[0]?.authorization).toBe(`Basic ${btoa(`${API_KEY}:${API_SECRET}`)}`);
    expect(twilio.requests[0]?.path).toBe(MESSAGES);
  });
});

describe('a message that is not accepted', () => {
  const table = [
    ['a number that Twilio does not take', otp({ recipient: '+0' }), { status: 400, providerCode: 21211 }],
    ['a call to such a number', otp({ recipient: '12', channel: 'VOICE' }), { status: 400, providerCode: 21211 }],
  ] as const;
  test.each(table)('%s fails as refused', async (_name, message, facts) => {
    expect(await failureOf(delivery().sendOtp(message))).toMatchObject({ failure: 'refused', attempts: 1, ...facts });
    expect(twilio.requests).toHaveLength(1);
  });

  test('credentials that Twilio does not know fail as refused', async () => {
    const error = await failureOf(delivery({ credentials: { authToken: 'another' } }).sendOtp(otp()));
    expect(error).toMatchObject({ failure: 'refused', status: 401, providerCode: 20003, sent: 'no' });
  });

  test.each([
    ['an outage', () => Response.json({ code: 20500, message: NUMBER }, { status: 500 }), 500],
    ['a page of a proxy', () => new Response(`<html>${NUMBER}`, { status: 502 }), 502],
    ['a redirect, which a code does not follow', () => Response.redirect(`${twilio.url}/elsewhere`, 307), 307],
    ['too many requests, which are not repeated', () => Response.json({ code: 20429 }, { status: 429 }), 429],
  ])('%s fails as refused', async (_name, answer, status) => {
    twilio.answer = answer;
    expect(await failureOf(delivery().sendOtp(otp()))).toMatchObject({ failure: 'refused', status });
    expect(twilio.requests).toHaveLength(1);
  });

  test('one that Twilio takes and fails at once fails as refused', async () => {
    twilio.answer = () => Response.json({ status: 'failed' }, { status: 201 });
    expect(await failureOf(delivery().sendOtp(otp()))).toMatchObject({ failure: 'refused' });
  });

  test('nobody listening fails as unreachable', async () => {
    const gone = await startTwilioStandIn();
    await gone.close();
    const error = await failureOf(delivery({ baseUrl: gone.url }).sendOtp(otp()));
    expect(error).toMatchObject({ failure: 'unreachable', sent: 'no' });
  });

  test('one that hangs is let go at the timeout, and its connection is closed', async () => {
    const arrived = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    twilio.answer = (signal) => {
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

  test('one on its way ends with the process', async () => {
    const arrived = Promise.withResolvers<void>();
    twilio.answer = () => {
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
    ['a code whose time is over', 'expired', {}, otp({ expiresAt: Date.UTC(2026, 10, 1) })],
    ['a channel without a sender', 'unsupported', { senders: { SMS: { from: 'Acme' } } }, otp({ channel: 'VOICE' })],
    ['a text longer than Twilio takes', 'unsupported', { text: () => 'x'.repeat(1601) }, otp()],
    ['a speech longer than Twilio takes', 'unsupported', { speech: () => 'x'.repeat(4000) }, otp({ channel: 'VOICE' })],
  ] as const;
  test.each(unsent)('%s is not sent and fails as %s', async (_name, failure, change, message) => {
    expect(await failureOf(delivery(change).sendOtp(message))).toMatchObject({ failure });
    expect(twilio.requests).toEqual([]);
  });

  test('a push fails as unsupported', async () => {
    expect(await failureOf(delivery().sendPush(push()))).toMatchObject({ failure: 'unsupported' });
  });
});

describe('what nobody else sees', () => {
  test('an error holds neither code, number nor credentials, at any depth', async () => {
    for (const answer of [undefined, () => new Response(`${NUMBER} ${CODE}`, { status: 500 })]) {
      twilio.answer = answer;
      const error = await failureOf(delivery().sendOtp(otp({ recipient: `${NUMBER}000000000` })));
      const told = inspect(error, { depth: 20, showHidden: true });
      for (const secret of [CODE, NUMBER.slice(1), TOKEN, btoa(`${ACCOUNT}:${TOKEN}`)])
        expect(told).not.toContain(secret);
    }
  });

  test('the environment does not choose where codes go', async () => {
    vi.stubEnv('TWILIO_EDGE', 'sydney');
    vi.stubEnv('TWILIO_REGION', 'au1');
    const httpClient = new twilioClient.RequestClient();
    const request = vi.spyOn(httpClient, 'request').mockResolvedValue({ statusCode: 201, body: '{}' } as never);
    const { baseUrl: _, ...rest } = options({ httpClient });
    await createTwilioDelivery(rest).sendOtp(otp());
    expect(request.mock.calls.map(([{ uri }]) => uri)).toEqual([`https://api.twilio.com${MESSAGES}`]);
  });

  test('the official client logs nothing, whatever its environment asks for', async () => {
    vi.stubEnv('TWILIO_LOG_LEVEL', 'debug');
    const lines = (['log', 'info', 'debug', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    await delivery().sendOtp(otp());
    for (const line of lines) expect(line).not.toHaveBeenCalled();
    expect(twilio.requests).toHaveLength(1);
  });
});

describe('options', () => {
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
  test.each(wrong)('a wrong %s fails at construction', (name, change) => {
    expect(() => delivery(change)).toThrow(TypeError);
    expect(() => delivery(change)).toThrow(new RegExp(`^${name}\\b`));
  });

  test('that are wrong are told all at once, without a value of theirs', () => {
    const faults = twilioOptionErrors({
      accountSid: 'hunter2',
      credentials: { authToken: 'hunter 2' },
      senders: { SMS: { from: 'hunter2-hunter2' }, VOICE: { from: 'hunter2' } },
      timeout: 0,
      baseUrl: 'http://hunter2',
    });
    expect(faults.map(({ option }) => option)).toEqual([
      'accountSid',
      'credentials.authToken',
      'senders.SMS.from',
      'senders.VOICE.from',
      'timeout',
      'baseUrl',
    ]);
    expect(JSON.stringify(faults)).not.toContain('hunter');
    const change = { accountSid: 'AC1', timeout: 0 };
    expect(() => delivery(change)).toThrow(/^accountSid must .*; timeout must /);
  });
});

describe.each(published ? [true, false] : [false])('the stand-in (by the published description: %s)', (described) => {
  let standIn: TwilioStandIn;
  beforeAll(async () => {
    standIn = await startTwilioStandIn(described);
  });
  afterAll(() => standIn.close());

  const good = { To: NUMBER, From: '+14155550100', Body: 'text' };
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const table: readonly (readonly [string, string, Readonly<Record<string, string>>, number])[] = [
    ['takes a good message', MESSAGES, good, 201],
    ['takes a good call', CALLS, { ...without('Body'), Twiml: '<?xml version="1.0"?><Response></Response>' }, 201],
    ['refuses a message to nobody', MESSAGES, without('To'), 400],
    ['refuses a message from nobody', MESSAGES, without('From'), 400],
    ['refuses a message without content', MESSAGES, without('Body'), 400],
    ['refuses a service that is none', MESSAGES, { ...without('From'), MessagingServiceSid: 'MG1' }, 400],
    ['refuses a template that is none', MESSAGES, { ...without('Body'), ContentSid: SERVICE }, 400],
    ['refuses a validity in words', MESSAGES, { ...good, ValidityPeriod: 'long' }, 400],
    ['refuses a validity out of range', MESSAGES, { ...good, ValidityPeriod: '36001' }, 400],
    ['refuses a retention that it does not know', MESSAGES, { ...good, ContentRetention: 'forget' }, 400],
    ['refuses a field that it does not know', MESSAGES, { ...good, Bodie: 'text' }, 400],
    ['refuses a call from nobody', CALLS, { To: NUMBER, Twiml: '<?xml version="1.0"?><Response></Response>' }, 400],
    ['refuses a ring that is no number', CALLS, { ...without('Body'), Twiml: '<?xml?>', Timeout: 'long' }, 400],
    ['refuses an account that is none', MESSAGES.replace(ACCOUNT, 'AC1'), good, 400],
    ['has nothing elsewhere', '/2010-04-01/Accounts', good, 404],
  ];
  test.each(table)('%s', async (_name, path, form, status) => {
    const headers = { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}` };
    const response = await fetch(standIn.url + path, { method: 'POST', headers, body: new URLSearchParams(form) });
    expect(response.status).toBe(status);
  });
});
