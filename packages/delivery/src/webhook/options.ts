import type { Clock, OtpMessage, Random } from '@sca-kit/engine';
import type { DeadLetters } from '../dead-letters/dead-letters.ts';
import { type DeliveryTimer, millisecondsErrors } from '../deadline.ts';
import { endpointErrors } from '../endpoint.ts';
import { errorUnless, type OptionError } from '../option-error.ts';
import { type WebhookKeys, webhookKeyErrors } from './signature.ts';

export interface WebhookDeliveryOptions {
  /** https; http only to this machine. */
  readonly url: string;
  /** Keys that sign requests. Two during a rotation: the receiver then accepts either. */
  readonly keys: WebhookKeys;
  readonly clock: Clock;
  readonly random: Pick<Random, 'uuid' | 'integer'>;
  /** Stores messages that could not be sent. */
  readonly deadLetters?: DeadLetters;
  /** Milliseconds for a send, retries included; 10000 by default. */
  readonly deadline?: number;
  /** Milliseconds for one attempt; 3000 by default. */
  readonly attemptTimeout?: number;
  /** Attempts at most; 4 by default. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt, doubled before each further one up to `most`; 200 and 2000 by default. */
  readonly backoff?: { readonly first: number; readonly most: number };
  /** The `text` of a message; `otpText` by default. */
  readonly text?: (message: OtpMessage) => string;
  /** Aborts pending sends, for example at shutdown. */
  readonly signal?: AbortSignal;
  readonly timer?: DeliveryTimer;
  readonly fetch?: typeof globalThis.fetch;
}

export const DEFAULTS = {
  deadline: 10_000,
  attemptTimeout: 3000,
  attempts: 4,
  backoff: { first: 200, most: 2000 },
} as const;

/**
 * Returns every error that `createWebhookDelivery` would throw for, without values.
 * @example
 * for (const { option, rule } of webhookOptionErrors(options)) console.error(`${option} ${rule}`);
 */
export function webhookOptionErrors(options: Omit<WebhookDeliveryOptions, 'clock' | 'random'>): readonly OptionError[] {
  const { url, keys, deadline, attemptTimeout, attempts, backoff } = { ...DEFAULTS, ...options };
  const areAttemptsValid = Number.isSafeInteger(attempts) && attempts >= 1 && attempts <= 20;
  return [
    ...endpointErrors('url', url),
    ...webhookKeyErrors(keys),
    ...millisecondsErrors('deadline', deadline),
    ...millisecondsErrors('attemptTimeout', attemptTimeout),
    ...millisecondsErrors('backoff.first', backoff.first),
    ...millisecondsErrors('backoff.most', backoff.most),
    ...errorUnless(areAttemptsValid, 'attempts', 'must be a whole number from 1 to 20'),
  ];
}
