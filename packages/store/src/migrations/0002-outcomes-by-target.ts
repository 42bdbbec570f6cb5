import type { Kysely } from 'kysely';

/** A request without credentials looks for an outcome by its correlation id alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('outcomes_by_target').on('outcomes').column('target').execute();
}
