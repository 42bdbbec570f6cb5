import type { ContractDocument } from '../../document/contract-document.ts';
import type { Scenario } from '../scenario.ts';

/** The project's own scenarios that the description has operations for. */
export function scaScenarios(contract: ContractDocument): Scenario[] {
  return ([] as Scenario[]).filter(({ operationId }) => contract.byId.has(operationId));
}
