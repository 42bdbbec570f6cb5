import type { Store } from '@sca-kit/engine';
import type { AuditLogReader } from './audit/audit-log-reader.ts';
import type { ExtensionDatabase } from './extension.ts';
import type { JosePublicKeyStore } from './jose-public-keys.ts';

/** Result of a health check. */
export interface Health {
  /** Whether the database responds within two seconds and, if it is migrated, can be written. */
  readonly reachable: boolean;
  /** Whether the database has exactly the schema of this version. */
  readonly migrated: boolean;
}

/** An open database with everything that is stored in it. */
export interface Stores {
  /** The storage port of the engine. */
  readonly engine: Store;
  readonly josePublicKeys: JosePublicKeyStore;
  readonly auditLog: AuditLogReader;
  /** The database as an extension uses it, for the repositories of the extension's tables. */
  database<Tables>(): ExtensionDatabase<Tables>;
  /**
   * Deletes expired rows, at most `batchSize` of each table, in short transactions. Rows expire on the clock of their
   * client. Call it again, after a pause, until it returns 0.
   * @param now milliseconds since the Unix epoch, system clock
   * @param batchSize 200 by default
   * @returns the number of deleted rows
   */
  sweep(now: number, batchSize?: number): Promise<number>;
  /** Checks the connection and the schema, and writes a row. Never rejects. */
  health(): Promise<Health>;
  /** Closes all connections. */
  close(): Promise<void>;
}
