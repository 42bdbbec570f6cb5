import { type Kysely, sql } from 'kysely';

const TABLES = { audit_heads: 'audit_chain_heads', kept_secrets: 'stored_secrets' } as const;

const COLUMNS = [
  ['audit_chain_heads', 'head_mac', 'mac'],
  ['audit_chain_heads', 'anchor_sequence', 'checkpoint_sequence'],
  ['audit_chain_heads', 'anchor_hash', 'checkpoint_hash'],
  ['audit_chain_heads', 'anchor_mac', 'checkpoint_mac'],
  ['one_time_tokens', 'dead_at', 'revoked_at'],
  ['factor_challenges', 'tries', 'attempts'],
  ['idempotency_records', 'answer', 'response'],
] as const;

/** Gives tables and columns the names that the code uses for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [from, to] of Object.entries(TABLES)) {
    await sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(db);
  }
  for (const [table, from, to] of COLUMNS) {
    await sql`alter table ${sql.table(table)} rename column ${sql.ref(from)} to ${sql.ref(to)}`.execute(db);
  }
}
