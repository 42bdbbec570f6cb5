import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { type Listening, listen } from './listen.ts';
import { validateTwilioRequest } from './validate-twilio-request.ts';
import { createPrismValidator } from './validate-with-prism.ts';

/** A request as the stand-in got it. */
interface TwilioRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
  readonly form: Readonly<Record<string, string>>;
}

/** Undefined when it is fine; else the status and number that Twilio refuses with. */
export type Refusal = { readonly status: 400 | 401 | 404; readonly code: number; readonly message: string } | undefined;
export type Validate = (request: TwilioRequest) => Promise<Refusal>;

export interface TwilioStandIn extends Listening {
  /** Whose description it goes by. */
  readonly goesBy: string;
  readonly requests: TwilioRequest[];
  /** Answers the next requests in place of the stand-in itself, until it is unset. */
  answer: ((signal: AbortSignal) => Response | Promise<Response>) | undefined;
}

/** Twilio's published description, when it lies beside this repository; it is no part of it. */
const PUBLISHED = fileURLToPath(new URL('../../../../shared/twilio/messages-and-calls.openapi.json', import.meta.url));

export const ACCOUNT: string = `AC${'0a'.repeat(16)}`;
export const TOKEN = 'twilio-auth-token-of-the-tests';
export const API_KEY: string = `SK${'0b'.repeat(16)}`;
export const API_SECRET = 'twilio-api-secret-of-the-tests';

const basic = (user: string, password: string): string => `Basic ${btoa(`${user}:${password}`)}`;
const KNOWN = new Set([basic(ACCOUNT, TOKEN), basic(API_KEY, API_SECRET)]);

/** Whether Twilio's description is at hand. */
export const published: boolean = existsSync(PUBLISHED);

/**
 * Answers as Twilio would on this machine: by its published description where that is at hand, else by a few rules of
 * our own.
 */
export async function startTwilioStandIn(byDescription: boolean = published): Promise<TwilioStandIn> {
  const validate: Validate = byDescription ? await createPrismValidator(PUBLISHED) : validateTwilioRequest;
  const requests: TwilioRequest[] = [];
  const app = new Hono();
  const state: { answer: TwilioStandIn['answer'] } = { answer: undefined };

  app.post('*', async (context) => {
    const body = await context.req.text();
    const request: TwilioRequest = {
      path: context.req.path,
      authorization: context.req.header('authorization'),
      body,
      form: Object.fromEntries(new URLSearchParams(body)),
    };
    requests.push(request);
    if (state.answer) return state.answer(context.req.raw.signal);
    const refusal = authorise(request) ?? (await validate(request)) ?? judgeContent(request);
    if (refusal) return context.json({ ...refusal, more_info: 'https://www.twilio.com/docs/errors' }, refusal.status);
    return context.json({ sid: `SM${'0c'.repeat(16)}`, status: 'queued', to: request.form.To }, 201);
  });

  const listening = await listen(getRequestListener(app.fetch));
  return Object.assign(state, {
    ...listening,
    requests,
    goesBy: byDescription ? 'its published description, served by Prism' : 'rules of our own',
  });
}

function authorise({ authorization }: TwilioRequest): Refusal {
  if (KNOWN.has(authorization ?? '')) return undefined;
  return { status: 401, code: 20003, message: 'Authenticate' };
}

const RECIPIENT = /^(?:whatsapp:)?\+[1-9]\d{6,14}$/;

/** What Twilio's documentation says in words, and its schemas do not. The messages repeat the value, as Twilio's do. */
function judgeContent({ path, form }: TwilioRequest): Refusal {
  const refuse = (code: number, message: string): Refusal => ({ status: 400, code, message });
  const { To = '', Body, ContentSid, ContentVariables, ValidityPeriod, Twiml } = form;
  if (!RECIPIENT.test(To)) return refuse(21211, `The 'To' number ${To} is not a valid phone number.`);
  if (path.endsWith('/Calls.json')) {
    if (Twiml === undefined) return refuse(21205, 'A call needs instructions.');
    if (Twiml.length > 4000) return refuse(21201, `Too long: ${Twiml}`);
    return /^<\?xml.*<Response>.*<\/Response>$/s.test(Twiml) ? undefined : refuse(12100, `Not TwiML: ${Twiml}`);
  }
  if (form.From === undefined && form.MessagingServiceSid === undefined) return refuse(21603, 'No sender.');
  if (Body === undefined && ContentSid === undefined) return refuse(21602, 'No content.');
  if (Body !== undefined && (Body === '' || Body.length > 1600)) return refuse(21617, `Too long or empty: ${Body}`);
  if (ContentVariables !== undefined && (ContentSid === undefined || !isTextMap(ContentVariables))) {
    return refuse(21656, `Not variables of a template: ${ContentVariables}`);
  }
  const seconds = Number(ValidityPeriod ?? 36_000);
  return seconds >= 1 && seconds <= 36_000 ? undefined : refuse(21624, 'The validity is out of range.');
}

function isTextMap(text: string): boolean {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && Object.values(value).every((it) => typeof it === 'string');
}
