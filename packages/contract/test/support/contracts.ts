import { fileURLToPath } from 'node:url';
import { type ContractDocument, openContract } from '../../src/document/contract-document.ts';

/** The path of the fixture: a small API with encrypted bodies. */
const VAULT: string = fileURLToPath(new URL('../fixtures/vault.yaml', import.meta.url));

const opened = new Map<string, Promise<ContractDocument>>();

/** Opens a document once for all test files, so that its schemas are compiled once. */
function openOnce(file: string): Promise<ContractDocument> {
  const contract = opened.get(file) ?? openContract(file);
  opened.set(file, contract);
  return contract;
}

/** The contract of the fixture. */
export const vaultContract = (): Promise<ContractDocument> => openOnce(VAULT);

/** The contract of `@sca-kit/spec`. */
export const specContract = (): Promise<ContractDocument> =>
  openOnce(fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json')));
