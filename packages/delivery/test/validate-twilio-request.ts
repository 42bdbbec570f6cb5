import type { Refusal, Validate } from './fake-twilio.ts';

const anything = /^/;
const sid = (prefix: string): RegExp => new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);

/** The fields that we send, and what each may hold. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  Messages: {
    To: anything,
    From: anything,
    MessagingServiceSid: sid('MG'),
    Body: anything,
    ContentSid: sid('HX'),
    ContentVariables: anything,
    ValidityPeriod: /^\d+$/,
    ContentRetention: /^(?:retain|discard)$/,
    AddressRetention: /^(?:retain|obfuscate)$/,
  },
  Calls: { To: anything, From: anything, Twiml: anything, Timeout: /^\d+$/ },
};
const REQUIRED: Readonly<Record<string, readonly string[]>> = { Messages: ['To'], Calls: ['To', 'From'] };

/** Knows of Twilio's two operations what these tests need. */
export const validateTwilioRequest: Validate = async ({ path, form }) => {
  const [, account, resource] = /^\/2010-04-01\/Accounts\/([^/]+)\/(Messages|Calls)\.json$/.exec(path) ?? [];
  const fields = FIELDS[resource ?? ''];
  if (!fields) return refuse(404, 'There is nothing here');
  if (!sid('AC').test(account ?? '')) return refuse(400, 'That is no account');
  const missing = REQUIRED[resource ?? '']?.find((name) => form[name] === undefined);
  if (missing) return refuse(400, `${missing} is required`);
  const wrong = Object.entries(form).find(([name, value]) => !fields[name]?.test(value));
  return wrong ? refuse(400, `${wrong[0]} is wrong`) : undefined;
};

const refuse = (status: 400 | 404, message: string): Refusal => ({ status, code: 20001, message });
