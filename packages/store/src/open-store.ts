import { auditLogReader } from './audit/audit-log-reader.ts';
import { auditedWrite } from './audit/audited-write.ts';
import { storeKeyChecks } from './audit/key-check.ts';
import type { Database } from './database/database.ts';
import { type DatabaseOptions, openDatabase } from './database/open-database.ts';
import { engineStore } from './engine-store.ts';
import { extensionDatabase, type StoreExtension, schemaOf } from './extension.ts';
import { createHealthCheck } from './health-check.ts';
import { josePublicKeyStore } from './jose-public-keys.ts';
import { migrate, type Schema, STORE_SCHEMA } from './migrations/migrate.ts';
import type { RequestLimitTable } from './request-limits/gcra.ts';
import { postgresRequestLimits } from './request-limits/postgres.ts';
import { openSqliteRequestLimits } from './request-limits/sqlite.ts';
import type { Stores } from './stores.ts';
import { inSlices, sweep } from './sweep.ts';

/** Options of `openStore` and `openAuditLog`. */
export interface StoreOptions extends DatabaseOptions {
  /** Key of the audit log, 32 bytes or more, stored outside the database. */
  readonly auditKey: Uint8Array;
  /**
   * By key id, a value that identifies the key without revealing it. `openStore` rejects a database that was opened with a key
   * that is missing here or differs.
   */
  readonly keyChecks?: Readonly<Record<string, string>>;
  /** Further tables of the application. */
  readonly extensions?: readonly StoreExtension[];
}

/** Rows of a table that one call of the sweep deletes at most. */
const SWEEP_BATCH = 200;

/** @throws TypeError when the key is too short */
export function assertAuditKey(auditKey: Uint8Array): void {
  if (auditKey.byteLength < 32) throw new TypeError('auditKey must have 32 bytes or more');
}

/**
 * Opens a database and migrates it to this version. Several processes may open the same location.
 * @param location path of an SQLite file (created if missing, with its folder), `:memory:`, or `postgres://…`
 * @throws StoreError `location.invalid`, `database.newer`, `database.foreign`, `migration.failed`
 * @throws ScaError `service.unavailable` when the database is unavailable
 * @throws TypeError when the audit key is too short
 * @example
 * const stores = await openStore('.sca-kit/sca.db', { auditKey });
 * const engine = createEngine({ store: stores.engine, ...ports });
 */
export async function openStore(location: string, options: StoreOptions): Promise<Stores> {
  assertAuditKey(options.auditKey);
  const { extensions = [] } = options;
  const schemas = [STORE_SCHEMA, ...extensions.map(schemaOf)];
  const database = await openDatabase(location, options);
  try {
    for (const schema of schemas) await migrate(database, schema);
    await storeKeyChecks(database, options.auditKey, options.keyChecks);
    const requestLimits = await openRequestLimits(location, database);
    return wire(database, requestLimits, schemas, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function openRequestLimits(location: string, database: Database): Promise<RequestLimitTable> | RequestLimitTable {
  return database.dialect === 'postgres' ? postgresRequestLimits(database) : openSqliteRequestLimits(location);
}

function wire(
  database: Database,
  requestLimits: RequestLimitTable,
  schemas: readonly Schema[],
  { auditKey, extensions = [] }: StoreOptions,
): Stores {
  const expiringTables = extensions.flatMap((extension) => extension.expiringTables ?? []);
  const userTables = extensions.flatMap((extension) => extension.userTables ?? []);
  const simulatedResponses = extensions.find((extension) => extension.simulatedResponses)?.simulatedResponses;
  const write = auditedWrite(database, auditKey);
  return Object.freeze({
    engine: { ...engineStore(database, { auditKey, userTables, simulatedResponses }), requestLimits },
    josePublicKeys: josePublicKeyStore(database, write),
    auditLog: auditLogReader(database, auditKey),
    database: <Tables>() => extensionDatabase<Tables>(database, write),
    sweep: async (now: number, batchSize: number = SWEEP_BATCH) =>
      (await sweep(database, expiringTables, now, batchSize)) +
      (await inSlices(batchSize, (limit) => requestLimits.deleteEmpty(now, limit))),
    health: createHealthCheck(database, schemas),
    async close() {
      await requestLimits.close();
      await database.close();
    },
  });
}
