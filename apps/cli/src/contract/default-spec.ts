import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CannotRunError } from '../exit.ts';

/**
 * The file with the description of sca-kit itself.
 * @throws CannotRunError when it was not built yet
 */
export function defaultSpec(): string {
  const file = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
  if (existsSync(file)) return file;
  throw new CannotRunError('The description is not built yet. Build it: npx pnpm@12 --filter @sca-kit/spec build');
}
