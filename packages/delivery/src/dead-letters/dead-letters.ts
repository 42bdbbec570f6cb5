import type { OtpMessage, PushMessage } from '@sca-kit/engine';
import type { DeliveryFailure } from '../delivery-error.ts';

/**
 * A message that could not be sent. It says who it was for and what went wrong. It contains neither the code nor the
 * number, because a code expires within minutes and the caller was asked to request another one.
 */
export interface DeadLetter {
  /** The message id that the provider received, else a generated one. */
  readonly id: string;
  readonly clientId: string;
  readonly userId: number;
  readonly kind: 'otp' | 'push';
  readonly channel: OtpMessage['channel'] | PushMessage['channel'];
  readonly purpose: OtpMessage['purpose'] | PushMessage['purpose'];
  readonly provider: string;
  readonly failure: DeliveryFailure;
  /** HTTP status of the last response. */
  readonly status: number | null;
  readonly attempts: number;
  /** Milliseconds since the Unix epoch, system clock. */
  readonly failedAt: number;
}

export interface DeadLetterFilter {
  readonly clientId?: string;
  /** Number of dead letters at most; 100 by default. */
  readonly limit?: number;
}

/** Stores messages that could not be sent, for the operator. */
export interface DeadLetters {
  add(letter: DeadLetter): Promise<void>;
  /** Newest first. */
  list(filter?: DeadLetterFilter): Promise<readonly DeadLetter[]>;
}

/** @param letters oldest first */
export function select(letters: readonly DeadLetter[], filter: DeadLetterFilter = {}): readonly DeadLetter[] {
  const { clientId, limit = 100 } = filter;
  return letters
    .filter((letter) => clientId === undefined || letter.clientId === clientId)
    .reverse()
    .slice(0, limit);
}
