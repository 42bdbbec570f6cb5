import type { Handlers } from '@sca-kit/hono';
import { additionalFactors } from './additional-factors.ts';
import { authentication } from './authentication.ts';
import { factors } from './factors.ts';
import { jose } from './jose.ts';
import { oneTimeToken } from './one-time-token.ts';
import { operations } from './operations.ts';
import { protectedResources } from './protected-resources.ts';
import { sandbox } from './sandbox.ts';
import type { Services } from './services.ts';
import { stepUp } from './step-up.ts';
import { strongCustomerAuthentication } from './strong-customer-authentication.ts';
import { userSecurity } from './user-security.ts';

/** A handler for each operation. One that is missing here does not compile. */
export function createHandlers(services: Services): Handlers {
  return {
    ...strongCustomerAuthentication(services),
    ...factors(services),
    ...oneTimeToken(services),
    ...userSecurity(services),
    ...additionalFactors(services),
    ...stepUp(services),
    ...authentication(services),
    ...jose(services),
    ...protectedResources(services),
    ...operations(services),
    ...sandbox(services),
  };
}
