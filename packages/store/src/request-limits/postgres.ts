import { CompiledQuery } from 'kysely';
import { type Database, withRetries } from '../database/database.ts';
import { decideRetry } from '../database/postgres.ts';
import { arrivalAt, deleteEmptyBuckets, emptyAt, MICRO, moveTat, type RequestLimitTable, retryAfter } from './gcra.ts';

/** A statement that moves the TAT of each bucket if the one before it was moved. Returns for each whether it was, and the TAT before. */
function consumeStatement(count: number): string {
  const steps = Array.from({ length: count }, (_, index) => {
    const at = (offset: number) => `$${3 + index * 4 + offset}`;
    const values = {
      clientId: '$1::text',
      now: '$2::bigint',
      bucket: `${at(0)}::text`,
      interval: `${at(1)}::bigint`,
      limit: `${at(2)}::bigint`,
      latest: `${at(3)}::bigint`,
    };
    const move = moveTat(values, index === 0 ? 'true' : `exists (select from moved_${index - 1})`);
    return {
      move: `moved_${index} as (${move})`,
      result: `select ${index} as index, exists (select from moved_${index}) as moved,
        (select tat from request_limits where client_id = $1 and bucket = ${at(0)}) as tat`,
    };
  });
  return `with ${steps.map(({ move }) => move).join(', ')}
    ${steps.map(({ result }) => result).join(' union all ')} order by index`;
}

/** The request limits in an unlogged table: each request is one statement and one round trip, and its commit waits for no disk. */
export function postgresRequestLimits({ schema }: Database): RequestLimitTable {
  const execute = <Row>(statement: string, parameters: unknown[]) =>
    withRetries(() => schema.executeQuery<Row>(CompiledQuery.raw(statement, parameters)), decideRetry);
  return {
    async consume(clientId, buckets, at) {
      const arrivals = buckets.map((bucket) => ({ bucket, ...arrivalAt(at, bucket) }));
      const parameters = arrivals.flatMap(({ bucket, interval, limit, latest }) => [
        bucket.name,
        interval,
        limit,
        latest,
      ]);
      const { rows } = await execute<{ moved: boolean; tat: number | null }>(consumeStatement(buckets.length), [
        clientId,
        at * MICRO,
        ...parameters,
      ]);
      const index = rows.findIndex((row) => !row.moved);
      const rejected = arrivals[index];
      return rejected && { bucket: rejected.bucket, retryAfter: retryAfter(rows[index]?.tat, rejected) };
    },
    async deleteEmpty(now, limit) {
      const { numAffectedRows } = await execute(deleteEmptyBuckets('$1', '$2'), [emptyAt(now), limit]);
      return Number(numAffectedRows ?? 0n);
    },
    async close() {},
  };
}
