/** How messages leave: nowhere (the sandbox's inbox), over Twilio, or to a webhook of the operator. */
export type DeliveryConfig =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'webhook'; readonly url: string; readonly key: string; readonly nextKey: string | null }
  | {
      readonly kind: 'twilio';
      readonly accountSid: string;
      readonly authToken: string;
      /** E.164, a short code or a name; null for a channel that is not offered. */
      readonly from: { readonly SMS: string | null; readonly WHATSAPP: string | null; readonly VOICE: string | null };
    };

/** The variables that `readDelivery` knows. */
export const DELIVERY_VARIABLES: readonly string[] = [
  'SCA_DELIVERY',
  'SCA_WEBHOOK_URL',
  'SCA_WEBHOOK_KEY',
  'SCA_WEBHOOK_NEXT_KEY',
  'SCA_TWILIO_ACCOUNT_SID',
  'SCA_TWILIO_AUTH_TOKEN',
  'SCA_TWILIO_SMS_FROM',
  'SCA_TWILIO_WHATSAPP_FROM',
  'SCA_TWILIO_VOICE_FROM',
];

/** Reads how messages are delivered. Faults are added to `faults`; they never repeat a value, which may be a secret. */
export function readDelivery(text: (name: string) => string | null, faults: string[]): DeliveryConfig {
  const needed = (name: string, example: string): string => {
    const value = text(name);
    if (value === null) faults.push(`${name} is missing: SCA_DELIVERY needs it, for example ${name}=${example}`);
    return value ?? '';
  };
  const kind = text('SCA_DELIVERY') ?? 'sandbox';
  if (kind === 'webhook') {
    return {
      kind,
      url: needed('SCA_WEBHOOK_URL', 'https://messages.example.com/sca'),
      key: needed('SCA_WEBHOOK_KEY', '<32 random characters or more>'),
      nextKey: text('SCA_WEBHOOK_NEXT_KEY'),
    };
  }
  if (kind === 'twilio') {
    const from = {
      SMS: text('SCA_TWILIO_SMS_FROM'),
      WHATSAPP: text('SCA_TWILIO_WHATSAPP_FROM'),
      VOICE: text('SCA_TWILIO_VOICE_FROM'),
    };
    if (Object.values(from).every((value) => value === null)) {
      faults.push(
        'SCA_TWILIO_SMS_FROM, SCA_TWILIO_WHATSAPP_FROM and SCA_TWILIO_VOICE_FROM are missing: give at least one',
      );
    }
    return {
      kind,
      accountSid: needed('SCA_TWILIO_ACCOUNT_SID', 'AC<32 hex digits>'),
      authToken: needed('SCA_TWILIO_AUTH_TOKEN', '<auth token>'),
      from,
    };
  }
  if (kind !== 'sandbox')
    faults.push('SCA_DELIVERY has to be sandbox, webhook or twilio, for example SCA_DELIVERY=sandbox');
  return { kind: 'sandbox' };
}
