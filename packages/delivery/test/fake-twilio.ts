import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { type Listening, listen } from './listen.ts';
import type { Rejection, TwilioRequest, Validate } from './twilio-request.ts';
import { validateTwilioRequest } from './validate-twilio-request.ts';
import { createPrismValidator } from './validate-with-prism.ts';

export interface FakeTwilio extends Listening {
  /** Source of the rules that it validates requests by. */
  readonly validatesBy: string;
  readonly requests: TwilioRequest[];
  /** Replaces the responses of the fake while it is set. */
  respond: ((signal: AbortSignal) => Response | Promise<Response>) | undefined;
}

/** A copy of Twilio's published OpenAPI document beside this repository. It is not part of the repository. */
const TWILIO_SPEC = fileURLToPath(
  new URL('../../../../shared/twilio/messages-and-calls.openapi.json', import.meta.url),
);

export const ACCOUNT: string = `AC${'0a'.repeat(16)}`;
export const TOKEN = 'twilio-auth-token-of-the-tests';
export const API_KEY: string = `SK${'0b'.repeat(16)}`;
export const API_SECRET = 'twilio-api-secret-of-the-tests';

const basic = (user: string, password: string): string => `Basic ${btoa(`${user}:${password}`)}`;
const KNOWN = new Set([basic(ACCOUNT, TOKEN), basic(API_KEY, API_SECRET)]);

/** Whether there is a copy of Twilio's OpenAPI document. */
export const hasTwilioSpec: boolean = existsSync(TWILIO_SPEC);

/** Starts a fake of Twilio's API. It validates requests by Twilio's OpenAPI document if there is a copy, else by built-in rules. */
export async function startFakeTwilio(bySpec: boolean = hasTwilioSpec): Promise<FakeTwilio> {
  const validate: Validate = bySpec ? await createPrismValidator(TWILIO_SPEC) : validateTwilioRequest;
  const requests: TwilioRequest[] = [];
  const app = new Hono();
  const state: { respond: FakeTwilio['respond'] } = { respond: undefined };

  app.post('*', async (context) => {
    const body = await context.req.text();
    const request: TwilioRequest = {
      path: context.req.path,
      authorization: context.req.header('authorization'),
      body,
      form: Object.fromEntries(new URLSearchParams(body)),
    };
    requests.push(request);
    if (state.respond) return state.respond(context.req.raw.signal);
    const rejection = authenticate(request) ?? (await validate(request)) ?? validateContent(request);
    if (rejection)
      return context.json({ ...rejection, more_info: 'https://www.twilio.com/docs/errors' }, rejection.status);
    return context.json({ sid: `SM${'0c'.repeat(16)}`, status: 'queued', to: request.form.To }, 201);
  });

  const listening = await listen(getRequestListener(app.fetch));
  return Object.assign(state, {
    ...listening,
    requests,
    validatesBy: bySpec ? "Twilio's OpenAPI document, with Prism" : 'built-in rules, without its OpenAPI document',
  });
}

function authenticate({ authorization }: TwilioRequest): Rejection {
  if (KNOWN.has(authorization ?? '')) return undefined;
  return { status: 401, code: 20003, message: 'Authenticate' };
}

const RECIPIENT = /^(?:whatsapp:)?\+[1-9]\d{6,14}$/;

/** Checks rules that Twilio documents in prose only. The messages repeat the value, as Twilio's messages do. */
function validateContent({ path, form }: TwilioRequest): Rejection {
  const reject = (code: number, message: string): Rejection => ({ status: 400, code, message });
  const { To = '', Body, ContentSid, ContentVariables, ValidityPeriod, Twiml } = form;
  if (!RECIPIENT.test(To)) return reject(21211, `The 'To' number ${To} is not a valid phone number.`);
  if (path.endsWith('/Calls.json')) {
    if (Twiml === undefined) return reject(21205, 'A call needs instructions.');
    if (Twiml.length > 4000) return reject(21201, `Too long: ${Twiml}`);
    return /^<\?xml.*<Response>.*<\/Response>$/s.test(Twiml) ? undefined : reject(12100, `Not TwiML: ${Twiml}`);
  }
  if (form.From === undefined && form.MessagingServiceSid === undefined) return reject(21603, 'No sender.');
  if (Body === undefined && ContentSid === undefined) return reject(21602, 'No content.');
  if (Body !== undefined && (Body === '' || Body.length > 1600)) return reject(21617, `Too long or empty: ${Body}`);
  if (ContentVariables !== undefined && (ContentSid === undefined || !isTextMap(ContentVariables))) {
    return reject(21656, `Not variables of a template: ${ContentVariables}`);
  }
  const seconds = Number(ValidityPeriod ?? 36_000);
  return seconds >= 1 && seconds <= 36_000 ? undefined : reject(21624, 'The validity is out of range.');
}

function isTextMap(text: string): boolean {
  const value: unknown = JSON.parse(text);
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((member) => typeof member === 'string')
  );
}
