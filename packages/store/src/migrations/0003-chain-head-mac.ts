import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';

/**
 * For the newest key of a use, and for the sweep. With `client_id` first in the second index, SQLite would use it for the
 * newest key too, and sort.
 */
const KEY_INDEXES = [['client_id', 'scope', 'algorithm', 'ordinal'], ['valid_till']] as const;

/**
 * Signs no existing chain head: somebody with access to the tables could have deleted events, or could make this step run
 * again. Verification reports the audit logs of an older database as unsigned.
 */
async function addHeadMac(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_heads add column head_mac text not null default ''`.execute(db);
}

/** Retention finds clients to prune by the time of their first event. */
async function addOldestAt(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const type = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  await sql`alter table audit_heads add column oldest_at ${type}`.execute(db);
  await sql`update audit_heads set oldest_at = (select at from audit_events
    where audit_events.client_id = audit_heads.client_id and audit_events.sequence = audit_heads.anchor_sequence + 1)`.execute(
    db,
  );
  await db.schema.createIndex('audit_heads_by_oldest_at').on('audit_heads').column('oldest_at').execute();
}

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await addHeadMac(db);
  await addOldestAt(db, dialect);
  for (const columns of KEY_INDEXES) {
    const index = db.schema.createIndex(`jose_public_keys_by_${columns.join('_')}`).on('jose_public_keys');
    await index.columns([...columns]).execute();
  }
}
