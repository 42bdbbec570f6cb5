import { ScaError } from '../errors.ts';
import type {
  AccessTokenRecord,
  FactorChallengeRecord,
  OneTimeTokenRecord,
  PhoneNumberRecord,
  Transaction,
  UserKey,
} from '../ports/index.ts';
import { factorsOf, NO_FACTORS } from './memory-records.ts';
import type { TableView } from './memory-table.ts';
import { isOfProfile, isOfUser, keyOf, profileKey, storedSecretKey, userKey, type Views } from './memory-tables.ts';

/** A table whose rows carry a version that every update moves on by one. */
function versioned<Row extends { readonly version: number }>(table: TableView<Row>, key: (row: Row) => string) {
  return async (next: Row): Promise<boolean> => {
    if (table.get(key(next))?.version !== next.version - 1) return false;
    table.set(key(next), next);
    return true;
  };
}

export function memoryRepositories(views: Views): Omit<Transaction, 'clockOffset' | 'profile' | 'audit'> {
  return { ...identityRepositories(views), ...factorRepositories(views), ...flowRepositories(views) };
}

function identityRepositories(
  views: Views,
): Pick<Transaction, 'clients' | 'users' | 'profiles' | 'accessTokens' | 'storedSecrets'> {
  const { clients, users, emails, profiles, accessTokens, storedSecrets } = views;
  const tokenKey = (row: { clientId: string; digest: string }): string => keyOf(row.clientId, row.digest);
  const change = (clientId: string, digest: string, next: (row: AccessTokenRecord) => AccessTokenRecord): void => {
    const row = accessTokens.get(keyOf(clientId, digest));
    if (row) accessTokens.set(tokenKey(row), next(row));
  };
  return {
    clients: {
      find: async (clientId) => clients.get(clientId),
      insert: async (row) => clients.insert(row.clientId, row),
      async advanceClock(clientId, milliseconds) {
        const row = clients.get(clientId);
        if (!row) throw new Error('The client does not exist.');
        const clockOffset = row.clockOffset + milliseconds;
        clients.set(clientId, { ...row, clockOffset });
        return clockOffset;
      },
    },
    users: {
      find: async (key) => users.get(userKey(key)),
      async findByEmail(clientId, email) {
        const key = emails.get(keyOf(clientId, email));
        return key && users.get(userKey(key));
      },
      async insert(row) {
        if (users.get(userKey(row)) || !emails.insert(keyOf(row.clientId, row.email), row)) return false;
        return users.insert(userKey(row), row);
      },
      async delete(key) {
        const row = users.get(userKey(key));
        if (!row) return false;
        emails.delete(keyOf(row.clientId, row.email));
        purge(views, key);
        return users.delete(userKey(key));
      },
    },
    profiles: {
      find: async (clientId, profileId) => profiles.get(keyOf(clientId, profileId)),
      listByUser: async (key) =>
        profiles
          .rows()
          .filter(isOfUser(key))
          .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.profileId - b.profileId),
      insert: async (row) => profiles.insert(keyOf(row.clientId, row.profileId), row),
      async setAttempts(key, attempts) {
        const row = profiles.get(keyOf(key.clientId, key.profileId));
        const { failedAttempts, lockedUntil, recentFailures } = attempts;
        if (!row || !isOfUser(key)(row)) return;
        profiles.set(keyOf(key.clientId, key.profileId), { ...row, failedAttempts, lockedUntil, recentFailures });
      },
      findFactors: async (key) => factorsOf(views, key),
    },
    accessTokens: {
      find: async (clientId, digest) => accessTokens.get(keyOf(clientId, digest)),
      insert: async (row) => accessTokens.insert(tokenKey(row), row),
      setIssued: async (clientId, digest, issuedDigest) =>
        change(clientId, digest, (row) => ({ ...row, issuedDigest })),
      touch: async (clientId, digest, at) =>
        change(clientId, digest, (row) => ({ ...row, lastUsedAt: Math.max(row.lastUsedAt, at) })),
      setSteppedUp: async (clientId, digest, steppedUpAt) =>
        change(clientId, digest, (row) => ({ ...row, steppedUpAt })),
      clearSteppedUp: async (key) => {
        for (const row of accessTokens.rows().filter(isOfUser(key))) {
          if (row.steppedUpAt !== null) accessTokens.set(tokenKey(row), { ...row, steppedUpAt: null });
        }
      },
      delete: async (clientId, digest) => accessTokens.delete(keyOf(clientId, digest)),
    },
    storedSecrets: {
      find: async (key, factor) => storedSecrets.get(storedSecretKey({ ...key, factor })),
      insert: async (row) => storedSecrets.insert(storedSecretKey(row), row),
      delete: async (key, factor) => storedSecrets.delete(storedSecretKey({ ...key, factor })),
    },
  };
}

function purge(views: Views, key: UserKey): void {
  const phoneKey = (row: PhoneNumberRecord): string => keyOf(row.clientId, row.userId, row.phoneNumberId);
  const drop = <Row extends { clientId: string; userId: number | null }>(
    table: TableView<Row>,
    rowKey: (row: Row) => string,
  ): void => {
    for (const row of table.rows().filter(isOfUser(key))) table.delete(rowKey(row));
  };
  drop(views.profiles, (row) => keyOf(row.clientId, row.profileId));
  drop(views.accessTokens, (row) => keyOf(row.clientId, row.digest));
  drop(views.storedSecrets, storedSecretKey);
  drop(views.deviceFingerprints, (row) => keyOf(profileKey(row), row.mac));
  drop(views.phoneNumbers, phoneKey);
  drop(views.phoneOwners, (row) => keyOf(row.clientId, row.mac));
  drop(views.oneTimeTokens, (row) => keyOf(row.clientId, row.digest));
  drop(views.otpCodes, (row) => keyOf(row.clientId, row.tokenDigest, row.channel));
  drop(views.scaSessions, profileKey);
  drop(views.authenticationFactors, (row) => keyOf(userKey(row), row.type, row.channel));
  drop(views.factorChallenges, (row) => keyOf(row.clientId, row.challengeId));
}

function factorRepositories(
  views: Views,
): Pick<Transaction, 'deviceFingerprints' | 'phoneNumbers' | 'oneTimeTokens' | 'otpCodes' | 'scaSessions'> {
  const { deviceFingerprints, phoneNumbers, phoneOwners, oneTimeTokens, otpCodes, scaSessions } = views;
  const tokenKey = (row: OneTimeTokenRecord): string => keyOf(row.clientId, row.digest);
  const numbersOf = (key: UserKey): PhoneNumberRecord[] => phoneNumbers.rows().filter(isOfUser(key));
  const ownerKey = (row: { clientId: string; mac: string }): string => keyOf(row.clientId, row.mac);
  const phoneKey = (row: PhoneNumberRecord): string => keyOf(row.clientId, row.userId, row.phoneNumberId);
  const update = versioned(oneTimeTokens, tokenKey);
  return {
    deviceFingerprints: {
      list: async (key) =>
        deviceFingerprints
          .rows()
          .filter(isOfProfile(key))
          .sort((a, b) => a.createdAt - b.createdAt),
      insert: async (row) => deviceFingerprints.insert(keyOf(profileKey(row), row.mac), row),
      async delete(key, id) {
        const row = deviceFingerprints
          .rows()
          .find((record) => isOfProfile(key)(record) && record.deviceFingerprintId === id);
        return row !== undefined && deviceFingerprints.delete(keyOf(profileKey(row), row.mac));
      },
    },
    phoneNumbers: {
      list: async (key) => numbersOf(key).sort((a, b) => a.phoneNumberId - b.phoneNumberId),
      findOwner: async (clientId, mac) => phoneOwners.get(ownerKey({ clientId, mac })),
      async insert(row) {
        if (numbersOf(row).length > 0 || !phoneOwners.insert(ownerKey(row), row)) return false;
        return phoneNumbers.insert(phoneKey(row), row);
      },
      async update(row) {
        const stored = phoneNumbers.get(phoneKey(row));
        if (!stored) return 'not-found';
        const owner = phoneOwners.get(ownerKey(row));
        if (owner && owner.userId !== row.userId) return 'taken';
        phoneOwners.delete(ownerKey(stored));
        phoneOwners.set(ownerKey(row), row);
        phoneNumbers.set(phoneKey(row), row);
        return 'updated';
      },
      async delete(key, phoneNumberId) {
        const row = numbersOf(key).find((each) => each.phoneNumberId === phoneNumberId);
        if (!row) return false;
        phoneOwners.delete(ownerKey(row));
        return phoneNumbers.delete(phoneKey(row));
      },
    },
    oneTimeTokens: {
      find: async (clientId, digest) => oneTimeTokens.get(keyOf(clientId, digest)),
      async insert(row) {
        if (!oneTimeTokens.insert(tokenKey(row), row)) throw new Error('The token already exists.');
      },
      async save(next, required = true) {
        if (!(await update(next)) && required) throw new ScaError('service.unavailable');
      },
      async lookUp(clientId, digest, type) {
        const token = oneTimeTokens.get(keyOf(clientId, digest));
        return {
          token,
          factors: token ? factorsOf(views, token, type) : NO_FACTORS,
          otpCode: type && otpCodes.get(keyOf(clientId, digest, type)),
        };
      },
    },
    otpCodes: {
      find: async (clientId, tokenDigest, channel) => otpCodes.get(keyOf(clientId, tokenDigest, channel)),
      put: async (row) => otpCodes.set(keyOf(row.clientId, row.tokenDigest, row.channel), row),
      delete: async (clientId, tokenDigest, channel) => otpCodes.delete(keyOf(clientId, tokenDigest, channel)),
    },
    scaSessions: {
      find: async (key) => scaSessions.get(profileKey(key)),
      put: async (row) => scaSessions.set(profileKey(row), row),
      delete: async (key) => scaSessions.delete(profileKey(key)),
    },
  };
}

function flowRepositories(
  views: Views,
): Pick<Transaction, 'authenticationFactors' | 'factorChallenges' | 'idempotency' | 'rateLimits'> {
  const { authenticationFactors, factorChallenges, idempotency, rateLimits } = views;
  const challengeKey = (row: FactorChallengeRecord): string => keyOf(row.clientId, row.challengeId);
  return {
    authenticationFactors: {
      list: async (key) => authenticationFactors.rows().filter(isOfUser(key)),
      put: async (row) => authenticationFactors.set(keyOf(userKey(row), row.type, row.channel), row),
      delete: async (key, type, channel) => authenticationFactors.delete(keyOf(userKey(key), type, channel)),
    },
    factorChallenges: {
      find: async (clientId, challengeId) => factorChallenges.get(keyOf(clientId, challengeId)),
      findLatest: async (key, purpose, channel) =>
        factorChallenges
          .rows()
          .filter((row) => isOfUser(key)(row) && row.purpose === purpose && row.channel === channel)
          .reduce<FactorChallengeRecord | undefined>(
            (latest, row) => (latest && latest.createdAt > row.createdAt ? latest : row),
            undefined,
          ),
      insert: async (row) => factorChallenges.insert(challengeKey(row), row),
      update: versioned(factorChallenges, challengeKey),
      delete: async (clientId, challengeId) => factorChallenges.delete(keyOf(clientId, challengeId)),
    },
    idempotency: {
      find: async (clientId, key) => idempotency.get(keyOf(clientId, key)),
      insert: async (row) => idempotency.insert(keyOf(row.clientId, row.key), row),
      async complete(clientId, key, response) {
        const row = idempotency.get(keyOf(clientId, key));
        if (!row || row.response) return false;
        idempotency.set(keyOf(clientId, key), { ...row, response });
        return true;
      },
      delete: async (clientId, key) => idempotency.delete(keyOf(clientId, key)),
    },
    rateLimits: {
      async hit(clientId, bucket, at, window) {
        const hits = [...(rateLimits.get(keyOf(clientId, bucket)) ?? []), at].sort((a, b) => a - b);
        rateLimits.set(keyOf(clientId, bucket), hits);
        const counted = hits.filter((hit) => hit > at - window && hit <= at);
        return { hits: counted.length, oldest: counted[0] ?? at };
      },
      async peek(clientId, bucket, at, window) {
        const counted = (rateLimits.get(keyOf(clientId, bucket)) ?? []).filter((hit) => hit > at - window && hit <= at);
        return { hits: counted.length, oldest: counted[0] ?? null, newest: counted.at(-1) ?? null };
      },
      async release(clientId, bucket, at) {
        const hits = [...(rateLimits.get(keyOf(clientId, bucket)) ?? [])];
        const index = hits.lastIndexOf(at);
        if (index >= 0) hits.splice(index, 1);
        rateLimits.set(keyOf(clientId, bucket), hits);
      },
    },
  };
}
