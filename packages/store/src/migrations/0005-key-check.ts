import type { Kysely } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { createTable } from './table-shape.ts';

/** By which the keys of the database are known, also where no trail holds; whoever opens it with them fills it. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTable(db, dialect, { name: 'key_checks', columns: { name: 'text', mac: 'text' }, key: ['name'] });
}
