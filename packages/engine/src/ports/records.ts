/**
 * The records that the engine stores. Times are milliseconds since the Unix epoch on the client's clock. Secrets that a caller
 * presents again (tokens, codes, PINs, fingerprints) are stored as a digest, a keyed hash or an argon2id string; phone numbers and
 * face templates are encrypted.
 */

import type { ChallengeType } from '../factors/challenge-type.ts';

export type { ChallengeType };
export type Category = 'knowledge' | 'possession' | 'inherence';
export type Risk = 'low' | 'high';

export interface ClientRecord {
  readonly clientId: string;
  /** Keyed hash of the client secret. */
  readonly secret: string;
  /** Digest of the api-key of the Additional Factors family; null when the client has none. */
  readonly apiKeyDigest: string | null;
  readonly clockOffset: number;
  readonly createdAt: number;
}

export interface UserRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly email: string;
  /** argon2id string. */
  readonly password: string;
  /** Digest; null for a user without a code. */
  readonly registrationCodeDigest: string | null;
  /** An inactive user cannot enrol or step up (`CREDENTIALS_INACTIVE`). */
  readonly active: boolean;
  readonly createdAt: number;
}

export interface ProfileRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly profileId: number;
  readonly type: 'personal' | 'business';
  readonly isDefault: boolean;
  /** How many categories a low-risk action needs. High risk always needs two. */
  readonly requiredFactors: 1 | 2;
  /** Consecutive attempts counted since the last success (RTS 4(3)(b)). */
  readonly failedAttempts: number;
  readonly lockedUntil: number | null;
  /** When the attempts of the last 24 hours that did not succeed were counted, oldest first. */
  readonly recentFailures: readonly number[];
  readonly createdAt: number;
}

export interface AccessTokenRecord {
  readonly clientId: string;
  /** SHA-256 of the token's text, base64url. */
  readonly digest: string;
  readonly kind: 'user' | 'application' | 'refresh' | 'auth' | 'code';
  readonly userId: number | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastUsedAt: number;
  /** When an additional factor stepped this auth token up; null before. */
  readonly steppedUpAt: number | null;
  /** The digest of the last token that this one gave: of a refresh token its access token, of a code its refresh token. */
  readonly issuedDigest: string | null;
}

/** The one secret that a profile has enrolled for a factor. */
export interface StoredSecretRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly profileId: number;
  readonly factor: ChallengeType;
  /** As the factor stores it, with the id of its key: an argon2id string, or an encrypted template. */
  readonly secret: string;
  readonly createdAt: number;
}

export interface DeviceFingerprintRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly profileId: number;
  readonly deviceFingerprintId: string;
  /** Keyed hash, with the id of the key. */
  readonly mac: string;
  readonly createdAt: number;
}

export interface PhoneNumberRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly phoneNumberId: number;
  /** Encrypted E.164 text. */
  readonly number: string;
  /** Keyed hash of the E.164 text: unique within the client. */
  readonly mac: string;
  readonly createdAt: number;
}

/** What the factors of a profile are stored in. One statement reads it, however many factors there are. */
export interface EnrolledFactors {
  readonly storedSecrets: readonly {
    readonly factor: ChallengeType;
    readonly createdAt: number;
    /** null unless the secret of this factor was asked for. */
    readonly secret: string | null;
  }[];
  readonly deviceFingerprints: readonly Pick<DeviceFingerprintRecord, 'deviceFingerprintId' | 'mac'>[];
  /** At most one. */
  readonly phoneNumbers: readonly PhoneNumberRecord[];
}

/** A slot of a one-time token: one enrolled category. */
export interface Slot {
  readonly category: Category;
  readonly primary: ChallengeType;
  readonly alternatives: readonly ChallengeType[];
  readonly passed: boolean;
  /** In strict disclosure: the slot was attempted in this round, with any result. */
  readonly attempted: boolean;
  /** The factor that passed the slot. When it is removed, the slot is open again. */
  readonly passedWith?: { readonly type: ChallengeType; readonly reference: string };
}

export interface OneTimeTokenRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly profileId: number;
  /** SHA-256 of the token's text, base64url. */
  readonly digest: string;
  readonly actionType: string;
  readonly risk: Risk;
  /** Digest of what dynamic linking binds (RTS 5); null when the action links nothing. */
  readonly linkDigest: string | null;
  /** The linked values as text, for the message that asks for the approval; null when the action links nothing. */
  readonly linkText: string | null;
  readonly slots: readonly Slot[];
  /** How many slots of different categories must pass. */
  readonly requiredFactors: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** When the last required slot passed; null before. */
  readonly clearedAt: number | null;
  /** Until when a cleared token approves its action; null before it is cleared. */
  readonly approvedUntil: number | null;
  readonly consumedAt: number | null;
  /** Set when too many attempts failed. */
  readonly revokedAt: number | null;
  readonly version: number;
}

export interface OtpCodeRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly profileId: number;
  readonly tokenDigest: string;
  readonly channel: ChallengeType;
  /** Keyed hash of the code. */
  readonly mac: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** `sending` until the delivery accepts the message. Only a `live` code is accepted. */
  readonly state: 'sending' | 'live' | 'used';
}

/** A one-time token with what an attempt of one type is decided by. */
export interface TokenLookup {
  readonly token: OneTimeTokenRecord | undefined;
  /** The factors of the token's profile, with the stored secret of the type. */
  readonly factors: EnrolledFactors;
  /** The code that was sent for the token by the type's channel. */
  readonly otpCode: OtpCodeRecord | undefined;
}

export interface ScaSessionRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly profileId: number;
  readonly openedAt: number;
  readonly expiresAt: number;
}

export interface AuthenticationFactorRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly type: 'OTP' | 'PUSH' | 'BIOMETRIC';
  readonly channel: 'SMS' | 'AUTHY' | 'BIOMETRIC';
  readonly status: 'PENDING_VERIFICATION' | 'ACTIVE' | 'INACTIVE';
  readonly createdAt: number;
}

export interface FactorChallengeRecord {
  readonly clientId: string;
  readonly userId: number;
  /** Digits, unique within the client; the `id` of a push. */
  readonly challengeId: string;
  readonly purpose: 'enrolment' | 'step-up';
  readonly channel: 'SMS' | 'AUTHY' | 'BIOMETRIC';
  /** Keyed hash of the code; null for a push. */
  readonly mac: string | null;
  /** For step-up: the digest of the auth token that will be stepped up. */
  readonly tokenDigest: string | null;
  readonly attempts: number;
  readonly state: 'sending' | 'pending' | 'approved' | 'rejected' | 'expired' | 'exhausted' | 'used';
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly version: number;
}

export interface IdempotencyRecord {
  readonly clientId: string;
  /** Digest over caller, operation, reference and payload. */
  readonly key: string;
  /** The first response, encrypted; null while the first request is in progress. */
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  } | null;
  /** On the system clock, unlike all other times. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** One entry of the audit log (RTS 29). Never contains a secret or a full phone number. */
export interface AuditEvent {
  readonly clientId: string;
  readonly userId: number | null;
  readonly profileId: number | null;
  /** `user:<id>`, `application`, `device` or `system`. */
  readonly actor: string;
  /** `<concept>.<past participle>`: `pin.created`, `challenge.failed`, `profile.locked`. */
  readonly type: string;
  readonly result: 'success' | 'failure';
  readonly at: number;
  readonly traceId: string | null;
  /** Flat values, for example `{ challenge: 'PIN', action: 'TRANSFER__FUND' }`. */
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}
