import type {
  FactorChallengeRecord,
  FactorChallengeRepository,
  IdempotencyRecord,
  IdempotencyRepository,
  OneTimeTokenRecord,
  OneTimeTokenRepository,
  OtpCodeRecord,
  OtpCodeRepository,
  Slot,
} from '@sca-kit/engine';
import { type Selectable, sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { changed } from './results.ts';

/**
 * How long codes and challenges stay after they expired, in milliseconds: until then "expired" and "never started"
 * are told apart.
 */
const AFTERLIFE = 24 * 60 * 60 * 1000;

function fromToken({ slots, revokedAt, ...token }: OneTimeTokenRecord) {
  return {
    ...token,
    deadAt: revokedAt,
    slots: JSON.stringify(slots),
    // A token cleared in its last minutes serves beyond its own expiry.
    keepUntil: Math.max(token.expiresAt, token.approvedUntil ?? 0),
  };
}

function toToken({ keepUntil: _, slots, deadAt, ...row }: Selectable<Tables['oneTimeTokens']>): OneTimeTokenRecord {
  return { ...row, revokedAt: deadAt, slots: JSON.parse(slots) as Slot[] };
}

export function oneTimeTokenRepository(db: Queries): OneTimeTokenRepository {
  return {
    async find(clientId, digest) {
      const row = await db
        .selectFrom('oneTimeTokens')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('digest', '=', digest)
        .executeTakeFirst();
      return row && toToken(row);
    },
    async insert(token) {
      await db.insertInto('oneTimeTokens').values(fromToken(token)).execute();
    },
    async update(next) {
      const { clientId, digest, userId, profileId, createdAt, ...values } = fromToken(next);
      return changed(
        await db
          .updateTable('oneTimeTokens')
          .set(values)
          .where('clientId', '=', clientId)
          .where('digest', '=', digest)
          .where('version', '=', next.version - 1)
          .executeTakeFirst(),
      );
    },
  };
}

function toCode({ keepUntil: _, ...row }: Selectable<Tables['otpCodes']>): OtpCodeRecord {
  return row;
}

export function otpCodeRepository(db: Queries): OtpCodeRepository {
  return {
    async find(clientId, tokenDigest, channel) {
      const row = await db
        .selectFrom('otpCodes')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('tokenDigest', '=', tokenDigest)
        .where('channel', '=', channel)
        .executeTakeFirst();
      return row && toCode(row);
    },
    async put(code) {
      const row = { ...code, keepUntil: code.expiresAt + AFTERLIFE };
      const { clientId, tokenDigest, channel, ...values } = row;
      await db
        .insertInto('otpCodes')
        .values(row)
        .onConflict((it) => it.columns(['clientId', 'tokenDigest', 'channel']).doUpdateSet(values))
        .execute();
    },
    delete: async (clientId, tokenDigest, channel) =>
      changed(
        await db
          .deleteFrom('otpCodes')
          .where('clientId', '=', clientId)
          .where('tokenDigest', '=', tokenDigest)
          .where('channel', '=', channel)
          .executeTakeFirst(),
      ),
  };
}

function toChallenge({
  keepUntil: _,
  ordinal: __,
  tries,
  ...row
}: Selectable<Tables['factorChallenges']>): FactorChallengeRecord {
  return { ...row, attempts: tries };
}

export function factorChallengeRepository(db: Queries): FactorChallengeRepository {
  return {
    async find(clientId, challengeId) {
      const row = await db
        .selectFrom('factorChallenges')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('challengeId', '=', challengeId)
        .executeTakeFirst();
      return row && toChallenge(row);
    },
    async findLatest(key, purpose, channel) {
      const row = await db
        .selectFrom('factorChallenges')
        .selectAll()
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .where('purpose', '=', purpose)
        .where('channel', '=', channel)
        .orderBy('ordinal', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toChallenge(row);
    },
    insert: async ({ attempts, ...challenge }) =>
      changed(
        await db
          .insertInto('factorChallenges')
          .values({
            ...challenge,
            tries: attempts,
            keepUntil: challenge.expiresAt + AFTERLIFE,
            ordinal: db
              .selectFrom('factorChallenges')
              .select((it) => sql<number>`coalesce(${it.fn.max('ordinal')}, 0) + 1`.as('next'))
              .where('clientId', '=', challenge.clientId)
              .where('userId', '=', challenge.userId),
          })
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      ),
    async update(next) {
      const { clientId, challengeId, userId, createdAt, attempts, ...values } = next;
      return changed(
        await db
          .updateTable('factorChallenges')
          .set({ ...values, tries: attempts, keepUntil: next.expiresAt + AFTERLIFE })
          .where('clientId', '=', clientId)
          .where('challengeId', '=', challengeId)
          .where('version', '=', next.version - 1)
          .executeTakeFirst(),
      );
    },
    delete: async (clientId, challengeId) =>
      changed(
        await db
          .deleteFrom('factorChallenges')
          .where('clientId', '=', clientId)
          .where('challengeId', '=', challengeId)
          .executeTakeFirst(),
      ),
  };
}

export function idempotencyRepository(db: Queries): IdempotencyRepository {
  return {
    async find(clientId, key) {
      const row = await db
        .selectFrom('idempotencyRecords')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('key', '=', key)
        .executeTakeFirst();
      if (!row) return undefined;
      const { answer, ...record } = row;
      return { ...record, response: answer === null ? null : (JSON.parse(answer) as StoredResponse) };
    },
    insert: async ({ response, ...record }) =>
      changed(
        await db
          .insertInto('idempotencyRecords')
          .values({ ...record, answer: response === null ? null : JSON.stringify(response) })
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      ),
    complete: async (clientId, key, response) =>
      changed(
        await db
          .updateTable('idempotencyRecords')
          .set({ answer: JSON.stringify(response) })
          .where('clientId', '=', clientId)
          .where('key', '=', key)
          .where('answer', 'is', null)
          .executeTakeFirst(),
      ),
    delete: async (clientId, key) =>
      changed(
        await db
          .deleteFrom('idempotencyRecords')
          .where('clientId', '=', clientId)
          .where('key', '=', key)
          .executeTakeFirst(),
      ),
  };
}

type StoredResponse = NonNullable<IdempotencyRecord['response']>;
