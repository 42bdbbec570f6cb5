import type { Delivery, OtpMessage, PushMessage } from '@sca-kit/engine';
import { DeliveryError } from './delivery-error.ts';

/** A channel for OTPs or pushes. */
export type DeliveryChannel = OtpMessage['channel'] | PushMessage['channel'];

export interface DeliveryRoutes {
  /** The delivery of each channel. */
  readonly channels: Readonly<Partial<Record<DeliveryChannel, Delivery>>>;
  /** The delivery of all other channels; without it they fail as `unsupported`. */
  readonly otherwise?: Delivery;
}

/**
 * Combines deliveries: each channel uses its own.
 * @throws TypeError when there is no delivery
 * @example
 * const delivery = createDelivery({ channels: { SMS: twilio }, otherwise: webhook });
 */
export function createDelivery({ channels, otherwise }: DeliveryRoutes): Delivery {
  if (!otherwise && Object.values(channels).every((delivery) => delivery === undefined)) {
    throw new TypeError('A delivery needs at least one channel');
  }
  function deliveryFor(channel: DeliveryChannel): Delivery {
    const delivery = channels[channel] ?? otherwise;
    if (!delivery) throw new DeliveryError({ provider: 'routes', failure: 'unsupported' });
    return delivery;
  }
  return {
    sendOtp: async (message) => deliveryFor(message.channel).sendOtp(message),
    sendPush: async (message) => deliveryFor(message.channel).sendPush(message),
  };
}
