import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';

/**
 * For the newest key of a use, and for the sweep. One by client and validity would serve the sweep as well, but SQLite
 * would take it for the newest key too, and sort.
 */
const KEY_INDEXES = [['client_id', 'scope', 'algorithm', 'ordinal'], ['valid_till']] as const;

/**
 * No head that is found is sealed: whoever can write to the tables could have cut its chain, and could bring this step
 * about again. The trails of an older database stay without a seal, and checking them says so.
 */
async function addSeals(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_heads add column head_mac text not null default ''`.execute(db);
}

/** Retention finds the clients that it concerns by the time of their first event. */
async function dateHeads(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const type = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  await sql`alter table audit_heads add column oldest_at ${type}`.execute(db);
  await sql`update audit_heads set oldest_at = (select at from audit_events
    where audit_events.client_id = audit_heads.client_id and audit_events.sequence = audit_heads.anchor_sequence + 1)`.execute(
    db,
  );
  await db.schema.createIndex('audit_heads_by_oldest_at').on('audit_heads').column('oldest_at').execute();
}

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await addSeals(db);
  await dateHeads(db, dialect);
  for (const columns of KEY_INDEXES) {
    const index = db.schema.createIndex(`jose_public_keys_by_${columns.join('_')}`).on('jose_public_keys');
    await index.columns([...columns]).execute();
  }
}
