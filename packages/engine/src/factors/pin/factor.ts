import type { Factor } from '../factor.ts';
import { storedSecretFactor } from '../stored-secret.ts';

/** Four digits, kept as a peppered hash. */
export const pinFactor: Factor = storedSecretFactor(
  { type: 'PIN', category: 'knowledge', name: 'pin', failure: 'PIN verification failed' },
  {
    keep: ({ keys }, _owner, pin) => (/^[0-9]{4}$/.test(pin) ? keys.hash('pin', pin) : undefined),
    matches: ({ keys }, _owner, pin, kept) => keys.verifyHash('pin', pin, kept),
    messages: {
      invalid: 'A PIN is four digits',
      'already.exists': 'PIN has already been created',
      'not.setup': 'PIN has not been set up',
    },
  },
);
