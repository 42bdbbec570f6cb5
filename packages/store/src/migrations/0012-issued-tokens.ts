import type { Kysely } from 'kysely';

/** A refresh token and an authorization code remember what they gave, so that it can be revoked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('access_tokens').addColumn('issued_digest', 'text').execute();
}
