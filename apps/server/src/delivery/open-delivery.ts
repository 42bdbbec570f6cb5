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

/** Where messages that did not get out are listed, in the data folder. */
const DEAD_LETTERS_FILE = 'dead-letters.jsonl';

/** What no provider took, as the data folder keeps it. */
export function deadLettersOf(data: string): DeadLetters {
  return createFileDeadLetters({ path: join(data, DEAD_LETTERS_FILE) });
}

/**
 * The delivery that the configuration asks for. What a provider does not take is kept, without code or number, for the
 * operator to look at.
 * @param inbox the sandbox's own delivery
 * @param signal ends sends on their way, at shutdown
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
