import type { RateLimitRepository } from '@sca-kit/engine';
import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Hits of a bucket between two deletions of its old hits. */
const HITS_PER_CLEANUP = 32;

function inWindow(db: Queries, clientId: string, bucket: string, at: number, window: number) {
  return db
    .selectFrom('rateLimitHits')
    .where((eb) => eb.and({ clientId, bucket }))
    .where('at', '>', at - window)
    .where('at', '<=', at);
}

/** Writes the row of the bucket first, so that concurrent hits wait for each other, on every replica. */
async function claimBucket(db: Queries, clientId: string, bucket: string, at: number, window: number) {
  return await db
    .insertInto('rateLimitBuckets')
    .values({ clientId, bucket, hits: 1, span: window, keepUntil: at + window })
    .onConflict((oc) =>
      oc.columns(['clientId', 'bucket']).doUpdateSet({
        hits: sql`rate_limit_buckets.hits + 1`,
        span: sql`case when excluded.span > rate_limit_buckets.span then excluded.span else rate_limit_buckets.span end`,
        keepUntil: sql`case when excluded.keep_until > rate_limit_buckets.keep_until then excluded.keep_until else rate_limit_buckets.keep_until end`,
      }),
    )
    .returning(['hits', 'span'])
    .executeTakeFirstOrThrow();
}

export function rateLimitRepository(db: Queries): RateLimitRepository {
  return {
    async hit(clientId, bucket, at, window) {
      const { hits: number, span } = await claimBucket(db, clientId, bucket, at, window);
      if (number % HITS_PER_CLEANUP === 0) {
        await db
          .deleteFrom('rateLimitHits')
          .where((eb) => eb.and({ clientId, bucket }))
          .where('at', '<=', at - span)
          .execute();
      }
      await db.insertInto('rateLimitHits').values({ clientId, bucket, at, number }).execute();
      const { hits, oldest } = await inWindow(db, clientId, bucket, at, window)
        .select((eb) => [eb.fn.countAll<number>().as('hits'), eb.fn.min('at').as('oldest')])
        .executeTakeFirstOrThrow();
      return { hits, oldest };
    },
    async peek(clientId, bucket, at, window) {
      const { hits, oldest, newest } = await inWindow(db, clientId, bucket, at, window)
        .select((eb) => [
          eb.fn.countAll<number>().as('hits'),
          eb.fn.min<number | null>('at').as('oldest'),
          eb.fn.max<number | null>('at').as('newest'),
        ])
        .executeTakeFirstOrThrow();
      return { hits, oldest, newest };
    },
    async release(clientId, bucket, at) {
      const newest = await db
        .selectFrom('rateLimitHits')
        .select(['at', 'number'])
        .where((eb) => eb.and({ clientId, bucket }))
        .where('at', '<=', at)
        .orderBy('at', 'desc')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!newest) return;
      await db
        .deleteFrom('rateLimitHits')
        .where((eb) => eb.and({ clientId, bucket, at: newest.at, number: newest.number }))
        .execute();
    },
  };
}
