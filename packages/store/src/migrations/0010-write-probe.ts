import type { Kysely } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { createTable } from './table-shape.ts';

/** One row that the health check writes. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTable(db, dialect, { name: 'write_probes', columns: { name: 'text', writes: 'integer' }, key: ['name'] });
}
