/** How messages are delivered: to the sandbox's inbox, by Twilio, or to a webhook of the operator. */
export type DeliveryConfig =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'webhook'; readonly url: string; readonly key: string; readonly nextKey: string | null }
  | {
      readonly kind: 'twilio';
      readonly accountSid: string;
      readonly authToken: string;
      /** The sender: E.164, a short code or a name. Null for a channel that is not offered. */
      readonly from: { readonly SMS: string | null; readonly WHATSAPP: string | null; readonly VOICE: string | null };
    };
