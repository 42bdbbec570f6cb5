import type { Delivery, OtpMessage, PushMessage } from '@sca-kit/engine';
import { DeliveryError } from './delivery-error.ts';

/** Every way a message may go. */
export type DeliveryChannel = OtpMessage['channel'] | PushMessage['channel'];

export interface DeliveryRoutes {
  /** Who carries a channel. */
  readonly channels: Readonly<Partial<Record<DeliveryChannel, Delivery>>>;
  /** Who carries the others; without it they fail as `unsupported`. */
  readonly otherwise?: Delivery;
}

/**
 * One delivery out of several: SMS over one provider, pushes over another.
 *
 * @throws TypeError when there is none to choose from
 * @example
 * const delivery = createDelivery({
 *   channels: { SMS: createTwilioDelivery(twilioOptions) },
 *   otherwise: createWebhookDelivery(webhookOptions),
 * });
 */
export function createDelivery({ channels, otherwise }: DeliveryRoutes): Delivery {
  if (!otherwise && Object.values(channels).every((delivery) => delivery === undefined)) {
    throw new TypeError('A delivery needs at least one channel');
  }
  function carrierOf(channel: DeliveryChannel): Delivery {
    const carrier = channels[channel] ?? otherwise;
    if (!carrier) throw new DeliveryError({ provider: 'routes', failure: 'unsupported' });
    return carrier;
  }
  return {
    sendOtp: async (message) => carrierOf(message.channel).sendOtp(message),
    sendPush: async (message) => carrierOf(message.channel).sendPush(message),
  };
}
