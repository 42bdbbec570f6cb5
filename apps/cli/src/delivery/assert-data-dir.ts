import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, openAuditLog } from '@sca-kit/server';
import { CannotRunError } from '../exit.ts';

/**
 * Asserts that a server has used the data folder. An empty list from a wrong folder would look like success.
 * @throws CannotRunError when the folder has no server data
 */
export function assertDataDir(data: string): void {
  if (data === ':memory:') throw new CannotRunError('A server with SCA_DATA=:memory: stores no list of failures.');
  if (existsSync(join(data, 'keys.json'))) return;
  throw new CannotRunError(`${data} has no server data (keys.json is missing). Check --data and SCA_DATA.`);
}

/**
 * Asserts that a client exists, according to the audit log: the list of failures names only clients with failures.
 * @throws CannotRunError when the client does not exist
 * @throws StartError when the database cannot be opened
 */
export async function assertClient(server: Pick<Config, 'data' | 'database'>, client: string): Promise<void> {
  const { auditLog, close } = await openAuditLog(server);
  try {
    if ((await auditLog.clients()).includes(client)) return;
    throw new CannotRunError(`Client ${client} does not exist. Omit --client to list the messages of every client.`);
  } finally {
    await close();
  }
}
