import type { AuditLogReader } from '@sca-kit/store';
import { CannotRunError } from '../exit.ts';

/**
 * Selects one client by id, or every client.
 * @throws CannotRunError when the client has no audit log: a misspelt id must not look like an intact chain
 */
export async function selectClients(
  auditLog: Pick<AuditLogReader, 'clients'>,
  client: string | undefined,
): Promise<readonly string[]> {
  const known = await auditLog.clients();
  if (client === undefined) return known;
  if (known.includes(client)) return [client];
  throw new CannotRunError(`Client ${client} has no audit log. Omit --client to select every client.`);
}
