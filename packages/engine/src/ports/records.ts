/**
 * The records that the engine keeps. Times are milliseconds since the Unix epoch on the client's clock. Text that a
 * caller must present again (tokens, codes, PINs, fingerprints) is stored only as a digest, a keyed hash or an
 * argon2id string; phone numbers, and what is kept of a face, only sealed.
 */

import type { ChallengeType } from '../factors/registry.ts';

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
  /** Digest; null once used. */
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
  /** How many categories a low-risk action of this profile needs at least; high risk always needs two. */
  readonly requiredFactors: 1 | 2;
  /** Consecutive attempts counted since the last success (RTS 4(3)(b)). */
  readonly failedAttempts: number;
  readonly lockedUntil: number | null;
  readonly createdAt: number;
}

export interface AccessTokenRecord {
  readonly clientId: string;
  /** SHA-256 of the token's text, base64url. */
  readonly digest: string;
  readonly kind: 'user' | 'application' | 'refresh' | 'auth';
  readonly userId: number | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastUsedAt: number;
  /** When an additional factor stepped this auth token up; null before. */
  readonly steppedUpAt: number | null;
}

/** What is kept of the one secret that a profile has enrolled for a factor. */
export interface StoredSecretRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly profileId: number;
  readonly factor: ChallengeType;
  /** As the factor keeps it, with the id of its key: an argon2id string, a sealed template. */
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
  /** Sealed E.164 text. */
  readonly number: string;
  /** Keyed hash of the E.164 text: unique within the client. */
  readonly mac: string;
  readonly createdAt: number;
}

/** A slot of a one-time token: one enrolled category. */
export interface Slot {
  readonly category: Category;
  readonly primary: ChallengeType;
  readonly alternatives: readonly ChallengeType[];
  readonly passed: boolean;
  /** In strict disclosure: an element was given for this slot, right or wrong. */
  readonly attempted: boolean;
  /** What passed the slot. A pass does not outlive the factor that it refers to. */
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
  /** The same in words, for the message that asks for the approval; null when the action links nothing. */
  readonly linkText: string | null;
  readonly slots: readonly Slot[];
  /** How many slots of different categories must pass. */
  readonly requiredFactors: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** When the last required slot passed; null before. */
  readonly clearedAt: number | null;
  /** Until when a cleared token serves; null before it is cleared. */
  readonly approvedUntil: number | null;
  readonly consumedAt: number | null;
  /** Set when five failures killed the token. */
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
  /** `sending` until the delivery took the message; a code that was not sent is never accepted. */
  readonly state: 'sending' | 'live' | 'used';
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
  /** The first response, encrypted; null while the first request is still being served. */
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  } | null;
  /** System time, unlike all others: nobody moves it. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** One line of the audit trail (RTS 29). Never holds a secret or a full phone number. */
export interface AuditEvent {
  readonly clientId: string;
  readonly userId: number | null;
  readonly profileId: number | null;
  /** Who acted: `user:<id>`, `application`, `device`, `system`. */
  readonly actor: string;
  /** What happened, `<concept>.<past participle>`: `pin.created`, `challenge.failed`, `profile.locked`. */
  readonly type: string;
  readonly result: 'success' | 'failure';
  readonly at: number;
  readonly traceId: string | null;
  /** Flat facts, for example `{ challenge: 'PIN', action: 'TRANSFER__FUND' }`. */
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}
