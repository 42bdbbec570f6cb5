import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accessTo, DISTRIBUTION_KEYS, distributionErrors } from './distribution.ts';

it.each([
  ['select * from "profiles" where ("client_id" = ? and "user_id" = ?)', [], undefined],
  ['select * from "profiles" where "client_id" = $1 and "profile_id" = $2', [], undefined],
  ['insert into "transfers" ("client_id", "user_id", "transfer_id") values (?, ?, ?)', [], undefined],
  ['select * from "profiles" where "client_id" = ?', ['profiles'], undefined],
  ['select * from "profiles" where "client_id" != ? and "user_id" = ?', ['profiles'], undefined],
  ['update "users" set "user_id" = ? where "client_id" = ? and "active" = ?', ['users'], undefined],
  ['delete from audit_events where "client_id" = ? and "sequence" < ?', ['audit_events'], undefined],
  ['insert into "users" ("client_id", "email") values (?, ?)', ['users'], undefined],
  [
    'select * from users where client_id = ? and user_id = ? and exists (select 1 from profiles where client_id = ?)',
    ['profiles'],
    undefined,
  ],
  [
    'select * from "access_tokens" as "a" join "profiles" as "p" on "p"."client_id" = "a"."client_id" and "p"."user_id" = "a"."user_id" where "a"."client_id" = ? and "a"."digest" = ?',
    [],
    'access_tokens',
  ],
  [
    'select * from "access_tokens" as "a" join "profiles" as "p" on "p"."client_id" = "a"."client_id" where "a"."client_id" = ? and "a"."digest" = ?',
    ['profiles'],
    undefined,
  ],
])('finds the tables without a key, and joins across keys, in %s', (statement, unkeyed, joined) => {
  expect(accessTo(statement)).toEqual({ unkeyed, joined });
});

it('reports a statement that scatters, joins across keys or relies on a sequence', () => {
  const scattered = 'select * from "users" where "client_id" = ?';
  const joined =
    'select * from "access_tokens" as "a" join "users" as "u" on "u"."client_id" = "a"."client_id" and "u"."user_id" = "a"."user_id" where "a"."client_id" = ? and "a"."digest" = ?';
  const numbered = "select nextval('ids')";
  const sound = 'select * from "users" where "client_id" = ? and "email" = ?';
  expect(distributionErrors([scattered, joined, numbered, sound])).toEqual([
    { statement: scattered, error: 'touches users without its key' },
    { statement: joined, error: 'joins across keys' },
    { statement: numbered, error: 'relies on a sequence' },
  ]);
});

it('the README lists each table with its key', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('## Distribution');
  const rows = [...section.matchAll(/^\| `(client_id[^|]*)` +\| ([^|]+) \|/gm)].flatMap(([, key = '', tables = '']) =>
    [...tables.matchAll(/`(\w+)`/g)].map(([, table]) => [table, key.split(', ')]),
  );
  expect(Object.fromEntries(rows)).toEqual(DISTRIBUTION_KEYS);
});
