import { type Kysely, sql } from 'kysely';

/** Messages were sealed for their client alone, and are from here on for their user and time too. They last a day anyway. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from inbox_messages`.execute(db);
}
