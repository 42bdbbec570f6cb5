import { assertOwnKeys } from './audit/own-keys.ts';
import { type AuditTrail, auditTrail } from './audit/trail.ts';
import { openDatabaseToRead } from './database/open-database.ts';
import { assertMigrated } from './migrations/migrate.ts';
import { assertAuditKey, type StoreOptions } from './open-store.ts';

/** An audit trail that is read and checked, and not changed. */
export interface OpenTrail {
  readonly auditTrail: Omit<AuditTrail, 'prune'>;
  close(): Promise<void>;
}

/**
 * Opens the audit trail alone, to be read. A server may be writing it. Unlike `openStore` it makes nothing and changes
 * nothing: who checks a trail must not alter it first.
 * @param location path of an SQLite file, or `postgres://…`
 * @throws StoreError `location.invalid`, `database.older`, `database.newer`, `database.foreign`
 * @throws ScaError `service.unavailable` when the database cannot be reached
 * @throws TypeError when the audit key is too short
 */
export async function openTrail(location: string, options: StoreOptions): Promise<OpenTrail> {
  assertAuditKey(options.auditKey);
  const database = await openDatabaseToRead(location, options);
  try {
    await assertMigrated(database);
    await assertOwnKeys(database, options.auditKey);
  } catch (error) {
    await database.close();
    throw error;
  }
  const { clients, list, lastSequence, verify } = auditTrail(database, options.auditKey);
  return Object.freeze({ auditTrail: { clients, list, lastSequence, verify }, close: () => database.close() });
}
