import type { DeliveryConfig } from './delivery-config.ts';
import { type ExternalDelivery, optionErrors } from './delivery-options.ts';

/** A variable of a provider: the option that it is read into, as far as all its names agree, and an example. */
interface ProviderVariable {
  readonly option: string;
  readonly example: string;
}

const VARIABLES: Readonly<Record<ExternalDelivery['kind'], Readonly<Record<string, ProviderVariable>>>> = {
  webhook: {
    SCA_WEBHOOK_URL: { option: 'url', example: 'https://messages.example.com/sca' },
    SCA_WEBHOOK_KEY: { option: 'keys[0]', example: '<32 random characters or more>' },
    SCA_WEBHOOK_NEXT_KEY: { option: 'keys[1]', example: '<32 random characters or more>' },
  },
  twilio: {
    SCA_TWILIO_ACCOUNT_SID: { option: 'accountSid', example: 'AC<32 hex digits>' },
    SCA_TWILIO_AUTH_TOKEN: { option: 'credentials.authToken', example: '<auth token>' },
    SCA_TWILIO_SMS_FROM: { option: 'senders.SMS', example: '+14155550100' },
    SCA_TWILIO_WHATSAPP_FROM: { option: 'senders.WHATSAPP', example: '+14155550100' },
    SCA_TWILIO_VOICE_FROM: { option: 'senders.VOICE', example: '+14155550100' },
  },
};

/** The variables that `readDelivery` knows. */
export const DELIVERY_VARIABLES: readonly string[] = [
  'SCA_DELIVERY',
  ...Object.values(VARIABLES).flatMap((variables) => Object.keys(variables)),
];

type Text = (name: string) => string | null;

/** Reads how messages are delivered. Errors are added to `errors`; they never repeat a value, which may be a secret. */
export function readDelivery(text: Text, errors: string[]): DeliveryConfig {
  const kind = text('SCA_DELIVERY') ?? 'sandbox';
  if (kind !== 'sandbox' && kind !== 'webhook' && kind !== 'twilio') {
    errors.push('SCA_DELIVERY has to be sandbox, webhook or twilio, for example SCA_DELIVERY=sandbox');
    return { kind: 'sandbox' };
  }
  errors.push(...unused(kind, text));
  if (kind === 'sandbox') return { kind };
  const delivery = kind === 'webhook' ? readWebhook(text, errors) : readTwilio(text, errors);
  errors.push(...unusable(delivery, text));
  return delivery;
}

/** Who sets up a provider and forgets to choose it would believe that messages go out. */
function unused(kind: DeliveryConfig['kind'], text: Text): readonly string[] {
  return Object.entries(VARIABLES).flatMap(([provider, variables]) =>
    Object.keys(variables)
      .filter((name) => provider !== kind && text(name) !== null)
      .map(
        (name) =>
          `${name} has no effect with SCA_DELIVERY=${kind}${text('SCA_DELIVERY') === null ? ' (the default)' : ''}: set SCA_DELIVERY=${provider}, or leave it out`,
      ),
  );
}

function readWebhook(text: Text, errors: string[]): ExternalDelivery {
  return {
    kind: 'webhook',
    url: needed('webhook', 'SCA_WEBHOOK_URL', text, errors),
    key: needed('webhook', 'SCA_WEBHOOK_KEY', text, errors),
    nextKey: text('SCA_WEBHOOK_NEXT_KEY'),
  };
}

function readTwilio(text: Text, errors: string[]): ExternalDelivery {
  const from = {
    SMS: text('SCA_TWILIO_SMS_FROM'),
    WHATSAPP: text('SCA_TWILIO_WHATSAPP_FROM'),
    VOICE: text('SCA_TWILIO_VOICE_FROM'),
  };
  if (Object.values(from).every((value) => value === null)) {
    errors.push(
      'SCA_TWILIO_SMS_FROM, SCA_TWILIO_WHATSAPP_FROM and SCA_TWILIO_VOICE_FROM are missing: give at least one',
    );
  }
  return {
    kind: 'twilio',
    accountSid: needed('twilio', 'SCA_TWILIO_ACCOUNT_SID', text, errors),
    authToken: needed('twilio', 'SCA_TWILIO_AUTH_TOKEN', text, errors),
    from,
  };
}

function needed(kind: ExternalDelivery['kind'], name: string, text: Text, errors: string[]): string {
  const value = text(name);
  if (value !== null) return value;
  errors.push(`${name} is missing: SCA_DELIVERY needs it, for example ${name}=${VARIABLES[kind][name]?.example}`);
  return '';
}

/** What the provider would refuse, said of the variables that are set; the others are told as missing. */
function unusable(delivery: ExternalDelivery, text: Text): readonly string[] {
  const found = optionErrors(delivery);
  return Object.entries(VARIABLES[delivery.kind]).flatMap(([name, { option, example }]) => {
    if (text(name) === null) return [];
    return found
      .filter((error) => error.option.startsWith(option))
      .map(
        ({ rule }) =>
          `${name} cannot be used with SCA_DELIVERY=${delivery.kind}: it ${rule}, for example ${name}=${example}`,
      );
  });
}
