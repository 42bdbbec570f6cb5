import { randomUUID } from 'node:crypto';
import type {
  AccessTokenRecord,
  AuditEvent,
  ClientRecord,
  FactorChallengeRecord,
  OneTimeTokenRecord,
  OtpCodeRecord,
  PhoneNumberRecord,
  ProfileRecord,
  Transaction,
  UserRecord,
} from '@sca-kit/engine';
import type { Stores } from '../../stores.ts';
import type { JosePublicKeyRecord } from '../../tables.ts';

/** 2026-01-01T00:00:00Z: the time of every fixture. */
export const NOW: number = Date.UTC(2026, 0, 1);
export const HOUR = 3_600_000;
export const DAY: number = 24 * HOUR;

/** A client with a user and a profile. Each test has its own, so that tests can share a database. */
export interface Tenant {
  readonly clientId: string;
  readonly user: { readonly clientId: string; readonly userId: number };
  readonly profile: { readonly clientId: string; readonly userId: number; readonly profileId: number };
}

export const aClient = (clientId: string): ClientRecord => ({
  clientId,
  secret: 'mac:client',
  apiKeyDigest: null,
  clockOffset: 0,
  createdAt: NOW,
});

export const aUser = (clientId: string, userId: number): UserRecord => ({
  clientId,
  userId,
  email: `user-${userId}@example.com`,
  password: 'argon2id:password',
  registrationCodeDigest: 'digest:registration',
  active: true,
  createdAt: NOW,
});

export const aProfile = (clientId: string, userId: number, profileId: number): ProfileRecord => ({
  ...{ clientId, userId, profileId },
  type: 'personal',
  isDefault: true,
  requiredFactors: 2,
  failedAttempts: 0,
  lockedUntil: null,
  recentFailures: [],
  createdAt: NOW,
});

export const anAccessToken = (tenant: Tenant, digest: string): AccessTokenRecord => ({
  ...tenant.user,
  digest,
  kind: 'user',
  createdAt: NOW,
  expiresAt: NOW + HOUR,
  lastUsedAt: NOW,
  steppedUpAt: null,
  issuedDigest: null,
});

export const aToken = (tenant: Tenant, digest: string): OneTimeTokenRecord => ({
  ...tenant.profile,
  digest,
  actionType: 'TRANSFER__FUND',
  risk: 'high',
  linkDigest: 'digest:link',
  linkText: '100 EUR to Ann Lee',
  slots: [
    { category: 'knowledge', primary: 'PIN', alternatives: [], passed: false, attempted: false },
    {
      category: 'possession',
      primary: 'SMS',
      alternatives: ['WHATSAPP', 'VOICE'],
      passed: true,
      attempted: true,
      passedWith: { type: 'SMS', reference: '1001' },
    },
  ],
  requiredFactors: 2,
  createdAt: NOW,
  expiresAt: NOW + HOUR,
  clearedAt: null,
  approvedUntil: null,
  consumedAt: null,
  revokedAt: null,
  version: 1,
});

export const aCode = (tenant: Tenant, tokenDigest: string): OtpCodeRecord => ({
  ...tenant.profile,
  tokenDigest,
  channel: 'SMS',
  mac: 'mac:code',
  createdAt: NOW,
  expiresAt: NOW + 300_000,
  state: 'sending',
});

export const aChallenge = (tenant: Tenant, challengeId: string): FactorChallengeRecord => ({
  ...tenant.user,
  challengeId,
  purpose: 'enrolment',
  channel: 'SMS',
  mac: 'mac:code',
  tokenDigest: null,
  attempts: 0,
  state: 'pending',
  createdAt: NOW,
  expiresAt: NOW + 300_000,
  version: 1,
});

export const aPhoneNumber = (tenant: Tenant, mac: string): PhoneNumberRecord => ({
  ...tenant.user,
  phoneNumberId: tenant.user.userId + 1000,
  number: `encrypted:${mac}`,
  mac,
  createdAt: NOW,
});

export const aPublicKey = (
  { clientId }: Tenant,
  keyId: string,
  more: Partial<JosePublicKeyRecord> = {},
): JosePublicKeyRecord => ({
  ...{ clientId, keyId, scope: 'PAYLOAD_ENCRYPTION', algorithm: 'RSA_OAEP_256', keyMaterial: 'MIIB' },
  ...{ validFrom: NOW, validTill: NOW + DAY, createdAt: NOW },
  ...more,
});

/** An event without a user, in the first chain. */
export const anEvent = (clientId: string, data: AuditEvent['data'] = {}): AuditEvent => ({
  clientId,
  userId: null,
  profileId: null,
  actor: 'user:1',
  type: 'pin.created',
  result: 'success',
  at: NOW,
  traceId: null,
  data,
});

/** Adds a user with a profile to the client. */
export async function addUser(stores: Stores, clientId: string, userId: number): Promise<Tenant> {
  const tenant: Tenant = {
    clientId,
    user: { clientId, userId },
    profile: { clientId, userId, profileId: userId + 100 },
  };
  await stores.engine.transaction({ clientId }, async (tx) => {
    await tx.users.insert(aUser(clientId, userId));
    await tx.profiles.insert(aProfile(clientId, userId, tenant.profile.profileId));
  });
  return tenant;
}

/** Adds a client with user 1 and profile 101. */
export async function addTenant(stores: Stores, clockOffset = 0): Promise<Tenant> {
  const clientId = randomUUID();
  await stores.engine.transaction({ clientId }, (tx) => tx.clients.insert({ ...aClient(clientId), clockOffset }));
  return await addUser(stores, clientId, 1);
}

/** Runs a transaction on the tenant's profile. */
export function within<T>(stores: Stores, tenant: Tenant, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return stores.engine.transaction(tenant.profile, work);
}
