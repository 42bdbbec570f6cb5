import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';

/** Moves the failures of a profile in the last 24 hours from the rate limits to its row, which every attempt writes anyway. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await sql`alter table profiles add column recent_failures text not null default '[]'`.execute(db);
  const list = dialect === 'postgres' ? sql`json_agg(at order by at)::text` : sql`json_group_array(at order by at)`;
  const bucket = sql`'failures:' || user_id || ':' || profile_id`;
  await sql`update profiles set recent_failures = coalesce((select ${list} from rate_limit_hits as hit
    where hit.client_id = profiles.client_id and hit.bucket = ${bucket} having count(*) > 0), '[]')`.execute(db);
  for (const table of ['rate_limit_hits', 'rate_limit_buckets']) {
    await sql`delete from ${sql.table(table)} where bucket like 'failures:%'`.execute(db);
  }
}
