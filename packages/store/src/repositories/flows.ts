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
import { prepare, valuesOf } from '../database/prepared.ts';
import type { WriteBuffer } from '../database/write-buffer.ts';
import type { Tables } from '../tables.ts';
import { lookUpToken } from './records.ts';
import { changesRow, insertNew, userKey } from './statements.ts';

/** Milliseconds for which expired codes and challenges are kept, so that "expired" and "never started" differ. */
const RETENTION = 24 * 60 * 60 * 1000;

type TokenRow = Tables['oneTimeTokens'];

/** The columns that a later version of a token changes. */
const CHANGING_COLUMNS = [
  'actionType',
  'risk',
  'linkDigest',
  'linkText',
  'slots',
  'requiredFactors',
  'expiresAt',
  'clearedAt',
  'approvedUntil',
  'consumedAt',
  'revokedAt',
  'version',
  'keepUntil',
] as const satisfies (keyof TokenRow)[];

const insertToken = prepare<TokenRow>((db, value) =>
  db.insertInto('oneTimeTokens').values({
    ...valuesOf(['clientId', 'userId', 'profileId', 'digest', 'createdAt'], value),
    ...valuesOf(CHANGING_COLUMNS, value),
  }),
);

const updateToken = prepare<TokenRow & { readonly before: number }>((db, value) =>
  db
    .updateTable('oneTimeTokens')
    .set(valuesOf(CHANGING_COLUMNS, value))
    .where('clientId', '=', value('clientId'))
    .where('digest', '=', value('digest'))
    .where('version', '=', value('before')),
);

function changedToken(): ScaError {
  return new ScaError('service.unavailable', {
    message: 'The one-time token was changed by another request. Try again.',
  });
}

function fromToken({ slots, ...token }: OneTimeTokenRecord) {
  return {
    ...token,
    slots: JSON.stringify(slots),
    // The approval of a token that was cleared in its last minutes outlasts the token.
    keepUntil: Math.max(token.expiresAt, token.approvedUntil ?? 0),
  };
}

export function oneTimeTokenRepository(db: Queries, writes: WriteBuffer): OneTimeTokenRepository {
  return {
    find: async (clientId, digest) => (await lookUpToken(db, clientId, digest)).token,
    lookUp: (clientId, digest, type) => lookUpToken(db, clientId, digest, type),
    insert: (token) =>
      writes.add({ target: `oneTimeTokens ${token.digest}`, query: insertToken.compile(db, fromToken(token)) }),
    save: (next, required = true) =>
      writes.add({
        target: `oneTimeTokens ${next.digest}`,
        query: updateToken.compile(db, { ...fromToken(next), before: next.version - 1 }),
        ...(required ? { unchanged: changedToken } : {}),
      }),
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
