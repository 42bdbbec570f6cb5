import type { OtpMessage, PushMessage } from '@sca-kit/engine';
import { otpText } from '../message-text.ts';

/** The JSON body of a webhook request for a code. */
export interface WebhookOtp {
  readonly type: 'otp';
  /** UUID; the same on every attempt. Deliver an id once. */
  readonly id: string;
  readonly clientId: string;
  readonly userId: number;
  readonly channel: OtpMessage['channel'];
  /** E.164. */
  readonly recipient: string;
  readonly code: string;
  /** A text that is ready to send. */
  readonly text: string;
  readonly purpose: OtpMessage['purpose'];
  /** The action that the person confirms, for a text of your own. */
  readonly action: string | null;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** The JSON body of a webhook request for a push. */
export interface WebhookPush {
  readonly type: 'push';
  /** UUID; the same on every attempt. Deliver an id once. */
  readonly id: string;
  readonly clientId: string;
  readonly userId: number;
  readonly channel: PushMessage['channel'];
  /** Id of the challenge that the device approves or rejects. */
  readonly challengeId: string;
  readonly purpose: PushMessage['purpose'];
  /** RFC 3339. */
  readonly expiresAt: string;
}

export type WebhookMessage = WebhookOtp | WebhookPush;

/** Omits the one-time token: nobody but the person may have both the code and the token (RTS 9). */
export function webhookOtp(id: string, message: OtpMessage, text?: (message: OtpMessage) => string): WebhookOtp {
  const { clientId, userId, channel, recipient, code, purpose, action } = message;
  return {
    type: 'otp',
    id,
    clientId,
    userId,
    channel,
    recipient,
    code,
    text: text?.(message) ?? otpText(message),
    purpose,
    action,
    expiresAt: new Date(message.expiresAt).toISOString(),
  };
}

export function webhookPush(id: string, message: PushMessage): WebhookPush {
  const { clientId, userId, channel, challengeId, purpose } = message;
  const expiresAt = new Date(message.expiresAt).toISOString();
  return { type: 'push', id, clientId, userId, channel, challengeId, purpose, expiresAt };
}
