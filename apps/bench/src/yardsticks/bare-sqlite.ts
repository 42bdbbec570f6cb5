import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import { serveBare } from './serve-bare.ts';

// Hono routes with the least that a route has to do, on SQLite with the settings of sca-kit's store.
// Usage: bare-sqlite.ts FOLDER, with the bodies of our responses in BENCH_BODIES.

const TOKENS = 1000;
const bodies: { readonly status: string; readonly challenge: string } = JSON.parse(process.env.BENCH_BODIES ?? '{}');
const database = new DatabaseSync(join(process.argv[2] ?? '', 'bare.sqlite'));
database.exec(`
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table responses (token text primary key, body text not null) strict, without rowid;
  create table clients (client_id text primary key, clock_offset integer not null) strict, without rowid;
  create table access_tokens (
    client_id text, digest text, user_id integer not null, expires_at integer not null, primary key (client_id, digest)
  ) strict, without rowid;
  create table profiles (
    client_id text, user_id integer, profile_id integer, locked_until integer, primary key (client_id, user_id, profile_id)
  ) strict, without rowid;
  create table one_time_tokens (
    client_id text, digest text, user_id integer not null, profile_id integer not null, body text not null,
    expires_at integer not null, primary key (client_id, digest)
  ) strict, without rowid;
`);
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
const tokenOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

database.exec('begin');
database.prepare('insert into clients values (?, 0)').run('client');
database.prepare('insert into access_tokens values (?, ?, 1, ?)').run('client', digestOf('user'), 2 ** 52);
database.prepare('insert into profiles values (?, 1, 1, null)').run('client');
const insertResponse = database.prepare('insert into responses values (?, ?)');
const insertToken = database.prepare('insert into one_time_tokens values (?, ?, 1, 1, ?, ?)');
for (let number = 0; number < TOKENS; number += 1) {
  insertResponse.run(tokenOf(number), bodies.status);
  insertToken.run('client', digestOf(tokenOf(number)), bodies.status, 2 ** 52);
}
database.exec('commit');

const selectResponse = database.prepare('select body from responses where token = ?');
const selectToken = database.prepare(`
  select t.body, t.expires_at, p.locked_until, c.clock_offset
  from access_tokens a
  join clients c on c.client_id = a.client_id
  join one_time_tokens t on t.client_id = a.client_id and t.digest = ? and t.user_id = a.user_id
  join profiles p on p.client_id = t.client_id and p.user_id = t.user_id and p.profile_id = t.profile_id
  where a.client_id = ? and a.digest = ? and a.expires_at > ?`);

const app = new Hono();
app.get('/point-read', ({ req, body }) => {
  const found = selectResponse.get(req.header('one-time-token') ?? '');
  return found ? body(String(found.body), 200, { 'content-type': 'application/json' }) : body(null, 404);
});
app.get('/same-reads', ({ req, body, json }) => {
  const token = digestOf(req.header('one-time-token') ?? '');
  const bearer = digestOf(req.header('authorization')?.slice('Bearer '.length) ?? '');
  const found = selectToken.get(token, 'client', bearer, Date.now());
  return found ? json(JSON.parse(String(found.body))) : body(null, 404);
});
app.get('/commit', ({ body }) => {
  const token = randomUUID();
  insertToken.run('client', digestOf(token), bodies.challenge, 2 ** 52);
  return body(bodies.challenge, 403, { 'content-type': 'application/json', 'x-2fa-approval': token });
});
serveBare(app);
