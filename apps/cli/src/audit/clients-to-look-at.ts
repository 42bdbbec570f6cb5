import type { AuditLogReader } from '@sca-kit/store';
import { CannotRunError } from '../exit.ts';

/**
 * The client that was named, else every one.
 * @throws CannotRunError when the one that was named has no trail: a misspelt name must not look like a client in order
 */
export async function clientsToLookAt(
  auditLog: Pick<AuditLogReader, 'clients'>,
  client: string | undefined,
): Promise<readonly string[]> {
  const known = await auditLog.clients();
  if (client === undefined) return known;
  if (known.includes(client)) return [client];
  throw new CannotRunError(`There is no audit log of a client ${client}: leave --client out to look at every client.`);
}
