import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** Somebody who can write to the tables and has no key. */
export interface Intruder {
  /** A statement of its own, or about a client, `$1`. */
  change(statement: string): Promise<void>;
  run(statement: string, clientId: string): Promise<void>;
  close(): Promise<void>;
}

export async function intruderInFile(location: string): Promise<Intruder> {
  const file = new DatabaseSync(location);
  return {
    change: async (statement) => file.exec(statement),
    run: async (statement, clientId) => void file.prepare(statement).run({ $1: clientId }),
    close: async () => file.close(),
  };
}

export async function intruderInPostgres(location: string): Promise<Intruder> {
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  return {
    change: async (statement) => void (await client.query(statement)),
    run: async (statement, clientId) => void (await client.query(statement, [clientId])),
    close: () => client.end(),
  };
}
