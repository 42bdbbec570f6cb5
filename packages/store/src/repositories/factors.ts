import type {
  AuthenticationFactorRepository,
  DeviceFingerprintRepository,
  PhoneNumberRepository,
  ProfileKey,
  ScaSessionRepository,
  StoredSecretRepository,
} from '@sca-kit/engine';
import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import { changed } from './results.ts';

export function storedSecretRepository(db: Queries): StoredSecretRepository {
  return {
    find: (key, factor) =>
      db
        .selectFrom('storedSecrets')
        .selectAll()
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .where('profileId', '=', key.profileId)
        .where('factor', '=', factor)
        .executeTakeFirst(),
    insert: async (record) =>
      changed(
        await db
          .insertInto('storedSecrets')
          .values(record)
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      ),
    delete: async (key, factor) =>
      changed(
        await db
          .deleteFrom('storedSecrets')
          .where('clientId', '=', key.clientId)
          .where('userId', '=', key.userId)
          .where('profileId', '=', key.profileId)
          .where('factor', '=', factor)
          .executeTakeFirst(),
      ),
  };
}

export function deviceFingerprintRepository(db: Queries): DeviceFingerprintRepository {
  const nextOrdinal = (key: ProfileKey) =>
    db
      .selectFrom('deviceFingerprints')
      .select((it) => sql<number>`coalesce(${it.fn.max('ordinal')}, 0) + 1`.as('next'))
      .where('clientId', '=', key.clientId)
      .where('userId', '=', key.userId)
      .where('profileId', '=', key.profileId);
  return {
    list: (key) =>
      db
        .selectFrom('deviceFingerprints')
        .select(['clientId', 'userId', 'profileId', 'deviceFingerprintId', 'mac', 'createdAt'])
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .where('profileId', '=', key.profileId)
        .orderBy('ordinal')
        .execute(),
    insert: async (record) =>
      changed(
        await db
          .insertInto('deviceFingerprints')
          .values({ ...record, ordinal: nextOrdinal(record) })
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      ),
    delete: async (key, deviceFingerprintId) =>
      changed(
        await db
          .deleteFrom('deviceFingerprints')
          .where('clientId', '=', key.clientId)
          .where('userId', '=', key.userId)
          .where('profileId', '=', key.profileId)
          .where('deviceFingerprintId', '=', deviceFingerprintId)
          .executeTakeFirst(),
      ),
  };
}

export function phoneNumberRepository(db: Queries): PhoneNumberRepository {
  return {
    list: (key) =>
      db
        .selectFrom('phoneNumbers')
        .selectAll()
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .orderBy('phoneNumberId')
        .execute(),
    findOwner: (clientId, mac) =>
      db
        .selectFrom('phoneNumbers')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('mac', '=', mac)
        .executeTakeFirst(),
    insert: async (record) =>
      changed(
        await db
          .insertInto('phoneNumbers')
          .values(record)
          .onConflict((it) => it.doNothing())
          .executeTakeFirst(),
      ),
    async update({ clientId, userId, phoneNumberId, ...next }) {
      const row = await db
        .selectFrom('phoneNumbers')
        .selectAll()
        .where('clientId', '=', clientId)
        .where('userId', '=', userId)
        .where('phoneNumberId', '=', phoneNumberId)
        .executeTakeFirst();
      if (!row) return 'not-found';
      const drop = db.deleteFrom('phoneNumbers').where('clientId', '=', clientId).where('userId', '=', userId);
      if (!changed(await drop.executeTakeFirst())) return 'not-found';
      // An UPDATE that met another's number would end the transaction on PostgreSQL; an INSERT can decline.
      const insert = (values: typeof row) =>
        db
          .insertInto('phoneNumbers')
          .values(values)
          .onConflict((it) => it.doNothing())
          .executeTakeFirst();
      if (changed(await insert({ ...row, number: next.number, mac: next.mac, createdAt: next.createdAt }))) {
        return 'updated';
      }
      await insert(row);
      return 'taken';
    },
    delete: async (key, phoneNumberId) =>
      changed(
        await db
          .deleteFrom('phoneNumbers')
          .where('clientId', '=', key.clientId)
          .where('userId', '=', key.userId)
          .where('phoneNumberId', '=', phoneNumberId)
          .executeTakeFirst(),
      ),
  };
}

export function scaSessionRepository(db: Queries): ScaSessionRepository {
  return {
    find: (key) =>
      db
        .selectFrom('scaSessions')
        .selectAll()
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .where('profileId', '=', key.profileId)
        .executeTakeFirst(),
    async put({ openedAt, expiresAt, ...key }) {
      await db
        .insertInto('scaSessions')
        .values({ ...key, openedAt, expiresAt })
        .onConflict((it) => it.columns(['clientId', 'userId', 'profileId']).doUpdateSet({ openedAt, expiresAt }))
        .execute();
    },
    delete: async (key) =>
      changed(
        await db
          .deleteFrom('scaSessions')
          .where('clientId', '=', key.clientId)
          .where('userId', '=', key.userId)
          .where('profileId', '=', key.profileId)
          .executeTakeFirst(),
      ),
  };
}

export function authenticationFactorRepository(db: Queries): AuthenticationFactorRepository {
  return {
    list: (key) =>
      db
        .selectFrom('authenticationFactors')
        .selectAll()
        .where('clientId', '=', key.clientId)
        .where('userId', '=', key.userId)
        .orderBy('createdAt')
        .orderBy('type')
        .orderBy('channel')
        .execute(),
    async put(factor) {
      const { status, createdAt } = factor;
      await db
        .insertInto('authenticationFactors')
        .values(factor)
        .onConflict((it) => it.columns(['clientId', 'userId', 'type', 'channel']).doUpdateSet({ status, createdAt }))
        .execute();
    },
    delete: async (key, type, channel) =>
      changed(
        await db
          .deleteFrom('authenticationFactors')
          .where('clientId', '=', key.clientId)
          .where('userId', '=', key.userId)
          .where('type', '=', type)
          .where('channel', '=', channel)
          .executeTakeFirst(),
      ),
  };
}
