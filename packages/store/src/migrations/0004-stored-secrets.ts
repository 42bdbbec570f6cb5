import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { createTable } from './table-shape.ts';

/**
 * One table for all factors with one secret per profile. Face maps are stored as templates from here on. A migration has
 * no key to create them, so stored face maps are deleted and have to be enrolled again.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTable(db, dialect, {
    name: 'kept_secrets',
    columns: {
      client_id: 'text',
      user_id: 'integer',
      profile_id: 'integer',
      factor: 'text',
      secret: 'text',
      created_at: 'integer',
    },
    key: ['client_id', 'user_id', 'profile_id', 'factor'],
  });
  await sql`insert into kept_secrets (client_id, user_id, profile_id, factor, secret, created_at)
    select client_id, user_id, profile_id, 'PIN', secret, created_at from pins`.execute(db);
  // A deleted face map may have opened a session.
  await sql`delete from sca_sessions`.execute(db);
  await db.schema.dropTable('pins').execute();
  await db.schema.dropTable('face_maps').execute();
}
