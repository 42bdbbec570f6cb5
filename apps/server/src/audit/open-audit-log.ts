import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createKeys, systemClock } from '@sca-kit/node';
import type { OpenAuditLog } from '@sca-kit/store';
import type { Config } from '../config/config.ts';
import { openKeys } from '../keys/open-keys.ts';
import { connectAuditLog } from '../open-stores.ts';
import { StartError } from '../start-error.ts';

/**
 * Opens the audit log of a server with this configuration, read-only. The server may be running at the same time.
 * @throws StartError when there are no keys or no database, or the database is unavailable
 */
export async function openAuditLog(config: Pick<Config, 'data' | 'database'>): Promise<OpenAuditLog> {
  const { data, database } = config;
  const keyFile = join(data, 'keys.json');
  if (data === ':memory:' || !existsSync(keyFile)) {
    throw new StartError(
      `There are no keys in ${data}, and without them the audit log cannot be verified. Check SCA_DATA.`,
    );
  }
  if (!/^postgres(ql)?:\/\//.test(database) && !existsSync(database)) {
    throw new StartError(`There is no database at ${database}. Check SCA_DATABASE and SCA_DATA.`);
  }
  const { master } = await openKeys(data, systemClock.now());
  return await connectAuditLog(database, { auditKey: createKeys(master).oldest('audit') });
}
