import { join } from 'node:path';
import {
  createFileDeadLetters,
  createMemoryDeadLetters,
  createTwilioDelivery,
  createWebhookDelivery,
  type DeadLetters,
  withDeadLetters,
} from '@sca-kit/delivery';
import type { Delivery } from '@sca-kit/engine';
import { systemClock, systemRandom } from '@sca-kit/node';
import { type Config, ConfigError } from '../config/config.ts';
import { type ExternalDelivery, twilioOptionsOf, webhookOptionsOf } from '../config/delivery-options.ts';

/** The file in the data folder that lists undelivered messages. */
const DEAD_LETTERS_FILE = 'dead-letters.jsonl';

/** Returns the list of undelivered messages in the data folder. */
export function deadLettersOf(data: string): DeadLetters {
  return createFileDeadLetters({ path: join(data, DEAD_LETTERS_FILE) });
}

/**
 * Creates the delivery that the configuration selects. Lists undelivered messages, without code or number, in the data
 * folder.
 * @param inbox the sandbox's own delivery
 * @param signal aborts deliveries in progress, at shutdown
 * @throws ConfigError when a value is not what the provider takes
 */
export function openDelivery(
  config: Pick<Config, 'delivery' | 'data'>,
  inbox: Delivery,
  signal: AbortSignal,
): Delivery {
  const { delivery, data } = config;
  if (delivery.kind === 'sandbox') return inbox;
  const deadLetters = data === ':memory:' ? createMemoryDeadLetters() : deadLettersOf(data);
  try {
    return provider(delivery, deadLetters, signal);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ConfigError([`SCA_DELIVERY=${delivery.kind}: ${error.message}`]);
  }
}

function provider(delivery: ExternalDelivery, deadLetters: DeadLetters, signal: AbortSignal): Delivery {
  const [clock, random] = [systemClock, systemRandom];
  if (delivery.kind === 'webhook') {
    return createWebhookDelivery({ ...webhookOptionsOf(delivery), clock, random, deadLetters, signal });
  }
  const twilio = createTwilioDelivery({ ...twilioOptionsOf(delivery), clock, signal });
  return withDeadLetters(twilio, { deadLetters, clock, random });
}
