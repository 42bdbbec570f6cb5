import type { Delivery, OtpMessage } from '@sca-kit/engine';
import { realTimer, withinDeadline } from '../deadline.ts';
import { DeliveryError, type DeliveryFailure, unreachable } from '../delivery-error.ts';
import { otpSpeech, otpText } from '../message-text.ts';
import { assertNoErrors } from '../option-error.ts';
import type { TwilioClient } from './client.ts';
import { type TwilioDeliveryOptions, twilioOptionErrors } from './options.ts';

const provider = 'twilio';
/** Limits of Twilio, in characters and seconds. */
const MAX_TEXT = 1600;
const MAX_TWIML = 4000;
const MAX_VALIDITY = 36_000;
/** Seconds that a phone rings. */
const RING_TIMEOUT = 30;
const FAILED_STATUSES = new Set<string>(['failed', 'undelivered', 'canceled', 'busy', 'no-answer']);

/**
 * Sends codes through Twilio: SMS, WhatsApp, voice. Each send is tried once, because Twilio cannot tell a retry from a
 * second message, and the person can request another code at once. Pushes are `unsupported`.
 * @throws TypeError when an option is invalid; the sends throw DeliveryError
 * @example
 * const delivery = createTwilioDelivery({
 *   accountSid: 'AC…',
 *   credentials: { authToken },
 *   senders: { SMS: { from: '+14155550100' } },
 *   clock,
 * });
 */
export function createTwilioDelivery(options: TwilioDeliveryOptions): Delivery {
  assertNoErrors(twilioOptionErrors(options));
  const { timeout = 10_000, timer = realTimer, signal, baseUrl } = options;
  const base = baseUrl === undefined ? undefined : new URL(baseUrl);
  const loading = import('./client.ts').then(({ openTwilioClient }) => openTwilioClient(options, timeout, base));
  // A client that does not load fails the first send instead of the process.
  loading.catch(() => {});

  return {
    async sendOtp(message) {
      await withinDeadline({ provider, milliseconds: timeout, timer, signal }, async (deadline) => {
        try {
          const client = await loading;
          deadline.throwIfAborted();
          const { status } = await client.runWithSignal(deadline, () => send(client, options, message));
          if (FAILED_STATUSES.has(status)) throw new DeliveryError({ provider, failure: 'rejected', attempts: 1 });
        } catch (error) {
          throw error instanceof DeliveryError ? error : toDeliveryError(error);
        }
      });
    },
    async sendPush() {
      throw new DeliveryError({ provider, failure: 'unsupported' });
    },
  };
}

function send(
  { api, say }: TwilioClient,
  options: TwilioDeliveryOptions,
  message: OtpMessage,
): Promise<{ readonly status: string }> {
  const { senders, clock, brand, redact = false } = options;
  const { channel, recipient } = message;
  const secondsLeft = Math.floor((message.expiresAt - clock.now()) / 1000);
  if (secondsLeft < 1) throw deliveryError('expired');
  const privacy = redact ? ({ contentRetention: 'discard', addressRetention: 'obfuscate' } as const) : {};
  const text = (): string => assertLength(MAX_TEXT, options.text?.(message) ?? otpText(message, brand));

  if (channel === 'SMS' && senders.SMS) {
    // Twilio drops the message when the code has expired.
    const validityPeriod = Math.min(secondsLeft, MAX_VALIDITY);
    return api.messages.create({ to: recipient, ...senders.SMS, body: text(), validityPeriod, ...privacy });
  }
  if (channel === 'WHATSAPP' && senders.WHATSAPP) {
    const { from, contentSid, contentVariables } = senders.WHATSAPP;
    const variables = (): string => JSON.stringify(contentVariables?.(message) ?? { 1: message.code });
    const content = contentSid === undefined ? { body: text() } : { contentSid, contentVariables: variables() };
    return api.messages.create({ to: `whatsapp:${recipient}`, from: `whatsapp:${from}`, ...content, ...privacy });
  }
  if (channel === 'VOICE' && senders.VOICE) {
    const { from, language = 'en-US' } = senders.VOICE;
    const twiml = assertLength(MAX_TWIML, say(options.speech?.(message) ?? otpSpeech(message, brand), language));
    return api.calls.create({ to: recipient, from, twiml, timeout: RING_TIMEOUT });
  }
  throw deliveryError('unsupported');
}

const deliveryError = (failure: DeliveryFailure): DeliveryError => new DeliveryError({ provider, failure });

function assertLength(max: number, text: string): string {
  if (text.length > max) throw deliveryError('unsupported');
  return text;
}

/** Converts an error without its message, which repeats the number. */
function toDeliveryError(error: unknown): DeliveryError {
  const { status, code } = error as { readonly status?: unknown; readonly code?: unknown };
  if (typeof status !== 'number') return unreachable({ provider, attempts: 1 }, error);
  const providerCode = typeof code === 'number' ? { providerCode: code } : {};
  return new DeliveryError({ provider, failure: 'rejected', status, attempts: 1, ...providerCode });
}
