import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ContractDocument, openContract } from '@sca-kit/contract';
import { CannotRunError } from '../exit.ts';

let opened: Promise<ContractDocument> | undefined;

/**
 * Opens the OpenAPI document of sca-kit, once per process: compiling its schemas takes seconds.
 * @throws CannotRunError when the document is not built
 */
export function openDefaultSpec(): Promise<ContractDocument> {
  opened ??= openContract(defaultSpecFile());
  return opened;
}

function defaultSpecFile(): string {
  const file = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
  if (existsSync(file)) return file;
  throw new CannotRunError('The OpenAPI document is not built. Build it: npx -y pnpm@12 --filter @sca-kit/spec build');
}
