import { DeliveryError } from '@sca-kit/delivery';
import type { Delivery, OtpMessage, PushMessage } from '@sca-kit/engine';
import type { Logger } from 'pino';

/**
 * Logs what a delivery fails to send, and throws it on. What is logged is chosen field by field: no code and no number,
 * and nothing that the provider says in words.
 */
export function logFailures(delivery: Delivery, log: Pick<Logger, 'error'>): Delivery {
  async function logged(message: OtpMessage | PushMessage, send: () => Promise<void>): Promise<void> {
    try {
      await send();
    } catch (error) {
      const { clientId, channel, purpose } = message;
      log.error({ clientId, channel, purpose, ...factsOf(error) }, 'a message was not taken');
      throw error;
    }
  }
  return {
    sendOtp: (message) => logged(message, () => delivery.sendOtp(message)),
    sendPush: (message) => logged(message, () => delivery.sendPush(message)),
  };
}

function factsOf(error: unknown): Readonly<Record<string, string | number>> {
  if (!(error instanceof DeliveryError)) return { error: error instanceof Error ? error.name : typeof error };
  const { provider, failure, status } = error;
  return { provider, failure, ...(status === undefined ? {} : { status }) };
}
