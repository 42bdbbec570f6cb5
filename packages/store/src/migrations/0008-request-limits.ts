import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';

/** Request limits leave the durable tables. On SQLite they are in a file of their own. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema.dropTable('rate_paces').execute();
  if (dialect === 'sqlite') return;
  // Without an index on `tat`, so that PostgreSQL can update rows in place (HOT).
  await sql`create unlogged table request_limits (
    client_id text not null, bucket text not null, tat bigint not null, primary key (client_id, bucket))`.execute(db);
}
