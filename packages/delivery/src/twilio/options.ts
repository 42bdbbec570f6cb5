import type { Clock, OtpMessage } from '@sca-kit/engine';
import type { RequestClient } from 'twilio';
import { type DeliveryTimer, millisecondsErrors } from '../deadline.ts';
import { endpointErrors } from '../endpoint.ts';
import { errorUnless, type OptionError } from '../option-error.ts';

/** Sender of text messages. */
export type TwilioSmsSender =
  /** E.164, a short code, or an alphanumeric sender id. */
  | { readonly from: string }
  /** `MG…`: Twilio chooses the number. */
  | { readonly messagingServiceSid: string };

export interface TwilioWhatsAppSender {
  /** E.164, without `whatsapp:`. */
  readonly from: string;
  /** `HX…`: an approved template. Without one WhatsApp delivers the text only to people who wrote to you within the last 24 hours. */
  readonly contentSid?: string;
  /** The variables of the template; `{ 1: code }` by default, as in Twilio's authentication templates. */
  readonly contentVariables?: (message: OtpMessage) => Readonly<Record<string, string>>;
}

export interface TwilioVoiceSender {
  /** E.164. */
  readonly from: string;
  /** BCP 47 tag of the voice; `en-US` by default. Set `speech` to a text in that language. */
  readonly language?: string;
}

export interface TwilioDeliveryOptions {
  /** `AC…`. */
  readonly accountSid: string;
  /** The account's token, or an API key. */
  readonly credentials: { readonly authToken: string } | { readonly apiKeySid: string; readonly apiKeySecret: string };
  /** A channel without a sender fails as `unsupported`. */
  readonly senders: {
    readonly SMS?: TwilioSmsSender;
    readonly WHATSAPP?: TwilioWhatsAppSender;
    readonly VOICE?: TwilioVoiceSender;
  };
  readonly clock: Clock;
  /** Put in front of the text. */
  readonly brand?: string;
  /** The text of SMS and WhatsApp; `otpText` by default. At most 1600 characters. */
  readonly text?: (message: OtpMessage) => string;
  /** The text of a call, said twice; `otpSpeech` by default. */
  readonly speech?: (message: OtpMessage) => string;
  /** Asks Twilio to keep neither text nor number. The account must be allowed to. */
  readonly redact?: boolean;
  /** Milliseconds after which a send is aborted; 10000 by default. */
  readonly timeout?: number;
  /** Aborts pending sends, for example at shutdown. */
  readonly signal?: AbortSignal;
  readonly timer?: DeliveryTimer;
  /** Replaces `https://api.twilio.com`. */
  readonly baseUrl?: string;
  /** Replaces the default client, which sends to `baseUrl` and closes the connection at the deadline. */
  readonly httpClient?: RequestClient;
}

const E164 = /^\+[1-9]\d{6,14}$/;
/** A number, a short code, or a name of letters, digits and spaces with at least one letter. */
const SMS_FROM = /^(?:\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;
const sid = (prefix: string): RegExp => new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);

/**
 * Returns every error that `createTwilioDelivery` would throw for, without values.
 * @example
 * for (const { option, rule } of twilioOptionErrors(options)) console.error(`${option} ${rule}`);
 */
export function twilioOptionErrors(options: Omit<TwilioDeliveryOptions, 'clock'>): readonly OptionError[] {
  const { accountSid, credentials, senders, timeout, baseUrl } = options;
  return [
    ...unless(sid('AC'), 'accountSid', accountSid, 'AC and 32 hex digits'),
    ...credentialErrors(credentials),
    ...senderErrors(senders),
    ...(timeout === undefined ? [] : millisecondsErrors('timeout', timeout)),
    ...(baseUrl === undefined ? [] : endpointErrors('baseUrl', baseUrl)),
  ];
}

function credentialErrors(credentials: TwilioDeliveryOptions['credentials']): readonly OptionError[] {
  const text = 'text without spaces';
  if ('authToken' in credentials) return unless(/^\S+$/, 'credentials.authToken', credentials.authToken, text);
  return [
    ...unless(sid('SK'), 'credentials.apiKeySid', credentials.apiKeySid, 'SK and 32 hex digits'),
    ...unless(/^\S+$/, 'credentials.apiKeySecret', credentials.apiKeySecret, text),
  ];
}

function senderErrors({ SMS, WHATSAPP, VOICE }: TwilioDeliveryOptions['senders']): readonly OptionError[] {
  if (!SMS && !WHATSAPP && !VOICE) {
    return [{ option: 'senders', rule: 'must name at least one of SMS, WHATSAPP and VOICE' }];
  }
  const number = 'a number such as +14155550100';
  return [
    ...(SMS ? smsErrors(SMS) : []),
    ...(WHATSAPP ? unless(E164, 'senders.WHATSAPP.from', WHATSAPP.from, number) : []),
    ...(WHATSAPP?.contentSid === undefined
      ? []
      : unless(sid('HX'), 'senders.WHATSAPP.contentSid', WHATSAPP.contentSid, 'HX and 32 hex digits')),
    ...(VOICE ? unless(E164, 'senders.VOICE.from', VOICE.from, number) : []),
  ];
}

function smsErrors(sender: TwilioSmsSender): readonly OptionError[] {
  if ('from' in sender) {
    return unless(
      SMS_FROM,
      'senders.SMS.from',
      sender.from,
      'a number such as +14155550100, a short code, or a name of at most 11 letters, digits and spaces',
    );
  }
  return unless(sid('MG'), 'senders.SMS.messagingServiceSid', sender.messagingServiceSid, 'MG and 32 hex digits');
}

function unless(pattern: RegExp, option: string, value: string, expected: string): readonly OptionError[] {
  return errorUnless(typeof value === 'string' && pattern.test(value), option, `must be ${expected}`);
}
