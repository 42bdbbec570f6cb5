import type { Handlers } from '@sca-kit/hono';
import { demoHandlers } from '../demo-resources/demo-handlers.ts';
import { additionalFactors } from './additional-factors.ts';
import { authentication } from './authentication.ts';
import { factors } from './factors.ts';
import { josePlayground } from './jose-playground.ts';
import { josePublicKeys } from './jose-public-keys.ts';
import { oneTimeToken } from './one-time-token.ts';
import { operations } from './operations.ts';
import { sandbox } from './sandbox.ts';
import type { Services } from './services.ts';
import { stepUp } from './step-up.ts';
import { strongCustomerAuthentication } from './strong-customer-authentication.ts';
import { userSecurity } from './user-security.ts';

/** Creates the handler of each operation. A missing one is a compile error. */
export function createHandlers(services: Services): Handlers {
  return {
    ...strongCustomerAuthentication(services),
    ...factors(services),
    ...oneTimeToken(services),
    ...userSecurity(services),
    ...additionalFactors(services),
    ...stepUp(services),
    ...authentication(services),
    ...josePublicKeys(services),
    ...josePlayground(),
    ...demoHandlers(services),
    ...operations(services),
    ...sandbox(services),
  };
}
