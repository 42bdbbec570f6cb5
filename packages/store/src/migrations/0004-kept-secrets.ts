import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { createTable } from './table-shape.ts';

/**
 * One table for all factors of one secret a profile. Of faces only templates are kept from here on, and no step has the
 * key to make them: the maps go, and are enrolled again.
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
  // A session does not outlive a factor that may have opened it.
  await sql`delete from sca_sessions`.execute(db);
  await db.schema.dropTable('pins').execute();
  await db.schema.dropTable('face_maps').execute();
}
