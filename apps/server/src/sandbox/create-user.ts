import type { components } from '@sca-kit/api';
import {
  type Actor,
  type CreatedUser,
  e164Of,
  faceMapBytes,
  type NewProfile,
  type ProfileKey,
  ScaError,
} from '@sca-kit/engine';
import { RequestError } from '@sca-kit/hono';
import { transferCreated } from '../demo-resources/demo-handlers.ts';
import { clientTime } from '../handlers/client-time.ts';
import type { Services } from '../handlers/services.ts';
import { toProfileType } from '../wire/profile-type.ts';

type Request = components['schemas']['SandboxUserRequest'];
type SandboxUser = components['schemas']['SandboxUser'];

/** What the balance holds and the transfer orders: figures that are easy to recognise in a test. */
const DEMO_BALANCE = { currency: 'EUR', amount: '1250.75' } as const;
const DEMO_TRANSFER = { currency: 'EUR', amount: '120.5', payee: '14550101' } as const;

/** Creates a user with tokens, profiles, a balance and a transfer, in a new client unless the request names one. */
export async function createSandboxUser(
  services: Services,
  request: Request,
  traceId: string | null,
): Promise<SandboxUser> {
  const { engine, random } = services;
  const { identity } = engine;
  assertEnrollable(request);
  const clientId = request.clientId ?? `sandbox-${random.token(9)}`;
  const actor: Actor = { clientId, userId: null, name: 'application', traceId };
  const credentials = request.clientId === undefined ? await identity.createClient(actor) : undefined;

  const profiles = profilesFor(request);
  const user = await identity.createUser(actor, {
    email: `user-${random.token(6).toLowerCase()}@sandbox.example`,
    profiles,
    ...(request.active === undefined ? {} : { active: request.active }),
  });
  try {
    await enrol(services, actor, user, request);
  } catch (error) {
    // An error response must leave no incomplete user behind.
    await identity.deleteUser(actor, user.userId);
    throw error;
  }
  const resources = await addResources(services, actor, defaultProfileOf(user));
  const [tokens, auth, application] = [
    await identity.issueUserTokens(actor, user.userId),
    await identity.issueAuthToken(actor, user.userId),
    await identity.issueApplicationToken(actor),
  ];
  return {
    userId: user.userId,
    email: user.email,
    password: user.password,
    registrationCode: user.registrationCode,
    clientId,
    clientSecret: credentials?.clientSecret ?? null,
    apiKey: credentials?.apiKey ?? null,
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    authToken: auth.accessToken,
    applicationToken: application.accessToken,
    profiles: user.profiles.map(({ profileId, type }) => ({ id: profileId, type: toProfileType(type) })),
    ...resources,
  };
}

/** Creates a balance and a transfer of a profile. With given ids, existing ones stay. */
export async function addResources(
  services: Services,
  actor: Actor,
  profile: ProfileKey,
  ids?: { readonly balanceId: number; readonly transferId: number },
): Promise<{ readonly balanceId: number; readonly transferId: number }> {
  const { stores, random } = services;
  const createdAt = await clientTime(services, profile.clientId);
  const balanceId = ids?.balanceId ?? random.integer(20_000_000, 29_999_999);
  const transferId = ids?.transferId ?? random.integer(50_000_000, 59_999_999);
  const details = { customerTransactionId: random.uuid(), reference: 'invoice 42' };
  const transfer = { ...profile, transferId, ...DEMO_TRANSFER, details, createdAt, fundedAt: null };
  const made = [
    await stores.balances.insert({ ...profile, balanceId, ...DEMO_BALANCE, createdAt }),
    await stores.transfers.insert(transfer, transferCreated(actor, transfer)),
  ];
  // A random id that exists is drawn again. A given id that exists is what the caller asked for.
  return ids || made.every(Boolean) ? { balanceId, transferId } : addResources(services, actor, profile);
}

/**
 * Rejects an invalid request before a client is created for it, because clients are never deleted.
 * @throws ScaError `phone.number.invalid`, `facemap.invalid`; RequestError for a device of an inactive user
 */
function assertEnrollable({ phoneNumber, faceMap, biometric, active }: Request): void {
  if (phoneNumber !== undefined && !e164Of(phoneNumber)) {
    throw new ScaError('phone.number.invalid');
  }
  if (faceMap !== undefined && !faceMapBytes(faceMap)) {
    throw new ScaError('facemap.invalid');
  }
  if (biometric && active === false) {
    const message = 'is for an active user: an inactive one links no device.';
    throw new RequestError('request.invalid', message, { issues: [{ path: '/body/biometric', message }] });
  }
}

function profilesFor({ requiredFactors }: Request): readonly NewProfile[] {
  const required = requiredFactors === 1 ? { requiredFactors: 1 as const } : {};
  return [
    { type: 'personal', ...required },
    { type: 'business', ...required },
  ];
}

async function enrol({ engine }: Services, actor: Actor, user: CreatedUser, request: Request): Promise<void> {
  const profile = defaultProfileOf(user);
  const { phoneNumber, pin, deviceFingerprint, faceMap, biometric } = request;
  // Test data needs no approval.
  const enrolment = { approved: true };
  if (pin !== undefined) await engine.factors.enrol(actor, profile, 'PIN', pin, enrolment);
  if (deviceFingerprint !== undefined) {
    await engine.deviceFingerprints.create(actor, profile, deviceFingerprint, enrolment);
  }
  if (faceMap !== undefined) await engine.factors.enrol(actor, profile, 'FACE_MAP', faceMap, enrolment);
  if (phoneNumber !== undefined) await engine.phoneNumbers.create(actor, profile, phoneNumber);
  if (biometric) await engine.authenticationFactors.linkBiometric(actor, profile);
}

function defaultProfileOf({ clientId, userId, profiles }: CreatedUser): ProfileKey {
  const profileId = profiles[0]?.profileId;
  if (profileId === undefined) throw new TypeError('A user always has a default profile.');
  return { clientId, userId, profileId };
}
