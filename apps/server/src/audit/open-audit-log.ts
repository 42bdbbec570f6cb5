import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenTrail } from '@sca-kit/store';
import type { Config } from '../config/config.ts';
import { createKeys } from '../keys/create-keys.ts';
import { openKeyStore } from '../keys/key-store.ts';
import { connectAuditLog } from '../open-stores.ts';
import { StartError } from '../start-error.ts';
import { systemClock } from '../system/system.ts';

/** The audit trail of a server, without the server. It may be running at the same time. */
export interface OpenAuditLog {
  readonly trail: OpenTrail['auditTrail'];
  close(): Promise<void>;
}

/**
 * Opens the audit trail that a server with this configuration writes. Makes neither keys nor a
 * database, and leaves what it opens as it is.
 * @throws StartError when there is no such trail, or it cannot be reached
 */
export async function openAuditLog(config: Pick<Config, 'data' | 'database'>): Promise<OpenAuditLog> {
  const { data, database } = config;
  const keyFile = join(data, 'keys.json');
  if (data === ':memory:' || !existsSync(keyFile)) {
    throw new StartError(`There are no keys in ${data}, and without them no trail can be checked. Look at SCA_DATA`);
  }
  if (!/^postgres(ql)?:\/\//.test(database) && !existsSync(database)) {
    throw new StartError(`There is no database at ${database}. Look at SCA_DATABASE and SCA_DATA`);
  }
  const { master } = await openKeyStore(data, systemClock.now());
  const { auditTrail, close } = await connectAuditLog(database, { auditKey: createKeys(master).oldest('audit') });
  return { trail: auditTrail, close };
}
