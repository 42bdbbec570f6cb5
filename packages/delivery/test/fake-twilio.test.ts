import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, type FakeTwilio, hasTwilioSpec, startFakeTwilio, TOKEN } from './fake-twilio.ts';
import { NUMBER } from './messages.ts';

const MESSAGES = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;
const CALLS = `/2010-04-01/Accounts/${ACCOUNT}/Calls.json`;
const SERVICE = `MG${'0d'.repeat(16)}`;

describe.each(hasTwilioSpec ? [true, false] : [false])(
  'the fake Twilio (validates by the OpenAPI document: %s)',
  (bySpec) => {
    let fake: FakeTwilio;
    beforeAll(async () => {
      fake = await startFakeTwilio(bySpec);
    });
    afterAll(() => fake.close());

    const good = { To: NUMBER, From: '+14155550100', Body: 'text' };
    const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
    const table: readonly (readonly [string, string, Readonly<Record<string, string>>, number])[] = [
      ['accepts a valid message', MESSAGES, good, 201],
      ['accepts a valid call', CALLS, { ...without('Body'), Twiml: '<?xml version="1.0"?><Response></Response>' }, 201],
      ['rejects a message without recipient', MESSAGES, without('To'), 400],
      ['rejects a message without sender', MESSAGES, without('From'), 400],
      ['rejects a message without content', MESSAGES, without('Body'), 400],
      ['rejects an invalid messaging service', MESSAGES, { ...without('From'), MessagingServiceSid: 'MG1' }, 400],
      ['rejects an invalid template', MESSAGES, { ...without('Body'), ContentSid: SERVICE }, 400],
      ['rejects a validity that is not a number', MESSAGES, { ...good, ValidityPeriod: 'long' }, 400],
      ['rejects a validity out of range', MESSAGES, { ...good, ValidityPeriod: '36001' }, 400],
      ['rejects an unknown retention', MESSAGES, { ...good, ContentRetention: 'forget' }, 400],
      ['rejects an unknown field', MESSAGES, { ...good, Bodie: 'text' }, 400],
      [
        'rejects a call without sender',
        CALLS,
        { To: NUMBER, Twiml: '<?xml version="1.0"?><Response></Response>' },
        400,
      ],
      ['rejects a timeout that is not a number', CALLS, { ...without('Body'), Twiml: '<?xml?>', Timeout: 'long' }, 400],
      ['rejects an invalid account', MESSAGES.replace(ACCOUNT, 'AC1'), good, 400],
      ['responds with 404 on another path', '/2010-04-01/Accounts', good, 404],
    ];
    test.each(table)('%s', async (_name, path, form, status) => {
      const headers = { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}` };
      const response = await fetch(fake.url + path, { method: 'POST', headers, body: new URLSearchParams(form) });
      expect(response.status).toBe(status);
    });
  },
);
