import { DatabaseSync } from 'node:sqlite';
import { readConfig } from '@sca-kit/server';

/** What tells a copied row from the one it is copied from, by table: SQL of the columns, `n` is the number of the copy. */
const COPIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  users: { user_id: 'user_id + n * 100000000', email: "n || '-' || email", registration_code_digest: 'null' },
  profiles: { user_id: 'user_id + n * 100000000', profile_id: 'profile_id + n * 100000000' },
  access_tokens: { user_id: 'user_id + n * 100000000', digest: "printf('%09d', n) || digest" },
  stored_secrets: { user_id: 'user_id + n * 100000000', profile_id: 'profile_id + n * 100000000' },
  device_fingerprints: { user_id: 'user_id + n * 100000000', profile_id: 'profile_id + n * 100000000' },
};
/** Profiles of a user. */
const PER_USER = 2;

/** Copies a user of the database, with profiles, tokens and factors, until there are so many profiles. No server may run. */
export function addProfiles(data: string, profiles: number): void {
  const database = new DatabaseSync(readConfig({ SCA_DATA: data }).database);
  const [newest] = database.prepare('select client_id, user_id from users order by created_at desc limit 1').all();
  database.exec('pragma cache_size = -200000; begin');
  for (const [table, changed] of Object.entries(COPIES)) {
    const columns = database
      .prepare(`pragma table_info(${table})`)
      .all()
      .map(({ name }) => String(name));
    database
      .prepare(
        `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
         insert into ${table} (${columns.join(', ')})
         select ${columns.map((column) => changed[column] ?? column).join(', ')}
         from numbers cross join (select * from ${table} where client_id = ? and user_id = ?)`,
      )
      .run(profiles / PER_USER, newest?.client_id ?? null, newest?.user_id ?? null);
  }
  database.exec('commit');
  database.close();
}
