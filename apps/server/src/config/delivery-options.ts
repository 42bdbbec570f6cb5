import {
  type OptionError,
  type TwilioDeliveryOptions,
  twilioOptionErrors,
  type WebhookDeliveryOptions,
  webhookOptionErrors,
} from '@sca-kit/delivery';
import type { DeliveryConfig } from './delivery-config.ts';

/** Delivery by an external provider. */
export type ExternalDelivery = Exclude<DeliveryConfig, { readonly kind: 'sandbox' }>;
type Of<Kind extends ExternalDelivery['kind']> = Extract<ExternalDelivery, { readonly kind: Kind }>;

/** Returns the settings as options of `createWebhookDelivery`. */
export function webhookOptionsOf({ url, key, nextKey }: Of<'webhook'>): Pick<WebhookDeliveryOptions, 'url' | 'keys'> {
  return { url, keys: nextKey === null ? [key] : [key, nextKey] };
}

/** Returns the settings as options of `createTwilioDelivery`. */
export function twilioOptionsOf({
  accountSid,
  authToken,
  from,
}: Of<'twilio'>): Pick<TwilioDeliveryOptions, 'accountSid' | 'credentials' | 'senders'> {
  const { SMS, WHATSAPP, VOICE } = from;
  return {
    accountSid,
    credentials: { authToken },
    senders: {
      ...(SMS === null ? {} : { SMS: SMS.startsWith('MG') ? { messagingServiceSid: SMS } : { from: SMS } }),
      ...(WHATSAPP === null ? {} : { WHATSAPP: { from: WHATSAPP } }),
      ...(VOICE === null ? {} : { VOICE: { from: VOICE } }),
    },
  };
}

/** Returns the errors of the provider's options. */
export function optionErrors(delivery: ExternalDelivery): readonly OptionError[] {
  return delivery.kind === 'webhook'
    ? webhookOptionErrors(webhookOptionsOf(delivery))
    : twilioOptionErrors(twilioOptionsOf(delivery));
}
