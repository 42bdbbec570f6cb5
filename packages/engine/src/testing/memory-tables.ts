import type {
  AccessTokenRecord,
  AuthenticationFactorRecord,
  ClientRecord,
  DeviceFingerprintRecord,
  FactorChallengeRecord,
  IdempotencyRecord,
  OneTimeTokenRecord,
  OtpCodeRecord,
  PhoneNumberRecord,
  ProfileKey,
  ProfileRecord,
  ScaSessionRecord,
  StoredSecretRecord,
  UserKey,
  UserRecord,
} from '../ports/index.ts';
import { type Commitable, MemoryTable, type TableView } from './memory-table.ts';

interface Rows {
  clients: ClientRecord;
  users: UserRecord;
  emails: UserKey;
  profiles: ProfileRecord;
  accessTokens: AccessTokenRecord;
  storedSecrets: StoredSecretRecord;
  deviceFingerprints: DeviceFingerprintRecord;
  phoneNumbers: PhoneNumberRecord;
  phoneOwners: PhoneNumberRecord;
  oneTimeTokens: OneTimeTokenRecord;
  otpCodes: OtpCodeRecord;
  scaSessions: ScaSessionRecord;
  authenticationFactors: AuthenticationFactorRecord;
  factorChallenges: FactorChallengeRecord;
  idempotency: IdempotencyRecord;
  rateLimits: readonly number[];
}

export type Tables = { [Name in keyof Rows]: MemoryTable<Rows[Name]> };
export type Views = { [Name in keyof Rows]: TableView<Rows[Name]> & Commitable };

export function tablesOf(): Tables {
  return {
    clients: new MemoryTable(),
    users: new MemoryTable(),
    emails: new MemoryTable(),
    profiles: new MemoryTable(),
    accessTokens: new MemoryTable(),
    storedSecrets: new MemoryTable(),
    deviceFingerprints: new MemoryTable(),
    phoneNumbers: new MemoryTable(),
    phoneOwners: new MemoryTable(),
    oneTimeTokens: new MemoryTable(),
    otpCodes: new MemoryTable(),
    scaSessions: new MemoryTable(),
    authenticationFactors: new MemoryTable(),
    factorChallenges: new MemoryTable(),
    idempotency: new MemoryTable(),
    rateLimits: new MemoryTable(),
  };
}

export function openTables(tables: Tables, assertUsable: () => void, assertWritable: () => void): Views {
  const names = Object.keys(tables) as (keyof Rows)[];
  return Object.fromEntries(names.map((name) => [name, tables[name].open(assertUsable, assertWritable)])) as Views;
}

export const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);
export const userKey = (key: UserKey): string => keyOf(key.clientId, key.userId);
export const profileKey = (key: ProfileKey): string => keyOf(key.clientId, key.userId, key.profileId);
export const storedSecretKey = (key: ProfileKey & { readonly factor: string }): string =>
  keyOf(profileKey(key), key.factor);
export const isOfUser =
  (key: UserKey) =>
  (row: { clientId: string; userId: number | null }): boolean =>
    row.clientId === key.clientId && row.userId === key.userId;
export const isOfProfile =
  (key: ProfileKey) =>
  (row: ProfileKey): boolean =>
    profileKey(row) === profileKey(key);
