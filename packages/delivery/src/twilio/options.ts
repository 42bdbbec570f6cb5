import type { Clock, OtpMessage } from '@sca-kit/engine';
import type { RequestClient } from 'twilio';
import type { DeliveryTimer } from '../deadline.ts';

/** Who a text message comes from. */
export type TwilioSmsSender =
  /** E.164, a short code, or an alphanumeric sender id. */
  | { readonly from: string }
  /** `MG…`: Twilio chooses the number. */
  | { readonly messagingServiceSid: string };

export interface TwilioWhatsAppSender {
  /** E.164, without `whatsapp:`. */
  readonly from: string;
  /** `HX…`: an approved template. Without one WhatsApp carries the text only to people who wrote to you lately. */
  readonly contentSid?: string;
  /** The variables of the template; `{ 1: code }` unless told, as its authentication templates have it. */
  readonly contentVariables?: (message: OtpMessage) => Readonly<Record<string, string>>;
}

export interface TwilioVoiceSender {
  /** E.164. */
  readonly from: string;
  /** BCP 47 tag of the voice; `en-US` unless told. Give a `speech` in that language with it. */
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
  /** The text of SMS and WhatsApp; `otpText` unless told. At most 1600 characters. */
  readonly text?: (message: OtpMessage) => string;
  /** What a call says, twice; `otpSpeech` unless told. */
  readonly speech?: (message: OtpMessage) => string;
  /** Asks Twilio to keep neither text nor number. The account must be allowed to. */
  readonly redact?: boolean;
  /** Milliseconds until a send is given up; 10000 unless told. */
  readonly timeout?: number;
  /** Ends sends on their way, for example at shutdown. */
  readonly signal?: AbortSignal;
  readonly timer?: DeliveryTimer;
  /** In place of `https://api.twilio.com`. */
  readonly baseUrl?: string;
  /** In place of our own, which sends to `baseUrl` and closes the connection at the deadline. */
  readonly httpClient?: RequestClient;
}

const E164 = /^\+[1-9]\d{6,14}$/;
/** A number, a short code, or a name of letters, digits and spaces with at least one letter. */
const SMS_FROM = /^(?:\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;
const sid = (prefix: string): RegExp => new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);

/** @throws TypeError naming the option at fault, never its value */
export function assertTwilioOptions({ accountSid, credentials, senders }: TwilioDeliveryOptions): void {
  assertFits('accountSid', accountSid, sid('AC'), 'AC and 32 hex digits');
  if ('authToken' in credentials) {
    assertFits('credentials.authToken', credentials.authToken, /^\S+$/, 'text without spaces');
  } else {
    assertFits('credentials.apiKeySid', credentials.apiKeySid, sid('SK'), 'SK and 32 hex digits');
    assertFits('credentials.apiKeySecret', credentials.apiKeySecret, /^\S+$/, 'text without spaces');
  }
  const { SMS, WHATSAPP, VOICE } = senders;
  if (!SMS && !WHATSAPP && !VOICE) throw new TypeError('senders must name at least one of SMS, WHATSAPP and VOICE');
  if (SMS && 'from' in SMS) {
    assertFits('senders.SMS.from', SMS.from, SMS_FROM, 'a number such as +14155550100, a short code, or a name');
  } else if (SMS) {
    assertFits('senders.SMS.messagingServiceSid', SMS.messagingServiceSid, sid('MG'), 'MG and 32 hex digits');
  }
  if (WHATSAPP) {
    assertFits('senders.WHATSAPP.from', WHATSAPP.from, E164, 'a number such as +14155550100');
    const { contentSid } = WHATSAPP;
    if (contentSid !== undefined) {
      assertFits('senders.WHATSAPP.contentSid', contentSid, sid('HX'), 'HX and 32 hex digits');
    }
  }
  if (VOICE) assertFits('senders.VOICE.from', VOICE.from, E164, 'a number such as +14155550100');
}

function assertFits(name: string, value: string, pattern: RegExp, expected: string): void {
  if (typeof value !== 'string' || !pattern.test(value)) throw new TypeError(`${name} must be ${expected}`);
}
