import { type AuditLogReader, auditLogReader } from './audit/audit-log-reader.ts';
import { assertAuditKeyFits } from './audit/key-check.ts';
import { openDatabaseToRead } from './database/open-database.ts';
import { assertMigrated, STORE_SCHEMA } from './migrations/migrate.ts';
import { assertAuditKey, type StoreOptions } from './open-store.ts';

/** An audit log that is read and checked, and not changed. */
export interface OpenAuditLog {
  readonly auditLog: Omit<AuditLogReader, 'prune'>;
  close(): Promise<void>;
}

/**
 * Opens the audit log alone, to be read. A server may be writing it. Unlike `openStore` it makes nothing and changes
 * nothing: who checks a trail must not alter it first.
 * @param location path of an SQLite file, or `postgres://…`
 * @throws StoreError `location.invalid`, `database.older`, `database.newer`, `database.foreign`
 * @throws ScaError `service.unavailable` when the database cannot be reached
 * @throws TypeError when the audit key is too short
 * @example
 * const { auditLog, close } = await openAuditLog('.sca-kit/sca.db', { auditKey });
 * await auditLog.verify('demo-client'); // { ok: true, count: 42, pruned: 0 }
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
  const { clients, list, lastSequence, verify } = auditLogReader(database, options.auditKey);
  return Object.freeze({ auditLog: { clients, list, lastSequence, verify }, close: () => database.close() });
}
