import type { AuditEvent } from '@sca-kit/engine';
import type { Kysely } from 'kysely';
import type { AuditedWrite } from './audit/audited-write.ts';
import type { Database, Queries } from './database/database.ts';
import type { MigrationSteps, Schema } from './migrations/migrate.ts';
import { lockScope } from './repositories/scope.ts';

/** A table whose rows the sweep deletes when they expire on the clock of their client. Names are snake case. */
export interface ExpiringTable {
  readonly table: string;
  /** Columns of the primary key; the first is `client_id`. */
  readonly key: readonly string[];
  /** Column with the time of expiry, in milliseconds since the Unix epoch. */
  readonly expiresAt: string;
}

/** Tables of an application in the database of the store. */
export interface StoreExtension {
  /** Lower case, unique in the database. Names the table that records the migration steps. */
  readonly name: string;
  readonly migrations: MigrationSteps;
  /** Tables with `client_id` and `user_id` whose rows are deleted with their user. */
  readonly userTables?: readonly string[];
  readonly expiringTables?: readonly ExpiringTable[];
  /**
   * A table with `client_id` whose rows are simulated responses. Without one, the engine asks its `simulatedResponses` at every
   * verification.
   */
  readonly simulatedResponses?: string;
}

/** The database of the store for the repositories of an extension. Columns are camel case here. */
export interface ExtensionDatabase<Tables> {
  /** Runs `work` on one read-only snapshot. */
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Runs a single statement that reads, without a transaction around it. */
  select<T>(statement: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Runs `work` in a write transaction, again if the database asks for it. */
  write<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Runs `work` in a write transaction and appends the event to the audit log if `work` returns true. */
  auditedWrite(event: AuditEvent | undefined, work: (db: Kysely<Tables>) => Promise<boolean>): Promise<boolean>;
  /** Locks the row of a client until the transaction ends. */
  lockClient(db: Kysely<Tables>, clientId: string): Promise<void>;
}

/** The schema of an extension. Its migrations are recorded in a separate table. */
export function schemaOf({ name, migrations }: StoreExtension): Schema {
  return { migrationTable: `${name}_migration`, steps: migrations };
}

/** The database with the tables of an extension instead of those of the store. */
export function extensionDatabase<Tables>(database: Database, audited: AuditedWrite): ExtensionDatabase<Tables> {
  const own = <T>(work: (db: Kysely<Tables>) => Promise<T>) => work as unknown as (db: Queries) => Promise<T>;
  return {
    read: (work) => database.read(own(work)),
    select: (statement) => database.select(own(statement)),
    write: (work) => database.write(own(work)),
    auditedWrite: (event, work) => audited(event, own(work)),
    lockClient: async (db, clientId) => {
      await lockScope(db as unknown as Queries, database.dialect, { clientId });
    },
  };
}
