import type {
  AccessTokenRecord,
  AuditEvent,
  AuthenticationFactorRecord,
  ChallengeType,
  ClientRecord,
  DeviceFingerprintRecord,
  EnrolledFactors,
  FactorChallengeRecord,
  IdempotencyRecord,
  OneTimeTokenRecord,
  OtpCodeRecord,
  PhoneNumberRecord,
  ProfileRecord,
  ScaSessionRecord,
  StoredSecretRecord,
  TokenLookup,
  UserRecord,
} from './records.ts';
import type { RequestLimitStore } from './request-limit-store.ts';

/**
 * What a transaction locks: the profile, the user or the client. The store locks that row first (`SELECT … FOR UPDATE` on
 * PostgreSQL; write transactions of SQLite are exclusive anyway), so that two transactions with the same scope run one after the
 * other, across replicas.
 */
export type Scope =
  | { readonly clientId: string }
  | { readonly clientId: string; readonly userId: number }
  | { readonly clientId: string; readonly userId: number; readonly profileId: number };

/** The storage of the engine. One contract suite runs on every adapter. */
export interface Store {
  /**
   * Runs `work` in one write transaction. Commits when it resolves, rolls back when it rejects. Runs `work` again when the database
   * reports a serialization failure, a deadlock or a busy file, so `work` must have no effect outside of `tx`.
   * @throws ScaError `service.unavailable` when the database is unavailable
   */
  transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs `work` on one read-only snapshot, without a lock. Writes reject. */
  read<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly requestLimits: RequestLimitStore;
  /** Looks up everything that a request presents, in one statement. */
  load(presented: PresentedIds): Promise<RequestRecords>;
}

/** What a request presents. A member left out is not looked up. */
export interface PresentedIds {
  readonly clientId: string;
  /** Digest of the bearer token. */
  readonly accessToken?: string | undefined;
  /** `default`: the default profile of the bearer token's user. */
  readonly profileId?: number | 'default' | undefined;
  /** Digest of the one-time token. */
  readonly oneTimeToken?: string | undefined;
}

/** What the store has of the things that a request presents, at one point in time. Nothing is locked. */
export interface RequestRecords {
  /** As in `Transaction`. */
  readonly clockOffset: number;
  /** The digest of the client's api-key; null when the client has none or does not exist. */
  readonly apiKeyDigest: string | null;
  readonly accessToken: AccessTokenRecord | undefined;
  /** Found by its id alone; the caller has to compare the owner. */
  readonly profile: ProfileRecord | undefined;
  /** The session of the profile. */
  readonly session: ScaSessionRecord | undefined;
  readonly oneTimeToken: OneTimeTokenRecord | undefined;
  /** The factors of the profile; without one, of the profile of the one-time token. */
  readonly factors: EnrolledFactors;
  /** Whether a simulated response may be set for the client. */
  readonly simulated: boolean;
}

/**
 * One transaction: a repository for each record of the client. `insert` methods return `false` when a unique constraint rejects the
 * row, and leave the transaction usable. `delete` and conditional updates return whether a row was changed. A method that returns
 * nothing may write, and fail, as late as the commit; later reads of the transaction see what it wrote.
 */
export interface Transaction {
  /** How far this client's clock is ahead of the system clock, in milliseconds. Always 0 in production. */
  readonly clockOffset: number;
  /** The profile that the scope locks, as it was when the transaction began. */
  readonly profile: ProfileRecord | undefined;
  readonly clients: ClientRepository;
  readonly users: UserRepository;
  readonly profiles: ProfileRepository;
  readonly accessTokens: AccessTokenRepository;
  readonly storedSecrets: StoredSecretRepository;
  readonly deviceFingerprints: DeviceFingerprintRepository;
  readonly phoneNumbers: PhoneNumberRepository;
  readonly oneTimeTokens: OneTimeTokenRepository;
  readonly otpCodes: OtpCodeRepository;
  readonly scaSessions: ScaSessionRepository;
  readonly authenticationFactors: AuthenticationFactorRepository;
  readonly factorChallenges: FactorChallengeRepository;
  readonly idempotency: IdempotencyRepository;
  readonly rateLimits: RateLimitRepository;
  readonly audit: AuditLog;
}

export interface UserKey {
  readonly clientId: string;
  readonly userId: number;
}

export interface ProfileKey extends UserKey {
  readonly profileId: number;
}

export interface ClientRepository {
  find(clientId: string): Promise<ClientRecord | undefined>;
  insert(client: ClientRecord): Promise<boolean>;
  /** Adds to the client's clock; returns the new offset in milliseconds. */
  advanceClock(clientId: string, milliseconds: number): Promise<number>;
}

export interface UserRepository {
  find(key: UserKey): Promise<UserRecord | undefined>;
  findByEmail(clientId: string, email: string): Promise<UserRecord | undefined>;
  insert(user: UserRecord): Promise<boolean>;
  /** Removes the user and every record that belongs to it. The audit log stays. */
  delete(key: UserKey): Promise<boolean>;
}

export interface ProfileRepository {
  /** A profile of the client by its id alone; the caller has to compare the owner. */
  find(clientId: string, profileId: number): Promise<ProfileRecord | undefined>;
  /** Default profile first. */
  listByUser(key: UserKey): Promise<readonly ProfileRecord[]>;
  insert(profile: ProfileRecord): Promise<boolean>;
  setAttempts(
    key: ProfileKey,
    attempts: Pick<ProfileRecord, 'failedAttempts' | 'lockedUntil' | 'recentFailures'>,
  ): Promise<void>;
  /** Without the stored secrets themselves. */
  findFactors(key: ProfileKey): Promise<EnrolledFactors>;
}

export interface AccessTokenRepository {
  find(clientId: string, digest: string): Promise<AccessTokenRecord | undefined>;
  insert(token: AccessTokenRecord): Promise<boolean>;
  /** Records the token that a refresh token or code gave last. */
  setIssued(clientId: string, digest: string, issuedDigest: string): Promise<void>;
  /** Moves `lastUsedAt` forward, never back. */
  touch(clientId: string, digest: string, lastUsedAt: number): Promise<void>;
  setSteppedUp(clientId: string, digest: string, steppedUpAt: number): Promise<void>;
  /** Removes the step-up from all tokens of the user. */
  clearSteppedUp(key: UserKey): Promise<void>;
  /** Deletes the token if it exists. */
  delete(clientId: string, digest: string): Promise<boolean>;
}

export interface StoredSecretRepository {
  find(key: ProfileKey, factor: ChallengeType): Promise<StoredSecretRecord | undefined>;
  /** `false` when the profile has already enrolled the factor. */
  insert(record: StoredSecretRecord): Promise<boolean>;
  delete(key: ProfileKey, factor: ChallengeType): Promise<boolean>;
}

export interface DeviceFingerprintRepository {
  /** Oldest first. */
  list(key: ProfileKey): Promise<readonly DeviceFingerprintRecord[]>;
  /** `false` when the profile already has this fingerprint (same `mac`). */
  insert(record: DeviceFingerprintRecord): Promise<boolean>;
  delete(key: ProfileKey, deviceFingerprintId: string): Promise<boolean>;
}

export interface PhoneNumberRepository {
  /** The numbers of the user (at most one), by id. */
  list(key: UserKey): Promise<readonly PhoneNumberRecord[]>;
  /** The record of the client's user who has this number. */
  findOwner(clientId: string, mac: string): Promise<PhoneNumberRecord | undefined>;
  /** `false` when the user has a number or another user of the client has this one. */
  insert(record: PhoneNumberRecord): Promise<boolean>;
  /** Replaces number and mac of the record with this id; `'taken'` when another user of the client has the number. */
  update(record: PhoneNumberRecord): Promise<'updated' | 'not-found' | 'taken'>;
  delete(key: UserKey, phoneNumberId: number): Promise<boolean>;
}

export interface OneTimeTokenRepository {
  /** By the digest of the token's text, within the client. */
  find(clientId: string, digest: string): Promise<OneTimeTokenRecord | undefined>;
  /**
   * Finds the token with the factors of its profile, in one statement.
   * @param type the challenge whose secret and code are looked up too
   */
  lookUp(clientId: string, digest: string, type?: ChallengeType): Promise<TokenLookup>;
  insert(token: OneTimeTokenRecord): Promise<void>;
  /**
   * Writes `next` over version `next.version - 1`. The version ensures across replicas that a token is used once (RTS 4(1)).
   * @param required `false`: a token that does not exist is no error
   * @throws ScaError `service.unavailable` when another version is stored; when the transaction commits, at the latest
   */
  save(next: OneTimeTokenRecord, required?: boolean): Promise<void>;
}

export interface OtpCodeRepository {
  find(clientId: string, tokenDigest: string, channel: ChallengeType): Promise<OtpCodeRecord | undefined>;
  /** Inserts or replaces: one live code per token and channel. */
  put(code: OtpCodeRecord): Promise<void>;
  delete(clientId: string, tokenDigest: string, channel: ChallengeType): Promise<boolean>;
}

export interface ScaSessionRepository {
  find(key: ProfileKey): Promise<ScaSessionRecord | undefined>;
  /** Inserts or replaces. */
  put(session: ScaSessionRecord): Promise<void>;
  /** Deletes the session of the profile. */
  delete(key: ProfileKey): Promise<boolean>;
}

export interface AuthenticationFactorRepository {
  list(key: UserKey): Promise<readonly AuthenticationFactorRecord[]>;
  /** Inserts or replaces the factor of this type and channel. */
  put(factor: AuthenticationFactorRecord): Promise<void>;
  delete(
    key: UserKey,
    type: AuthenticationFactorRecord['type'],
    channel: AuthenticationFactorRecord['channel'],
  ): Promise<boolean>;
}

export interface FactorChallengeRepository {
  /** By its numeric id, within the client. */
  find(clientId: string, challengeId: string): Promise<FactorChallengeRecord | undefined>;
  /** The user's latest challenge of a purpose and channel, in any state. */
  findLatest(
    key: UserKey,
    purpose: FactorChallengeRecord['purpose'],
    channel: FactorChallengeRecord['channel'],
  ): Promise<FactorChallengeRecord | undefined>;
  insert(challenge: FactorChallengeRecord): Promise<boolean>;
  /** Writes `next` if the stored version is `next.version - 1`; returns whether it did. */
  update(next: FactorChallengeRecord): Promise<boolean>;
  delete(clientId: string, challengeId: string): Promise<boolean>;
}

export interface IdempotencyRepository {
  find(clientId: string, key: string): Promise<IdempotencyRecord | undefined>;
  /** `false` when a record with this key exists. */
  insert(record: IdempotencyRecord): Promise<boolean>;
  /** Stores the response of a record that has none yet. */
  complete(clientId: string, key: string, response: NonNullable<IdempotencyRecord['response']>): Promise<boolean>;
  delete(clientId: string, key: string): Promise<boolean>;
}

/** Sliding windows of limits that guard secrets, such as codes an hour. */
export interface RateLimitRepository {
  /**
   * Adds a hit at `at` to the bucket. Returns the number of hits in the sliding window `(at - window, at]`, this one included, and
   * the time of the oldest of them.
   */
  hit(clientId: string, bucket: string, at: number, window: number): Promise<{ hits: number; oldest: number }>;
  /** Returns the number of hits in the window and the times of the oldest and newest, without adding one. */
  peek(
    clientId: string,
    bucket: string,
    at: number,
    window: number,
  ): Promise<{ hits: number; oldest: number | null; newest: number | null }>;
  /** Removes the latest hit at `at`. */
  release(clientId: string, bucket: string, at: number): Promise<void>;
}

export interface AuditLog {
  /** Appends to the hash chain of the client, in this transaction. */
  append(event: AuditEvent): Promise<void>;
}
