import {
  type AccessTokenRepository,
  type ClientRepository,
  type ProfileRecord,
  type ProfileRepository,
  ScaError,
  type UserKey,
  type UserRecord,
  type UserRepository,
} from '@sca-kit/engine';
import type { Selectable } from 'kysely';
import { addChainHead } from '../audit/append-events.ts';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { changed } from './results.ts';

/** A client gets the head of its audit chain together with its row, and never again. */
export function clientRepository(db: Queries, auditKey: Uint8Array): ClientRepository {
  return {
    find: (clientId) => db.selectFrom('clients').selectAll().where('clientId', '=', clientId).executeTakeFirst(),
    async insert(client) {
      const added = changed(
        await db
          .insertInto('clients')
          .values(client)
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      );
      if (added) await addChainHead(db, auditKey, client.clientId);
      return added;
    },
    async advanceClock(clientId, milliseconds) {
      const row = await db
        .updateTable('clients')
        .set((it) => ({ clockOffset: it('clockOffset', '+', milliseconds) }))
        .where('clientId', '=', clientId)
        .returning('clockOffset')
        .executeTakeFirst();
      if (!row) throw new ScaError('client.not.found', 'There is no such client');
      return row.clockOffset;
    },
  };
}

const toUser = (row: Selectable<Tables['users']>): UserRecord => ({ ...row, active: row.active === 1 });

/** What belongs to a user besides the user and the profiles. The audit log is not among it. */
const OF_USER = [
  'accessTokens',
  'storedSecrets',
  'deviceFingerprints',
  'phoneNumbers',
  'oneTimeTokens',
  'otpCodes',
  'scaSessions',
  'authenticationFactors',
  'factorChallenges',
  'transfers',
  'balances',
  'inboxMessages',
  'outcomes',
] as const;

async function deleteUser(db: Queries, key: UserKey): Promise<boolean> {
  // The profiles first: that waits for transactions on them, whose rows are then seen and go as well.
  for (const table of ['profiles', ...OF_USER] as const) {
    await db
      .deleteFrom(table as 'profiles')
      .where('clientId', '=', key.clientId)
      .where('userId', '=', key.userId)
      .execute();
  }
  return changed(
    await db
      .deleteFrom('users')
      .where('clientId', '=', key.clientId)
      .where('userId', '=', key.userId)
      .executeTakeFirst(),
  );
}

export function userRepository(db: Queries): UserRepository {
  return {
    async find(key) {
      const row = await db
        .selectFrom('users')
        .selectAll()
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .executeTakeFirst();
      return row && toUser(row);
    },
    async findByEmail(clientId, email) {
      const row = await db
        .selectFrom('users')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('email', '=', email)
        .executeTakeFirst();
      return row && toUser(row);
    },
    insert: async (user) =>
      changed(
        await db
          .insertInto('users')
          .values({ ...user, active: Number(user.active) })
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      ),
    consumeRegistrationCode: async (key, digest) =>
      changed(
        await db
          .updateTable('users')
          .set({ registrationCodeDigest: null })
          .where('clientId', '=', key.clientId)
          .where('userId', '=', key.userId)
          .where('registrationCodeDigest', '=', digest)
          .executeTakeFirst(),
      ),
    delete: (key) => deleteUser(db, key),
  };
}

const toProfile = (row: Selectable<Tables['profiles']>): ProfileRecord => ({ ...row, isDefault: row.isDefault === 1 });

export function profileRepository(db: Queries): ProfileRepository {
  return {
    async find(clientId, profileId) {
      const row = await db
        .selectFrom('profiles')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('profileId', '=', profileId)
        .executeTakeFirst();
      return row && toProfile(row);
    },
    async listByUser(key) {
      const rows = await db
        .selectFrom('profiles')
        .selectAll()
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .orderBy('isDefault', 'desc')
        .orderBy('profileId')
        .execute();
      return rows.map(toProfile);
    },
    insert: async (profile) =>
      changed(
        await db
          .insertInto('profiles')
          .values({ ...profile, isDefault: Number(profile.isDefault) })
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      ),
    async setAttempts(key, { failedAttempts, lockedUntil }) {
      await db
        .updateTable('profiles')
        .set({ failedAttempts, lockedUntil })
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .where('profileId', '=', key.profileId)
        .execute();
    },
  };
}

export function accessTokenRepository(db: Queries): AccessTokenRepository {
  return {
    find: (clientId, digest) =>
      db
        .selectFrom('accessTokens')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('digest', '=', digest)
        .executeTakeFirst(),
    insert: async (token) =>
      changed(
        await db
          .insertInto('accessTokens')
          .values(token)
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      ),
    async touch(clientId, digest, lastUsedAt) {
      await db
        .updateTable('accessTokens')
        .set({ lastUsedAt })
        .where('clientId', '=', clientId)
        .where('digest', '=', digest)
        .where('lastUsedAt', '<', lastUsedAt)
        .execute();
    },
    async setSteppedUp(clientId, digest, steppedUpAt) {
      await db
        .updateTable('accessTokens')
        .set({ steppedUpAt })
        .where('clientId', '=', clientId)
        .where('digest', '=', digest)
        .execute();
    },
    async clearSteppedUp({ clientId, userId }) {
      await db
        .updateTable('accessTokens')
        .set({ steppedUpAt: null })
        .where('clientId', '=', clientId)
        .where('userId', '=', userId)
        .where('steppedUpAt', 'is not', null)
        .execute();
    },
    delete: async (clientId, digest) =>
      changed(
        await db
          .deleteFrom('accessTokens')
          .where('clientId', '=', clientId)
          .where('digest', '=', digest)
          .executeTakeFirst(),
      ),
  };
}
