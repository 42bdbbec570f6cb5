import type { OtpMessage, PushMessage } from '@sca-kit/engine';
import type { DeliveryFailure } from '../delivery-error.ts';

/**
 * A message that did not get out. It says who was concerned and what went wrong, and cannot be sent again: neither the
 * code nor the number is in it. A code lives for minutes and its caller was told to ask for another, so a kept one
 * would be a risk and of no use.
 */
export interface DeadLetter {
  /** The id that the provider saw, else one of its own. */
  readonly id: string;
  readonly clientId: string;
  readonly userId: number;
  readonly kind: 'otp' | 'push';
  readonly channel: OtpMessage['channel'] | PushMessage['channel'];
  readonly purpose: OtpMessage['purpose'] | PushMessage['purpose'];
  readonly provider: string;
  readonly failure: DeliveryFailure;
  /** HTTP status of the last answer. */
  readonly status: number | null;
  readonly attempts: number;
  /** Milliseconds since the Unix epoch, system clock. */
  readonly failedAt: number;
}

export interface DeadLetterFilter {
  readonly clientId?: string;
  /** At most so many; 100 unless told. */
  readonly limit?: number;
}

/** Keeps messages that did not get out, for the operator to look at. */
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
