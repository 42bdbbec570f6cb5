import { type Kysely, sql } from 'kysely';
import { headMac } from '../audit/chain.ts';
import type { Dialect } from '../database/database.ts';

/**
 * For the newest key of a use, and for the sweep. One by client and validity would serve the sweep as well, but SQLite
 * would take it for the newest key too, and sort.
 */
const KEY_INDEXES = [['client_id', 'scope', 'algorithm', 'ordinal'], ['valid_till']] as const;

interface Head {
  readonly client_id: string;
  readonly sequence: number;
  readonly hash: string;
}

/**
 * The heads of an older database are taken as they are found, this once; one without events is not what any version
 * has written, and stays unsealed.
 */
async function sealHeads(db: Kysely<unknown>, auditKey: Uint8Array): Promise<void> {
  await sql`alter table audit_heads add column head_mac text not null default ''`.execute(db);
  const { rows } = await sql<Head>`select client_id, sequence, hash from audit_heads where sequence > 0`.execute(db);
  for (const { client_id, sequence, hash } of rows) {
    const mac = headMac(auditKey, client_id, sequence, hash);
    await sql`update audit_heads set head_mac = ${mac} where client_id = ${client_id}`.execute(db);
  }
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

export async function up(db: Kysely<unknown>, dialect: Dialect, auditKey: Uint8Array): Promise<void> {
  await sealHeads(db, auditKey);
  await dateHeads(db, dialect);
  for (const columns of KEY_INDEXES) {
    const index = db.schema.createIndex(`jose_public_keys_by_${columns.join('_')}`).on('jose_public_keys');
    await index.columns([...columns]).execute();
  }
}
