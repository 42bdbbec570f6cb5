import type { ChallengeType } from './records.ts';

/** A one-time password on its way to a person. */
export interface OtpMessage {
  readonly clientId: string;
  readonly userId: number;
  /** The factor that it is for. */
  readonly channel: ChallengeType;
  /** The address: E.164 for a phone. */
  readonly recipient: string;
  readonly code: string;
  /** What the code is for: the text of a one-time token, or the id of a factor challenge. */
  readonly reference: string;
  readonly purpose: 'one-time-token' | 'enrolment' | 'step-up';
  /** The action the person confirms, with what dynamic linking binds, for the text of the message (RTS 5(1)(a)). */
  readonly action: string | null;
  readonly expiresAt: number;
}

/** A push notification on its way to a person's device. */
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
 * What a rejection may say besides being one. `sent: 'no'`: it is certain that nothing went out, since the provider said so
 * or was never reached; the message then counts against no limit. Any other rejection may be that of a message that is on
 * its way all the same, such as a provider's that takes messages and answers too late.
 */
export interface DeliveryRejection {
  readonly sent?: 'no' | 'unknown';
}

/** Sends messages. Called outside any transaction; may be slow. */
export interface Delivery {
  /** @throws when the message was not accepted (see `DeliveryRejection`); the engine answers `delivery.unavailable` */
  sendOtp(message: OtpMessage): Promise<void>;
  /** @throws when the message was not accepted (see `DeliveryRejection`) */
  sendPush(message: PushMessage): Promise<void>;
}
