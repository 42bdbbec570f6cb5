import { type AuditLogReader, auditLogReader } from './audit/audit-log-reader.ts';
import { assertAuditKeyFits } from './audit/key-check.ts';
import { openDatabaseToRead } from './database/open-database.ts';
import { assertMigrated, STORE_SCHEMA } from './migrations/migrate.ts';
import { assertAuditKey, type StoreOptions } from './open-store.ts';

/** An audit log that is open read-only. */
export interface OpenAuditLog {
  readonly auditLog: Omit<AuditLogReader, 'prune'>;
  close(): Promise<void>;
}

/**
 * Opens the audit log read-only. A server may be writing to it at the same time. Unlike `openStore` it neither creates nor
 * migrates anything.
 * @param location path of an SQLite file, or `postgres://…`
 * @throws StoreError `location.invalid`, `database.older`, `database.newer`, `database.foreign`
 * @throws ScaError `service.unavailable` when the database is unavailable
 * @throws TypeError when the audit key is too short
 * @example
 * const { auditLog, close } = await openAuditLog('.sca-kit/sca.db', { auditKey });
 * for (const clientId of await auditLog.clients()) console.log(clientId, await auditLog.verify(clientId));
 * await close();
 */
export async function openAuditLog(location: string, options: StoreOptions): Promise<OpenAuditLog> {
  assertAuditKey(options.auditKey);
  const database = await openDatabaseToRead(location, options);
  try {
    await assertMigrated(database, STORE_SCHEMA);
    await assertAuditKeyFits(database, options.auditKey);
  } catch (error) {
    await database.close();
    throw error;
  }
  const { clients, list, lastPosition, verify } = auditLogReader(database, options.auditKey);
  return Object.freeze({ auditLog: { clients, list, lastPosition, verify }, close: () => database.close() });
}
