import type { Clock, Delivery, OtpMessage, PushMessage, Random } from '@sca-kit/engine';
import { DeliveryError } from '../delivery-error.ts';
import type { DeadLetter, DeadLetters } from './dead-letters.ts';

export interface WithDeadLettersOptions {
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
  readonly random: Pick<Random, 'uuid'>;
}

/**
 * Stores a dead letter for each message that a delivery fails to send, and rethrows the error. A dead letter that cannot
 * be stored does not replace that error.
 * @example
 * const delivery = withDeadLetters(createTwilioDelivery(options), {
 *   deadLetters: createMemoryDeadLetters(),
 *   clock,
 *   random,
 * });
 */
export function withDeadLetters(delivery: Delivery, options: WithDeadLettersOptions): Delivery {
  const { deadLetters, clock, random } = options;
  async function store(
    kind: DeadLetter['kind'],
    { clientId, userId, channel, purpose }: OtpMessage | PushMessage,
    error: unknown,
  ): Promise<void> {
    const details = error instanceof DeliveryError ? error : undefined;
    const letter: DeadLetter = {
      id: details?.messageId ?? random.uuid(),
      clientId,
      userId,
      kind,
      channel,
      purpose,
      provider: details?.provider ?? 'unknown',
      failure: details?.failure ?? 'unreachable',
      status: details?.status ?? null,
      attempts: details?.attempts ?? 0,
      failedAt: clock.now(),
    };
    await deadLetters.add(letter).catch(() => {});
  }
  return {
    async sendOtp(message) {
      try {
        await delivery.sendOtp(message);
      } catch (error) {
        await store('otp', message, error);
        throw error;
      }
    },
    async sendPush(message) {
      try {
        await delivery.sendPush(message);
      } catch (error) {
        await store('push', message, error);
        throw error;
      }
    },
  };
}
