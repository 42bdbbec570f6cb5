import type { Delivery } from '@sca-kit/engine';
import { withDeadLetters } from '../dead-letters/with-dead-letters.ts';
import { type Deadline, realTimer, withinDeadline } from '../deadline.ts';
import { DeliveryError, unreachable } from '../delivery-error.ts';
import { assertNoErrors } from '../option-error.ts';
import { type WebhookMessage, webhookOtp, webhookPush } from './message.ts';
import { DEFAULTS, type WebhookDeliveryOptions, webhookOptionErrors } from './options.ts';
import { SIGNATURE_HEADER, signWebhook } from './signature.ts';

const provider = 'webhook';

/** Statuses below 500 that are worth another attempt. */
const RETRYABLE = new Set([408, 425, 429]);

/** How one attempt ended. */
type AttemptResult =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly error: DeliveryError; readonly retryable: boolean; readonly wait: number };

/**
 * Posts each message as signed JSON to an endpoint of the operator, with retries (exponential backoff, full jitter). Any
 * 2xx accepts the message. Redirects are not followed, because a code must not go to another host.
 * @throws TypeError when an option is invalid; the sends throw DeliveryError
 * @example
 * const delivery = createWebhookDelivery({ url: 'https://messages.example.com/sca', keys: [key], clock, random });
 */
export function createWebhookDelivery(options: WebhookDeliveryOptions): Delivery {
  assertNoErrors(webhookOptionErrors(options));
  const url = new URL(options.url);
  const { keys, clock, random, deadLetters, text, timer = realTimer, fetch = globalThis.fetch } = options;
  const { deadline, attemptTimeout, attempts, backoff } = { ...DEFAULTS, ...options };

  async function attempt(body: string, milliseconds: number, signal: AbortSignal): Promise<AttemptResult> {
    const limit: Deadline = { provider, milliseconds, timer, signal };
    try {
      return await withinDeadline(limit, async (ended) => {
        // Signed again for each attempt, so that a retry is not too old for the receiver.
        const timestamp = Math.floor(clock.now() / 1000);
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', [SIGNATURE_HEADER]: signWebhook(body, keys, timestamp) },
          body,
          redirect: 'manual',
          signal: ended,
        });
        // Only the status matters.
        response.body?.cancel().catch(() => {});
        return resultOf(response);
      });
    } catch (error) {
      // The attempt timed out or got no response.
      const failure = error instanceof DeliveryError ? error : unreachable({ provider }, error);
      return { accepted: false, error: failure, retryable: true, wait: 0 };
    }
  }

  async function post(message: WebhookMessage): Promise<void> {
    const body = JSON.stringify(message);
    const endsAt = clock.now() + deadline;
    let made = 0;
    // An earlier attempt may have sent the message, whatever the last one says.
    let sent: DeliveryError['sent'] = 'no';
    const final = (last: Pick<DeliveryError, 'failure' | 'status' | 'sent'>): DeliveryError => {
      const { failure, status } = last;
      if (last.sent === 'unknown') sent = 'unknown';
      const details = { provider, failure, attempts: made, messageId: message.id, sent };
      return new DeliveryError(status === undefined ? details : { ...details, status });
    };
    try {
      await withinDeadline({ provider, milliseconds: deadline, timer, signal: options.signal }, async (ended) => {
        for (;;) {
          made += 1;
          const result = await attempt(body, attemptTimeout, ended);
          if (result.accepted) return;
          if (result.error.sent === 'unknown') sent = 'unknown';
          if (!result.retryable || made >= attempts) throw result.error;
          const max = Math.min(backoff.first * 2 ** (made - 1), backoff.most);
          const wait = Math.max(random.integer(0, max), result.wait);
          // The next attempt would start after the deadline.
          if (clock.now() + wait >= endsAt) throw result.error;
          await timer.wait(wait, ended);
        }
      });
    } catch (error) {
      throw final(
        error instanceof DeliveryError ? error : { failure: 'unreachable', status: undefined, sent: 'unknown' },
      );
    }
  }

  const delivery: Delivery = {
    sendOtp: (message) => post(webhookOtp(random.uuid(), message, text)),
    sendPush: (message) => post(webhookPush(random.uuid(), message)),
  };
  return deadLetters ? withDeadLetters(delivery, { deadLetters, clock, random }) : delivery;
}

function resultOf({ ok, status, headers }: Response): AttemptResult {
  if (ok) return { accepted: true };
  // In browsers fetch hides the status of a redirect.
  const error = new DeliveryError({ provider, failure: 'rejected', ...(status === 0 ? {} : { status }) });
  const seconds = /^\d{1,6}$/.exec(headers.get('retry-after') ?? '')?.[0] ?? '0';
  return { accepted: false, error, retryable: RETRYABLE.has(status) || status >= 500, wait: Number(seconds) * 1000 };
}
