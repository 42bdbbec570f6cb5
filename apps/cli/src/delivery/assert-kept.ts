import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, openAuditLog } from '@sca-kit/server';
import { CannotRunError } from '../exit.ts';

/**
 * A server writes its keys before anything else. Where there are none it kept no list, and an empty one would say that
 * all is well.
 * @throws CannotRunError when no server kept anything in the folder
 */
export function assertServerData(data: string): void {
  if (data === ':memory:') throw new CannotRunError('A server with SCA_DATA=:memory: leaves no list behind.');
  if (existsSync(join(data, 'keys.json'))) return;
  throw new CannotRunError(
    `There are no keys in ${data}, so no server kept a list there: look at --data and SCA_DATA.`,
  );
}

/**
 * The list names only clients whose messages failed; the audit log has them all.
 * @throws CannotRunError when there is no such client
 * @throws StartError when the database that would tell cannot be opened
 */
export async function assertClient(server: Pick<Config, 'data' | 'database'>, client: string): Promise<void> {
  const { auditLog, close } = await openAuditLog(server);
  try {
    if ((await auditLog.clients()).includes(client)) return;
    throw new CannotRunError(`There is no client ${client}: leave --client out to list the messages of every client.`);
  } finally {
    await close();
  }
}
