import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database, Dialect } from '../database/database.ts';
import { StoreError } from '../store-error.ts';
import * as initial from './0001-initial.ts';
import * as outcomesByTarget from './0002-outcomes-by-target.ts';
import * as sealsAndIndexes from './0003-seals-and-indexes.ts';
import * as keptSecrets from './0004-kept-secrets.ts';
import * as keyCheck from './0005-key-check.ts';
import * as emptyInbox from './0006-empty-inbox.ts';
import * as plainNames from './0007-plain-names.ts';

type Step = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;

/** Every step of the schema, by name; names sort in the order of the steps. A released step never changes. */
const STEPS: Readonly<Record<string, Step>> = {
  '0001-initial': initial.up,
  '0002-outcomes-by-target': outcomesByTarget.up,
  '0003-seals-and-indexes': sealsAndIndexes.up,
  '0004-kept-secrets': keptSecrets.up,
  '0005-key-check': keyCheck.up,
  '0006-empty-inbox': emptyInbox.up,
  '0007-plain-names': plainNames.up,
};

function migrationsFor(dialect: Dialect): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(STEPS).map(([name, up]) => [name, { up: (db: Kysely<unknown>) => up(db, dialect) }]),
  );
}

/** The names of the steps that the database has taken; none when it is empty. */
async function takenSteps(database: Database): Promise<readonly string[]> {
  return await database.read(async (db) => {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
    if (!tables.some((table) => table.name === 'kysely_migration')) return [];
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return rows.map((row) => row.name);
  });
}

/** Whether the database has exactly the schema of this version. */
export async function isMigrated(database: Database): Promise<boolean> {
  const taken = await takenSteps(database);
  return taken.join() === Object.keys(STEPS).join();
}

function assertKnown(taken: readonly string[]): void {
  const unknown = taken.filter((name) => !(name in STEPS));
  if (unknown.length === 0) return;
  throw new StoreError(
    'database.newer',
    `The database was made by a newer version (it has the schema step ${unknown.at(-1)}); run that version or a later one`,
  );
}

/**
 * For who reads and must not change anything.
 * @throws StoreError `database.newer`, `database.older` when the database has not exactly the schema of this version
 */
export async function assertMigrated(database: Database): Promise<void> {
  const taken = await takenSteps(database);
  assertKnown(taken);
  if (taken.join() === Object.keys(STEPS).join()) return;
  throw new StoreError(
    'database.older',
    'The database is empty or of an older version; start the server once, which brings it to this version',
  );
}

/**
 * Brings the database to the schema of this version. Several processes may do so at once: one does the work.
 * @throws StoreError `database.newer` when it has steps that this version does not know
 * @throws StoreError `migration.failed`
 * @throws ScaError `service.unavailable` when the database cannot be reached
 */
export async function migrate(database: Database): Promise<void> {
  assertKnown(await takenSteps(database));
  const migrator = new Migrator({
    db: database.schema,
    provider: { getMigrations: async () => migrationsFor(database.dialect) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new StoreError('migration.failed', 'The database could not be brought to this version', { cause: error });
  }
}
