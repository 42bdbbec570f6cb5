import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** A connection that bypasses the store, as an attacker has who can write to the tables but has no key. */
export interface RawConnection {
  execute(statement: string): Promise<void>;
  /** Executes a statement with the client id as `$1`. */
  executeFor(statement: string, clientId: string): Promise<void>;
  close(): Promise<void>;
}

export async function openRawSqlite(location: string): Promise<RawConnection> {
  const file = new DatabaseSync(location);
  return {
    execute: async (statement) => file.exec(statement),
    executeFor: async (statement, clientId) => void file.prepare(statement).run({ $1: clientId }),
    close: async () => file.close(),
  };
}

export async function openRawPostgres(location: string): Promise<RawConnection> {
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  return {
    execute: async (statement) => void (await client.query(statement)),
    executeFor: async (statement, clientId) => void (await client.query(statement, [clientId])),
    close: () => client.end(),
  };
}
