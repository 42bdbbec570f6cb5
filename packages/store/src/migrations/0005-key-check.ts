import type { Kysely } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { createTable } from './table-shape.ts';

/** Stores a value by which the database recognises its keys. `openStore` writes it. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTable(db, dialect, { name: 'key_checks', columns: { name: 'text', mac: 'text' }, key: ['name'] });
}
