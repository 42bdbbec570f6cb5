import type { Factor } from '../factor.ts';
import { storedSecretFactor } from '../stored-secret.ts';

/** Four digits, stored as a peppered hash. */
export const pinFactor: Factor = storedSecretFactor(
  { type: 'PIN', category: 'knowledge', name: 'pin' },
  {
    protect: ({ keys }, _owner, pin) => (/^[0-9]{4}$/.test(pin) ? keys.hash('pin', pin) : undefined),
    verify: ({ keys }, _owner, pin, stored) => keys.verifyHash('pin', pin, stored),
  },
);
