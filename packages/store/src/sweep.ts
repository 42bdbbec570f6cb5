import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Queries } from './database/database.ts';
import type { ExpiringTable } from './extension.ts';

/** An expiring table of the store itself. */
interface Expiring extends ExpiringTable {
  /** A further condition on a row `it`, by the system clock. */
  readonly only?: (now: number) => RawBuilder<unknown>;
}

/** Real milliseconds in which a request without a stored response may still be in progress. */
const IN_FLIGHT = 60_000;

/** A client that moves its clock during a request must not start a second request with the same key. */
const isCompleted = (now: number): RawBuilder<unknown> =>
  sql`(it.response is not null or it.created_at <= ${now - IN_FLIGHT})`;

const EXPIRING: readonly Expiring[] = [
  { table: 'access_tokens', key: ['client_id', 'digest'], expiresAt: 'expires_at' },
  { table: 'one_time_tokens', key: ['client_id', 'digest'], expiresAt: 'keep_until' },
  { table: 'otp_codes', key: ['client_id', 'token_digest', 'channel'], expiresAt: 'keep_until' },
  { table: 'sca_sessions', key: ['client_id', 'user_id', 'profile_id'], expiresAt: 'expires_at' },
  { table: 'factor_challenges', key: ['client_id', 'challenge_id'], expiresAt: 'keep_until' },
  { table: 'idempotency_records', key: ['client_id', 'key'], expiresAt: 'expires_at', only: isCompleted },
  // Keys are not used after their validity.
  { table: 'jose_public_keys', key: ['client_id', 'key_id'], expiresAt: 'valid_till' },
];

const ANY = sql`1 = 1`;

const columns = (names: readonly string[], table?: string) =>
  sql.join(names.map((name) => sql.ref(table ? `${table}.${name}` : name)));

async function run(db: Queries, query: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } = await query.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Clocks of clients are never behind the system clock, so what has expired on the system clock has expired for every client. */
function deleteExpired(db: Queries, expiring: Expiring, now: number, limit: number): Promise<number> {
  const { table, key, expiresAt, only } = expiring;
  const [name, column] = [sql.table(table), sql.ref(`it.${expiresAt}`)];
  return run(
    db,
    sql`delete from ${name} where (${columns(key)}) in (
      select ${columns(key, 'it')} from ${name} it
      where ${column} <= ${now} and ${only?.(now) ?? ANY} order by ${column} limit ${limit})`,
  );
}

/** Deletes what has expired only on the clock of a client that is ahead. The cross join makes SQLite start at those few clients. */
function deleteExpiredAhead(db: Queries, expiring: Expiring, now: number, limit: number): Promise<number> {
  const { table, key, expiresAt, only } = expiring;
  const name = sql.table(table);
  return run(
    db,
    sql`delete from ${name} where (${columns(key)}) in (
      select ${columns(key, 'it')} from clients cross join ${name} it
      where clients.clock_offset > 0 and it.client_id = clients.client_id
        and it.${sql.ref(expiresAt)} <= ${now} + clients.clock_offset and ${only?.(now) ?? ANY} limit ${limit})`,
  );
}

/** Deletes the hits of buckets that no window includes any more, then the buckets without hits. */
async function deleteIdleBuckets(db: Queries, now: number, limit: number): Promise<number> {
  const idle = sql`
    select client_id, bucket from rate_limit_buckets where keep_until <= ${now}
    union all
    select it.client_id, it.bucket from clients cross join rate_limit_buckets it
    where clients.clock_offset > 0 and it.client_id = clients.client_id
      and it.keep_until <= ${now} + clients.clock_offset`;
  const hits = await run(
    db,
    sql`delete from rate_limit_hits where (client_id, bucket, at, number) in (
      select hit.client_id, hit.bucket, hit.at, hit.number
      from (select client_id, bucket from (${idle}) found limit ${limit}) idle
      cross join rate_limit_hits hit
      where hit.client_id = idle.client_id and hit.bucket = idle.bucket limit ${limit})`,
  );
  if (hits >= limit) return hits;
  const buckets = await run(
    db,
    // Compares the time again: a bucket that was hit meanwhile is not idle.
    sql`delete from rate_limit_buckets where (client_id, bucket) in (select client_id, bucket from (${idle}) found limit ${limit - hits})
      and keep_until <= ${now} + coalesce((select clock_offset from clients where clients.client_id = rate_limit_buckets.client_id), 0)
      and not exists (select 1 from rate_limit_hits hit
        where hit.client_id = rate_limit_buckets.client_id and hit.bucket = rate_limit_buckets.bucket)`,
  );
  return hits + buckets;
}

/** Rows per transaction: it takes one or two milliseconds on SQLite, and requests run between two slices. */
const SLICE = 25;

/** Runs each step until it deletes nothing, in transactions so short that requests can run in between. */
export async function inSlices(batchSize: number, ...steps: ((limit: number) => Promise<number>)[]): Promise<number> {
  let swept = 0;
  for (const step of steps) {
    while (swept < batchSize) {
      const limit = Math.min(SLICE, batchSize - swept);
      const deleted = await step(limit);
      swept += deleted;
      await nextTurn();
      if (deleted < limit) break;
    }
  }
  return swept;
}

/** Deletes one bounded batch of each table with expired rows. Returns the number of deleted rows. */
export async function sweep(
  database: Database,
  extensionTables: readonly ExpiringTable[],
  now: number,
  batchSize: number,
): Promise<number> {
  let swept = 0;
  for (const expiring of [...EXPIRING, ...extensionTables]) {
    swept += await inSlices(
      batchSize,
      (limit) => database.write((db) => deleteExpired(db, expiring, now, limit)),
      (limit) => database.write((db) => deleteExpiredAhead(db, expiring, now, limit)),
    );
  }
  return swept + (await inSlices(batchSize, (limit) => database.write((db) => deleteIdleBuckets(db, now, limit))));
}
