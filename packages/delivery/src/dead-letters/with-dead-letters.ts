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
  async function keep(
    kind: DeadLetter['kind'],
    { clientId, userId, channel, purpose }: OtpMessage | PushMessage,
    error: unknown,
  ): Promise<void> {
    const facts = error instanceof DeliveryError ? error : undefined;
    const letter: DeadLetter = {
      id: facts?.messageId ?? random.uuid(),
      clientId,
      userId,
      kind,
      channel,
      purpose,
      provider: facts?.provider ?? 'unknown',
      failure: facts?.failure ?? 'unreachable',
      status: facts?.status ?? null,
      attempts: facts?.attempts ?? 0,
      failedAt: clock.now(),
    };
    await deadLetters.add(letter).catch(() => {});
  }
  return {
    async sendOtp(message) {
      try {
        await delivery.sendOtp(message);
      } catch (error) {
        await keep('otp', message, error);
        throw error;
      }
    },
    async sendPush(message) {
      try {
        await delivery.sendPush(message);
      } catch (error) {
        await keep('push', message, error);
        throw error;
      }
    },
  };
}
