import type {
  AccessTokenRecord,
  AuditEvent,
  AuthenticationFactorRecord,
  ClientRecord,
  DeviceFingerprintRecord,
  FactorChallengeRecord,
  IdempotencyRecord,
  OneTimeTokenRecord,
  OtpCodeRecord,
  PhoneNumberRecord,
  ProfileRecord,
  ScaSessionRecord,
  StoredSecretRecord,
  UserRecord,
} from '@sca-kit/engine';

/** A public key that a client uploaded: responses are encrypted to it, or its requests are verified with it. */
export interface JosePublicKeyRecord {
  readonly clientId: string;
  /** UUID, chosen by the client. */
  readonly keyId: string;
  readonly scope: 'PAYLOAD_ENCRYPTION' | 'PAYLOAD_SIGNING';
  readonly algorithm: string;
  /** Base64 DER (SPKI). */
  readonly keyMaterial: string;
  /** Milliseconds since the Unix epoch, on the client's clock; so are the other times. */
  readonly validFrom: number;
  readonly validTill: number;
  readonly createdAt: number;
}

/** A record as stored in its table: flags are 0 or 1, nested values JSON text. */
type Row<Record, Stored = unknown> = Omit<Record, keyof Stored> & Stored;

/** Insertion order within the owner, for rows with the same time. */
interface Ordered {
  readonly ordinal: number;
}

/** A row that the sweep deletes at a time of the client's clock. */
interface Retained {
  readonly keepUntil: number;
}

/** The schema, as Kysely sees it; columns are snake case in the database. */
export interface Tables {
  clients: ClientRecord;
  users: Row<UserRecord, { readonly active: number }>;
  profiles: Row<ProfileRecord, { readonly isDefault: number; readonly recentFailures: string }>;
  accessTokens: AccessTokenRecord;
  storedSecrets: StoredSecretRecord;
  deviceFingerprints: DeviceFingerprintRecord & Ordered;
  phoneNumbers: PhoneNumberRecord;
  oneTimeTokens: Row<OneTimeTokenRecord, { readonly slots: string }> & Retained;
  otpCodes: OtpCodeRecord & Retained;
  scaSessions: ScaSessionRecord;
  authenticationFactors: AuthenticationFactorRecord;
  factorChallenges: FactorChallengeRecord & Ordered & Retained;
  idempotencyRecords: Row<IdempotencyRecord, { readonly response: string | null }>;
  rateLimitBuckets: {
    readonly clientId: string;
    readonly bucket: string;
    /** Number of hits of the bucket so far; numbers them. */
    readonly hits: number;
    /** The longest window used, in milliseconds. */
    readonly span: number;
  } & Retained;
  rateLimitHits: {
    readonly clientId: string;
    readonly bucket: string;
    readonly at: number;
    readonly number: number;
  };
  auditEvents: Row<AuditEvent, { readonly data: string }> & {
    readonly shard: number;
    readonly sequence: number;
    readonly hash: string;
  };
  auditChainHeads: {
    readonly clientId: string;
    readonly shard: number;
    readonly sequence: number;
    readonly hash: string;
    /** Time of the first remaining event, on the client's clock; null if there is none. */
    readonly oldestAt: number | null;
    /** Authenticates sequence and hash. */
    readonly mac: string;
    /** Sequence of the last event that retention deleted; 0 if none. */
    readonly checkpointSequence: number;
    readonly checkpointHash: string;
    readonly checkpointMac: string;
  };
  writeProbes: { readonly name: string; readonly writes: number };
  keyChecks: { readonly name: string; readonly mac: string };
  josePublicKeys: JosePublicKeyRecord & Ordered;
}
