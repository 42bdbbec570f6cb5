import type { Rejection, Validate } from './twilio-request.ts';

const anything = /^/;
const sid = (prefix: string): RegExp => new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);

/** The fields that the delivery sends, and their patterns. */
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

/** Validates the two operations of Twilio that the delivery calls. */
export const validateTwilioRequest: Validate = async ({ path, form }) => {
  const [, account, resource] = /^\/2010-04-01\/Accounts\/([^/]+)\/(Messages|Calls)\.json$/.exec(path) ?? [];
  const fields = FIELDS[resource ?? ''];
  if (!fields) return reject(404, 'No such resource.');
  if (!sid('AC').test(account ?? '')) return reject(400, 'The account is invalid.');
  const missing = REQUIRED[resource ?? '']?.find((name) => form[name] === undefined);
  if (missing) return reject(400, `${missing} is required.`);
  const wrong = Object.entries(form).find(([name, value]) => !fields[name]?.test(value));
  return wrong ? reject(400, `${wrong[0]} is unknown or invalid.`) : undefined;
};

const reject = (status: 400 | 404, message: string): Rejection => ({ status, code: 20001, message });
