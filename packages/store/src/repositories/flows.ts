import {
  type FactorChallengeRecord,
  type FactorChallengeRepository,
  type IdempotencyRecord,
  type IdempotencyRepository,
  type OneTimeTokenRecord,
  type OneTimeTokenRepository,
  type OtpCodeRecord,
  type OtpCodeRepository,
  ScaError,
} from '@sca-kit/engine';
import { type Selectable, sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { lookUpToken } from './records.ts';
import { changesRow, insertNew, userKey } from './statements.ts';

/** Milliseconds for which expired codes and challenges are kept, so that "expired" and "never started" differ. */
const RETENTION = 24 * 60 * 60 * 1000;

function fromToken({ slots, ...token }: OneTimeTokenRecord) {
  return {
    ...token,
    slots: JSON.stringify(slots),
    // The approval of a token that was cleared in its last minutes outlasts the token.
    keepUntil: Math.max(token.expiresAt, token.approvedUntil ?? 0),
  };
}

export function oneTimeTokenRepository(db: Queries): OneTimeTokenRepository {
  return {
    find: async (clientId, digest) => (await lookUpToken(db, clientId, digest)).token,
    lookUp: (clientId, digest, type) => lookUpToken(db, clientId, digest, type),
    async insert(token) {
      await db.insertInto('oneTimeTokens').values(fromToken(token)).execute();
    },
    async save(next, required = true) {
      const { clientId, digest, userId, profileId, createdAt, ...values } = fromToken(next);
      const saved = await changesRow(
        db
          .updateTable('oneTimeTokens')
          .set(values)
          .where((eb) => eb.and({ clientId, digest, version: next.version - 1 })),
      );
      if (saved || !required) return;
      const message = 'The one-time token was changed by another request. Try again.';
      throw new ScaError('service.unavailable', { message });
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
        .where((eb) => eb.and({ clientId, tokenDigest, channel }))
        .executeTakeFirst();
      return row && toCode(row);
    },
    async put(code) {
      const row = { ...code, keepUntil: code.expiresAt + RETENTION };
      const { clientId, tokenDigest, channel, ...values } = row;
      await db
        .insertInto('otpCodes')
        .values(row)
        .onConflict((oc) => oc.columns(['clientId', 'tokenDigest', 'channel']).doUpdateSet(values))
        .execute();
    },
    delete: (clientId, tokenDigest, channel) =>
      changesRow(db.deleteFrom('otpCodes').where((eb) => eb.and({ clientId, tokenDigest, channel }))),
  };
}

function toChallenge({
  keepUntil: _,
  ordinal: __,
  ...row
}: Selectable<Tables['factorChallenges']>): FactorChallengeRecord {
  return row;
}

export function factorChallengeRepository(db: Queries): FactorChallengeRepository {
  return {
    async find(clientId, challengeId) {
      const row = await db
        .selectFrom('factorChallenges')
        .selectAll()
        .where((eb) => eb.and({ clientId, challengeId }))
        .executeTakeFirst();
      return row && toChallenge(row);
    },
    async findLatest(key, purpose, channel) {
      const row = await db
        .selectFrom('factorChallenges')
        .selectAll()
        .where((eb) => eb.and({ ...userKey(key), purpose, channel }))
        .orderBy('ordinal', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toChallenge(row);
    },
    insert: (challenge) =>
      insertNew(
        db.insertInto('factorChallenges').values({
          ...challenge,
          keepUntil: challenge.expiresAt + RETENTION,
          ordinal: db
            .selectFrom('factorChallenges')
            .select((eb) => sql<number>`coalesce(${eb.fn.max('ordinal')}, 0) + 1`.as('next'))
            .where((eb) => eb.and(userKey(challenge))),
        }),
      ),
    async update(next) {
      const { clientId, challengeId, userId, createdAt, ...values } = next;
      return await changesRow(
        db
          .updateTable('factorChallenges')
          .set({ ...values, keepUntil: next.expiresAt + RETENTION })
          .where((eb) => eb.and({ clientId, challengeId, version: next.version - 1 })),
      );
    },
    delete: (clientId, challengeId) =>
      changesRow(db.deleteFrom('factorChallenges').where((eb) => eb.and({ clientId, challengeId }))),
  };
}

export function idempotencyRepository(db: Queries): IdempotencyRepository {
  return {
    async find(clientId, key) {
      const row = await db
        .selectFrom('idempotencyRecords')
        .selectAll()
        .where((eb) => eb.and({ clientId, key }))
        .executeTakeFirst();
      return row && { ...row, response: row.response === null ? null : (JSON.parse(row.response) as StoredResponse) };
    },
    insert: ({ response, ...record }) =>
      insertNew(
        db
          .insertInto('idempotencyRecords')
          .values({ ...record, response: response === null ? null : JSON.stringify(response) }),
      ),
    complete: (clientId, key, response) =>
      changesRow(
        db
          .updateTable('idempotencyRecords')
          .set({ response: JSON.stringify(response) })
          .where((eb) => eb.and({ clientId, key }))
          .where('response', 'is', null),
      ),
    delete: (clientId, key) => changesRow(db.deleteFrom('idempotencyRecords').where((eb) => eb.and({ clientId, key }))),
  };
}

type StoredResponse = NonNullable<IdempotencyRecord['response']>;
