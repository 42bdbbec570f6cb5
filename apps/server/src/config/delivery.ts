import type { DeliveryConfig } from './delivery-config.ts';
import { type ExternalDelivery, optionErrors } from './delivery-options.ts';

/** A variable of a provider: the option that it sets, or a prefix of the option's name, and an example. */
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

/** The variables that `readDelivery` reads. */
export const DELIVERY_VARIABLES: readonly string[] = [
  'SCA_DELIVERY',
  ...Object.values(VARIABLES).flatMap((variables) => Object.keys(variables)),
];

type Text = (name: string) => string | null;

/** Reads how messages are delivered. Adds its errors to `errors`; they never contain a provider's values, which may be secret. */
export function readDelivery(text: Text, errors: string[]): DeliveryConfig {
  const kind = text('SCA_DELIVERY') ?? 'sandbox';
  if (kind !== 'sandbox' && kind !== 'webhook' && kind !== 'twilio') {
    errors.push(`SCA_DELIVERY must be sandbox, webhook or twilio (got '${kind}').`);
    return { kind: 'sandbox' };
  }
  errors.push(...unusedVariables(kind, text));
  if (kind === 'sandbox') return { kind };
  const delivery = kind === 'webhook' ? readWebhook(text, errors) : readTwilio(text, errors);
  errors.push(...invalidVariables(delivery, text));
  return delivery;
}

/** Variables of providers that SCA_DELIVERY does not select. Ignoring them would hide that messages are not sent. */
function unusedVariables(kind: DeliveryConfig['kind'], text: Text): readonly string[] {
  return Object.entries(VARIABLES).flatMap(([provider, variables]) =>
    Object.keys(variables)
      .filter((name) => provider !== kind && text(name) !== null)
      .map(
        (name) =>
          `${name} has no effect with SCA_DELIVERY=${kind}${text('SCA_DELIVERY') === null ? ' (the default)' : ''}. Set SCA_DELIVERY=${provider} or remove ${name}.`,
      ),
  );
}

function readWebhook(text: Text, errors: string[]): ExternalDelivery {
  return {
    kind: 'webhook',
    url: requiredVariable('webhook', 'SCA_WEBHOOK_URL', text, errors),
    key: requiredVariable('webhook', 'SCA_WEBHOOK_KEY', text, errors),
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
      'SCA_TWILIO_SMS_FROM, SCA_TWILIO_WHATSAPP_FROM and SCA_TWILIO_VOICE_FROM are missing. SCA_DELIVERY=twilio requires at least one of them.',
    );
  }
  return {
    kind: 'twilio',
    accountSid: requiredVariable('twilio', 'SCA_TWILIO_ACCOUNT_SID', text, errors),
    authToken: requiredVariable('twilio', 'SCA_TWILIO_AUTH_TOKEN', text, errors),
    from,
  };
}

function requiredVariable(kind: ExternalDelivery['kind'], name: string, text: Text, errors: string[]): string {
  const value = text(name);
  if (value !== null) return value;
  errors.push(
    `${name} is missing. SCA_DELIVERY=${kind} requires it, for example ${name}=${VARIABLES[kind][name]?.example}.`,
  );
  return '';
}

/** Errors of the variables that are set but that the provider does not accept. */
function invalidVariables(delivery: ExternalDelivery, text: Text): readonly string[] {
  const found = optionErrors(delivery);
  return Object.entries(VARIABLES[delivery.kind]).flatMap(([name, { option, example }]) => {
    if (text(name) === null) return [];
    return found
      .filter((error) => error.option.startsWith(option))
      .map(({ rule }) => `${name} ${rule}, for example ${name}=${example}.`);
  });
}
