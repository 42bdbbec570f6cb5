import {
  type AccessTokenRepository,
  type ClientRepository,
  type ProfileKey,
  type ProfileRepository,
  ScaError,
  type UserKey,
  type UserRecord,
  type UserRepository,
} from '@sca-kit/engine';
import { type Selectable, sql } from 'kysely';
import { addChainHeads } from '../audit/append-events.ts';
import type { Queries } from '../database/database.ts';
import { prepare, valuesOf } from '../database/prepared.ts';
import type { WriteBuffer } from '../database/write-buffer.ts';
import type { Tables } from '../tables.ts';
import { findFactors, toProfile } from './records.ts';
import { changesRow, insertNew, profileKey, userKey } from './statements.ts';

/** Adds the chain heads of the audit log together with the client, and never later. */
export function clientRepository(db: Queries, auditKey: Uint8Array): ClientRepository {
  return {
    find: (clientId) => db.selectFrom('clients').selectAll().where('clientId', '=', clientId).executeTakeFirst(),
    async insert(client) {
      const added = await insertNew(db.insertInto('clients').values(client));
      if (added) await addChainHeads(db, auditKey, client.clientId);
      return added;
    },
    async advanceClock(clientId, milliseconds) {
      const row = await db
        .updateTable('clients')
        .set((eb) => ({ clockOffset: eb('clockOffset', '+', milliseconds) }))
        .where('clientId', '=', clientId)
        .returning('clockOffset')
        .executeTakeFirst();
      if (!row) throw new ScaError('client.not.found');
      return row.clockOffset;
    },
  };
}

const toUser = (row: Selectable<Tables['users']>): UserRecord => ({ ...row, active: row.active === 1 });

/** Tables with rows of a user, in addition to `users` and `profiles`. The audit log stays. */
const USER_TABLES = [
  'access_tokens',
  'stored_secrets',
  'device_fingerprints',
  'phone_numbers',
  'one_time_tokens',
  'otp_codes',
  'sca_sessions',
  'authentication_factors',
  'factor_challenges',
];

async function deleteUser(db: Queries, key: UserKey, extensionTables: readonly string[]): Promise<boolean> {
  // Profiles first: the delete waits for transactions that hold their rows, and then sees what those wrote.
  for (const table of ['profiles', ...USER_TABLES, ...extensionTables]) {
    await sql`delete from ${sql.table(table)} where client_id = ${key.clientId} and user_id = ${key.userId}`.execute(
      db,
    );
  }
  return await changesRow(db.deleteFrom('users').where((eb) => eb.and(userKey(key))));
}

/** @param extensionTables tables of extensions whose rows are deleted with their user */
export function userRepository(db: Queries, extensionTables: readonly string[]): UserRepository {
  return {
    async find(key) {
      const row = await db
        .selectFrom('users')
        .selectAll()
        .where((eb) => eb.and(userKey(key)))
        .executeTakeFirst();
      return row && toUser(row);
    },
    async findByEmail(clientId, email) {
      const row = await db
        .selectFrom('users')
        .selectAll()
        .where((eb) => eb.and({ clientId, email }))
        .executeTakeFirst();
      return row && toUser(row);
    },
    insert: (user) => insertNew(db.insertInto('users').values({ ...user, active: Number(user.active) })),
    delete: (key) => deleteUser(db, key, extensionTables),
  };
}

type AttemptColumn = 'failedAttempts' | 'lockedUntil' | 'recentFailures';

const updateAttempts = prepare<ProfileKey & Pick<Tables['profiles'], AttemptColumn>>((db, value) =>
  db
    .updateTable('profiles')
    .set(valuesOf(['failedAttempts', 'lockedUntil', 'recentFailures'], value))
    .where('clientId', '=', value('clientId'))
    .where('userId', '=', value('userId'))
    .where('profileId', '=', value('profileId')),
);

export function profileRepository(db: Queries, writes: WriteBuffer): ProfileRepository {
  return {
    async find(clientId, profileId) {
      const row = await db
        .selectFrom('profiles')
        .selectAll()
        .where((eb) => eb.and({ clientId, profileId }))
        .executeTakeFirst();
      return row && toProfile(row);
    },
    async listByUser(key) {
      const rows = await db
        .selectFrom('profiles')
        .selectAll()
        .where((eb) => eb.and(userKey(key)))
        .orderBy('isDefault', 'desc')
        .orderBy('profileId')
        .execute();
      return rows.map(toProfile);
    },
    insert: ({ isDefault, recentFailures, ...profile }) =>
      insertNew(
        db
          .insertInto('profiles')
          .values({ ...profile, isDefault: Number(isDefault), recentFailures: JSON.stringify(recentFailures) }),
      ),
    setAttempts({ clientId, userId, profileId }, { failedAttempts, lockedUntil, recentFailures }) {
      const key = { clientId, userId, profileId };
      const attempts = { failedAttempts, lockedUntil, recentFailures: JSON.stringify(recentFailures) };
      return writes.add({
        target: `profiles ${profileId}`,
        query: updateAttempts.compile(db, { ...key, ...attempts }),
      });
    },
    findFactors: (key) => findFactors(db, profileKey(key)),
  };
}

export function accessTokenRepository(db: Queries): AccessTokenRepository {
  return {
    find: (clientId, digest) =>
      db
        .selectFrom('accessTokens')
        .selectAll()
        .where((eb) => eb.and({ clientId, digest }))
        .executeTakeFirst(),
    insert: (token) => insertNew(db.insertInto('accessTokens').values(token)),
    async setIssued(clientId, digest, issuedDigest) {
      await db
        .updateTable('accessTokens')
        .set({ issuedDigest })
        .where((eb) => eb.and({ clientId, digest }))
        .execute();
    },
    async touch(clientId, digest, lastUsedAt) {
      await db
        .updateTable('accessTokens')
        .set({ lastUsedAt })
        .where((eb) => eb.and({ clientId, digest }))
        .where('lastUsedAt', '<', lastUsedAt)
        .execute();
    },
    async setSteppedUp(clientId, digest, steppedUpAt) {
      await db
        .updateTable('accessTokens')
        .set({ steppedUpAt })
        .where((eb) => eb.and({ clientId, digest }))
        .execute();
    },
    async clearSteppedUp({ clientId, userId }) {
      await db
        .updateTable('accessTokens')
        .set({ steppedUpAt: null })
        .where((eb) => eb.and({ clientId, userId }))
        .where('steppedUpAt', 'is not', null)
        .execute();
    },
    delete: (clientId, digest) => changesRow(db.deleteFrom('accessTokens').where((eb) => eb.and({ clientId, digest }))),
  };
}
