import type { Delivery } from '@sca-kit/engine';
import { withDeadLetters } from '../dead-letters/with-dead-letters.ts';
import { type Deadline, realTimer, withinDeadline } from '../deadline.ts';
import { DeliveryError, unreachable } from '../delivery-error.ts';
import { assertNoErrors } from '../option-error.ts';
import { type WebhookMessage, webhookOtp, webhookPush } from './message.ts';
import { DEFAULTS, type WebhookDeliveryOptions, webhookOptionErrors } from './options.ts';
import { SIGNATURE_HEADER, signWebhook } from './signature.ts';

const provider = 'webhook';

/** Statuses that another attempt may change. */
const PASSING = new Set([408, 425, 429]);

/** How one attempt ended. */
type Outcome =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly error: DeliveryError; readonly retryable: boolean; readonly wait: number };

/**
 * Hands messages to an endpoint of the operator's, so that any provider can be attached: a signed POST of JSON, retried
 * with exponential backoff and full jitter while another attempt may help. Any 2xx accepts the message; a redirect does
 * not (a code follows nobody elsewhere).
 *
 * @throws TypeError when an option is wrong; the sends throw DeliveryError
 * @example
 * const delivery = createWebhookDelivery({
 *   url: 'https://example.com/messages',
 *   keys: [key],
 *   clock: { now: () => Date.now() },
 *   random: { uuid: () => randomUUID(), integer: (min, max) => randomInt(min, max + 1) },
 * });
 */
export function createWebhookDelivery(options: WebhookDeliveryOptions): Delivery {
  assertNoErrors(webhookOptionErrors(options));
  const url = new URL(options.url);
  const { keys, clock, random, deadLetters, text, timer = realTimer, fetch = globalThis.fetch } = options;
  const { deadline, attemptTimeout, attempts, backoff } = { ...DEFAULTS, ...options };

  async function attempt(body: string, milliseconds: number, signal: AbortSignal): Promise<Outcome> {
    const limit: Deadline = { provider, milliseconds, timer, signal };
    try {
      return await withinDeadline(limit, async (ended) => {
        // Signed anew each time: a retry must not grow old on its way.
        const timestamp = Math.floor(clock.now() / 1000);
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', [SIGNATURE_HEADER]: signWebhook(body, keys, timestamp) },
          body,
          redirect: 'manual',
          signal: ended,
        });
        // The status said it all; what becomes of the body changes nothing.
        response.body?.cancel().catch(() => {});
        return outcomeOf(response);
      });
    } catch (error) {
      // Slow or without an answer: one that failed. At the end of the whole send nobody looks at it any more.
      const failure = error instanceof DeliveryError ? error : unreachable({ provider }, error);
      return { accepted: false, error: failure, retryable: true, wait: 0 };
    }
  }

  async function post(message: WebhookMessage): Promise<void> {
    const body = JSON.stringify(message);
    const endsAt = clock.now() + deadline;
    let made = 0;
    // What the last attempt says of itself says nothing of those before it.
    let sent: DeliveryError['sent'] = 'no';
    const final = (last: Pick<DeliveryError, 'failure' | 'status' | 'sent'>): DeliveryError => {
      const { failure, status } = last;
      if (last.sent === 'unknown') sent = 'unknown';
      const facts = { provider, failure, attempts: made, messageId: message.id, sent };
      return new DeliveryError(status === undefined ? facts : { ...facts, status });
    };
    try {
      await withinDeadline({ provider, milliseconds: deadline, timer, signal: options.signal }, async (ended) => {
        for (;;) {
          made += 1;
          const outcome = await attempt(body, attemptTimeout, ended);
          if (outcome.accepted) return;
          if (outcome.error.sent === 'unknown') sent = 'unknown';
          if (!outcome.retryable || made >= attempts) throw outcome.error;
          const most = Math.min(backoff.first * 2 ** (made - 1), backoff.most);
          const wait = Math.max(random.integer(0, most), outcome.wait);
          // No use in keeping the caller for an attempt that cannot be made.
          if (clock.now() + wait >= endsAt) throw outcome.error;
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

function outcomeOf({ ok, status, headers }: Response): Outcome {
  if (ok) return { accepted: true };
  // A redirect that is not followed has no status where fetch hides it.
  const error = new DeliveryError({ provider, failure: 'refused', ...(status === 0 ? {} : { status }) });
  const seconds = /^\d{1,6}$/.exec(headers.get('retry-after') ?? '')?.[0] ?? '0';
  return { accepted: false, error, retryable: PASSING.has(status) || status >= 500, wait: Number(seconds) * 1000 };
}
