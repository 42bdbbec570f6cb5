import { auditLogReader } from './audit/audit-log-reader.ts';
import { auditedWrite } from './audit/audited-write.ts';
import { storeKeyCheck } from './audit/key-check.ts';
import type { Database } from './database/database.ts';
import { type DatabaseOptions, openDatabase } from './database/open-database.ts';
import { engineStore } from './engine-store.ts';
import { isMigrated, migrate } from './migrations/migrate.ts';
import { balanceStore, transferStore } from './stores/demonstration.ts';
import { josePublicKeyStore } from './stores/jose-public-keys.ts';
import { inboxStore, simulatedResponseStore } from './stores/sandbox.ts';
import type { Health, Stores } from './stores/stores.ts';
import { sweep } from './sweep.ts';

/** How to open a store. */
export interface StoreOptions extends DatabaseOptions {
  /** Key of the audit chain, 32 bytes or more, kept outside of the database. */
  readonly auditKey: Uint8Array;
}

/** Rows of a kind that one round of the sweep takes: few enough for no request to feel it. */
const SWEEP_BATCH = 200;

/** @throws TypeError when the key is too short */
export function assertAuditKey(auditKey: Uint8Array): void {
  if (auditKey.byteLength < 32) throw new TypeError('auditKey must have 32 bytes or more');
}

async function checkHealth(database: Database): Promise<Health> {
  try {
    return { reachable: true, migrated: await isMigrated(database) };
  } catch {
    return { reachable: false, migrated: false };
  }
}

/**
 * Opens everything that is kept, and brings the schema to this version. Several processes may open one location.
 * @param location path of an SQLite file (made when missing, with its folder), `:memory:`, or `postgres://…`
 * @throws StoreError `location.invalid`, `database.newer`, `database.foreign`, `migration.failed`
 * @throws ScaError `service.unavailable` when the database cannot be reached
 * @throws TypeError when the audit key is too short
 */
export async function openStore(location: string, options: StoreOptions): Promise<Stores> {
  assertAuditKey(options.auditKey);
  const database = await openDatabase(location, options);
  try {
    await migrate(database);
    await storeKeyCheck(database, options.auditKey);
  } catch (error) {
    await database.close();
    throw error;
  }
  const write = auditedWrite(database, options.auditKey);
  return Object.freeze({
    engine: engineStore(database, options.auditKey),
    transfers: transferStore(database, write),
    balances: balanceStore(database),
    josePublicKeys: josePublicKeyStore(database, write),
    inbox: inboxStore(database),
    simulatedResponses: simulatedResponseStore(database, write),
    auditLog: auditLogReader(database, options.auditKey),
    sweep: (now: number, batchSize: number = SWEEP_BATCH) => sweep(database, now, batchSize),
    health: () => checkHealth(database),
    close: () => database.close(),
  });
}
