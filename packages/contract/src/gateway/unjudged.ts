import type { ContractDocument } from '../document/contract-document.ts';
import { uncheckableBodies, uncheckableParameters } from './uncheckable.ts';

/**
 * Says, in a sentence each, what in a description the gateway cannot judge. A gateway that kept it to itself would
 * promise more than it does.
 */
export function unjudged(contract: ContractDocument): readonly string[] {
  const schemas = [...uncheckableBodies(contract), ...uncheckableParameters(contract)];
  return schemas.map((where) => `The schema of ${where} cannot be compiled: nothing is judged by it.`);
}
