import type {
  AuthenticationFactorRepository,
  DeviceFingerprintRepository,
  PhoneNumberRepository,
  ProfileKey,
  ScaSessionRecord,
  ScaSessionRepository,
  StoredSecretRepository,
} from '@sca-kit/engine';
import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import { prepare, valuesOf } from '../database/prepared.ts';
import type { WriteBuffer } from '../database/write-buffer.ts';
import { changesRow, insertNew, profileKey, userKey } from './statements.ts';

export function storedSecretRepository(db: Queries): StoredSecretRepository {
  return {
    find: (key, factor) =>
      db
        .selectFrom('storedSecrets')
        .selectAll()
        .where((eb) => eb.and({ ...profileKey(key), factor }))
        .executeTakeFirst(),
    insert: (record) => insertNew(db.insertInto('storedSecrets').values(record)),
    delete: (key, factor) =>
      changesRow(db.deleteFrom('storedSecrets').where((eb) => eb.and({ ...profileKey(key), factor }))),
  };
}

export function deviceFingerprintRepository(db: Queries): DeviceFingerprintRepository {
  const nextOrdinal = (key: ProfileKey) =>
    db
      .selectFrom('deviceFingerprints')
      .select((eb) => sql<number>`coalesce(${eb.fn.max('ordinal')}, 0) + 1`.as('next'))
      .where((eb) => eb.and(profileKey(key)));
  return {
    list: (key) =>
      db
        .selectFrom('deviceFingerprints')
        .select(['clientId', 'userId', 'profileId', 'deviceFingerprintId', 'mac', 'createdAt'])
        .where((eb) => eb.and(profileKey(key)))
        .orderBy('ordinal')
        .execute(),
    insert: (record) =>
      insertNew(db.insertInto('deviceFingerprints').values({ ...record, ordinal: nextOrdinal(record) })),
    delete: (key, deviceFingerprintId) =>
      changesRow(
        db.deleteFrom('deviceFingerprints').where((eb) => eb.and({ ...profileKey(key), deviceFingerprintId })),
      ),
  };
}

export function phoneNumberRepository(db: Queries): PhoneNumberRepository {
  return {
    list: (key) =>
      db
        .selectFrom('phoneNumbers')
        .selectAll()
        .where((eb) => eb.and(userKey(key)))
        .orderBy('phoneNumberId')
        .execute(),
    findOwner: (clientId, mac) =>
      db
        .selectFrom('phoneNumbers')
        .selectAll()
        .where((eb) => eb.and({ clientId, mac }))
        .executeTakeFirst(),
    insert: (record) => insertNew(db.insertInto('phoneNumbers').values(record)),
    async update({ clientId, userId, phoneNumberId, ...next }) {
      const row = await db
        .selectFrom('phoneNumbers')
        .selectAll()
        .where((eb) => eb.and({ clientId, userId, phoneNumberId }))
        .executeTakeFirst();
      if (!row) return 'not-found';
      const drop = db.deleteFrom('phoneNumbers').where((eb) => eb.and({ clientId, userId }));
      if (!(await changesRow(drop))) return 'not-found';
      // On PostgreSQL, an UPDATE that violates a unique constraint would end the transaction; an INSERT can do nothing.
      const insert = (values: typeof row) => insertNew(db.insertInto('phoneNumbers').values(values));
      if (await insert({ ...row, number: next.number, mac: next.mac, createdAt: next.createdAt })) return 'updated';
      await insert(row);
      return 'taken';
    },
    delete: (key, phoneNumberId) =>
      changesRow(db.deleteFrom('phoneNumbers').where((eb) => eb.and({ ...userKey(key), phoneNumberId }))),
  };
}

const putSession = prepare<ScaSessionRecord>((db, value) =>
  db
    .insertInto('scaSessions')
    .values(valuesOf(['clientId', 'userId', 'profileId', 'openedAt', 'expiresAt'], value))
    .onConflict((oc) =>
      oc
        .columns(['clientId', 'userId', 'profileId'])
        .doUpdateSet({ openedAt: sql`excluded.opened_at`, expiresAt: sql`excluded.expires_at` }),
    ),
);

export function scaSessionRepository(db: Queries, writes: WriteBuffer): ScaSessionRepository {
  return {
    find: (key) =>
      db
        .selectFrom('scaSessions')
        .selectAll()
        .where((eb) => eb.and(profileKey(key)))
        .executeTakeFirst(),
    put: ({ clientId, userId, profileId, openedAt, expiresAt }) =>
      writes.add({
        target: `scaSessions ${profileId}`,
        query: putSession.compile(db, { clientId, userId, profileId, openedAt, expiresAt }),
      }),
    delete: (key) => changesRow(db.deleteFrom('scaSessions').where((eb) => eb.and(profileKey(key)))),
  };
}

export function authenticationFactorRepository(db: Queries): AuthenticationFactorRepository {
  return {
    list: (key) =>
      db
        .selectFrom('authenticationFactors')
        .selectAll()
        .where((eb) => eb.and(userKey(key)))
        .orderBy('createdAt')
        .orderBy('type')
        .orderBy('channel')
        .execute(),
    async put(factor) {
      const { status, createdAt } = factor;
      await db
        .insertInto('authenticationFactors')
        .values(factor)
        .onConflict((oc) => oc.columns(['clientId', 'userId', 'type', 'channel']).doUpdateSet({ status, createdAt }))
        .execute();
    },
    delete: (key, type, channel) =>
      changesRow(db.deleteFrom('authenticationFactors').where((eb) => eb.and({ ...userKey(key), type, channel }))),
  };
}
