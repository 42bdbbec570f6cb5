import type { ChallengeType } from './records.ts';

/** A message with a one-time code. */
export interface OtpMessage {
  readonly clientId: string;
  readonly userId: number;
  /** The factor that the code is for. */
  readonly channel: ChallengeType;
  /** The address: E.164 for a phone. */
  readonly recipient: string;
  readonly code: string;
  /** The text of the one-time token, or the id of the factor challenge. */
  readonly reference: string;
  readonly purpose: 'one-time-token' | 'enrolment' | 'step-up';
  /** The action that the person confirms, with amount and payee, for the text of the message (RTS 5(1)(a)). */
  readonly action: string | null;
  readonly expiresAt: number;
}

/** A push notification for a person's device. */
export interface PushMessage {
  readonly clientId: string;
  readonly userId: number;
  readonly channel: 'AUTHY' | 'BIOMETRIC';
  /** The challenge that the device approves or rejects. */
  readonly challengeId: string;
  readonly purpose: 'enrolment' | 'step-up';
  readonly expiresAt: number;
}

/**
 * The error of a delivery that was not accepted. `sent: 'no'` means that the message was certainly not sent, because the provider
 * rejected it or was not reached: it then counts against no limit. Otherwise it may have been sent, for example when the response
 * of the provider timed out.
 */
export interface DeliveryRejection {
  readonly sent?: 'no' | 'unknown';
}

/** Sends messages. Called outside of transactions, so it may be slow. */
export interface Delivery {
  /** @throws DeliveryRejection when the message was not accepted. The engine then throws `delivery.unavailable` */
  sendOtp(message: OtpMessage): Promise<void>;
  /** @throws DeliveryRejection when the message was not accepted */
  sendPush(message: PushMessage): Promise<void>;
}
