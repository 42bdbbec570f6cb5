import type { ContractDocument } from '../../document/contract-document.ts';
import type { Scenario } from '../scenario.ts';
import { additionalFactors, stepUp } from './additional-factors.ts';
import { authentication, jose } from './authentication.ts';
import { factorScenarios } from './factors.ts';
import { oneTimeToken } from './one-time-token.ts';
import { protectedResources } from './protected-resources.ts';
import { operationsAndSandbox } from './sandbox.ts';
import { strongCustomerAuthentication } from './strong-customer-authentication.ts';
import { userSecurity } from './user-security.ts';

const ALL: readonly Scenario[] = [
  ...strongCustomerAuthentication,
  ...oneTimeToken,
  ...userSecurity,
  ...additionalFactors,
  ...stepUp,
  ...authentication,
  ...jose,
  ...protectedResources,
  ...operationsAndSandbox,
];

/**
 * Returns the scenarios of the SCA API whose operations the document has.
 *
 * @example
 * scaScenarios(contract).filter(({ operationId }) => operationId === 'createPin');
 */
export const scaScenarios = (contract: ContractDocument): Scenario[] =>
  [...ALL, ...factorScenarios(contract.operations)].filter(({ operationId }) => contract.byId.has(operationId));
