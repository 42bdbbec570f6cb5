import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { createTable, type TableShape } from './table-shape.ts';

const HEADS: TableShape = {
  name: 'audit_chain_heads',
  columns: {
    client_id: 'text',
    shard: 'integer',
    sequence: 'integer',
    hash: 'text',
    mac: 'text',
    oldest_at: 'integer?',
    checkpoint_sequence: 'integer',
    checkpoint_hash: 'text',
    checkpoint_mac: 'text',
  },
  key: ['client_id', 'shard'],
  indexes: [['oldest_at']],
};

const EVENTS: TableShape = {
  name: 'audit_events',
  columns: {
    client_id: 'text',
    shard: 'integer',
    sequence: 'integer',
    user_id: 'integer?',
    profile_id: 'integer?',
    actor: 'text',
    type: 'text',
    result: 'text',
    at: 'integer',
    trace_id: 'text?',
    data: 'text',
    hash: 'text',
  },
  key: ['client_id', 'shard', 'sequence'],
};

/**
 * Gives a client several chains. What it has becomes the first of them, as it is. A migration has no key to sign the heads of the
 * others: the first event of another chain adds them.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const shape of [HEADS, EVENTS]) {
    const before = `${shape.name}_before`;
    await sql`alter table ${sql.table(shape.name)} rename to ${sql.table(before)}`.execute(db);
    // The names of indexes are unique in a schema of PostgreSQL.
    if (dialect === 'postgres') {
      await sql`alter index if exists ${sql.ref(`${shape.name}_key`)} rename to ${sql.ref(`${before}_key`)}`.execute(
        db,
      );
    }
    await createTable(db, dialect, shape);
    const columns = Object.keys(shape.columns).filter((column) => column !== 'shard');
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(shape.name)} (${names}, shard) select ${names}, 0 from ${sql.table(before)}`.execute(
      db,
    );
    await db.schema.dropTable(before).execute();
  }
}
