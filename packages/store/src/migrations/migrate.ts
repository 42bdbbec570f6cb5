import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database, Dialect } from '../database/database.ts';
import { StoreError } from '../store-error.ts';
import * as initial from './0001-initial.ts';
import * as chainHeadMac from './0003-chain-head-mac.ts';
import * as storedSecrets from './0004-stored-secrets.ts';
import * as keyCheck from './0005-key-check.ts';
import * as plainNames from './0007-plain-names.ts';
import * as requestLimits from './0008-request-limits.ts';
import * as recentFailures from './0009-recent-failures.ts';
import * as writeProbe from './0010-write-probe.ts';
import * as auditShards from './0011-audit-shards.ts';
import * as issuedTokens from './0012-issued-tokens.ts';

/** One step of a schema. It runs once for each database, in a transaction. */
export type MigrationStep = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;

/** The steps of a schema by name, in the order of their names. A released step never changes. */
export type MigrationSteps = Readonly<Record<string, MigrationStep>>;

/** Tables that are migrated together, and the table that records which steps ran. */
export interface Schema {
  readonly steps: MigrationSteps;
  readonly migrationTable: string;
}

/** A step that changed tables which extensions own now. */
const moved: MigrationStep = async () => {};

/** The tables of the engine, the audit log and uploaded keys. */
export const STORE_SCHEMA: Schema = {
  migrationTable: 'kysely_migration',
  // Databases record these names, so a step keeps its name when its file is renamed.
  steps: {
    '0001-initial': initial.up,
    '0002-outcomes-by-target': moved,
    '0003-seals-and-indexes': chainHeadMac.up,
    '0004-kept-secrets': storedSecrets.up,
    '0005-key-check': keyCheck.up,
    '0006-empty-inbox': moved,
    '0007-plain-names': plainNames.up,
    '0008-request-limits': requestLimits.up,
    '0009-recent-failures': recentFailures.up,
    '0010-write-probe': writeProbe.up,
    '0011-audit-shards': auditShards.up,
    '0012-issued-tokens': issuedTokens.up,
  },
};

function migrationsFor({ steps }: Schema, dialect: Dialect): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(steps).map(([name, up]) => [name, { up: (db: Kysely<unknown>) => up(db, dialect) }]),
  );
}

/** The names of the steps that ran on the database, sorted; none if it is empty. */
async function appliedSteps(database: Database, { migrationTable }: Schema): Promise<readonly string[]> {
  return await database.read(async (db) => {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
    if (!tables.some((table) => table.name === migrationTable)) return [];
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)}`.execute(db);
    return rows.map((row) => row.name).sort();
  });
}

/** Whether exactly the steps of the schema ran on the database. */
export async function isMigrated(database: Database, schema: Schema): Promise<boolean> {
  const applied = await appliedSteps(database, schema);
  return applied.join() === Object.keys(schema.steps).sort().join();
}

function assertKnown(applied: readonly string[], { steps }: Schema): void {
  const unknown = applied.filter((name) => !(name in steps));
  if (unknown.length === 0) return;
  throw new StoreError(
    'database.newer',
    `A newer version migrated the database (it has the schema step ${unknown.at(-1)}). Run that version or a later one.`,
  );
}

/**
 * Checks the schema without changing the database.
 * @throws StoreError `database.newer` or `database.older` unless the database has exactly the schema of this version
 */
export async function assertMigrated(database: Database, schema: Schema): Promise<void> {
  assertKnown(await appliedSteps(database, schema), schema);
  if (await isMigrated(database, schema)) return;
  throw new StoreError(
    'database.older',
    'The database is empty or of an older version. Start the server once, which migrates it.',
  );
}

/**
 * Migrates the database to the schema of this version. Several processes may call it at once: one runs the steps.
 * @throws StoreError `database.newer` when the database has steps that this version does not know
 * @throws StoreError `migration.failed`
 * @throws ScaError `service.unavailable` when the database is unavailable
 */
export async function migrate(database: Database, schema: Schema): Promise<void> {
  assertKnown(await appliedSteps(database, schema), schema);
  const migrator = new Migrator({
    db: database.schema,
    provider: { getMigrations: async () => migrationsFor(schema, database.dialect) },
    migrationTableName: schema.migrationTable,
    migrationLockTableName: `${schema.migrationTable}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new StoreError('migration.failed', 'The database could not be migrated to this version.', { cause: error });
  }
}
