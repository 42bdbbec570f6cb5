import type { Actor } from '@sca-kit/engine';
import type { Services } from '../handlers/services.ts';
import { addResources } from './create-user.ts';

/** The client and the user that every sandbox has. Their credentials are public: a sandbox protects nothing. */
export const DEMO = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  apiKeySecret: 'demo-api-key',
  userId: 7301842,
  profileId: 101,
  businessProfileId: 102,
  balanceId: 201,
  transferId: 301,
  email: 'ada@example.com',
  password: 'demo-password',
  registrationCode: 'demo-registration-code',
  pin: '1234',
  deviceFingerprint: 'demo-laptop',
  phoneNumber: '+6588888888',
} as const;

/** The tokens that the banner shows. */
export interface DemoTokens {
  readonly apiKey: string;
  readonly accessToken: string;
}

const actor: Actor = { clientId: DEMO.clientId, userId: null, name: 'system', traceId: null };

/** Creates the demo client and its user unless they exist, and a new user token. Several processes may do so at once. */
export async function seedDemo(services: Services): Promise<DemoTokens> {
  const { engine, stores } = services;
  const { identity } = engine;
  await identity.createClient(actor, { clientSecret: DEMO.clientSecret, apiKeySecret: DEMO.apiKeySecret });
  const user = { clientId: DEMO.clientId, userId: DEMO.userId };
  const known = await stores.engine.read({ clientId: DEMO.clientId }, (tx) => tx.users.find(user));
  if (!known) await createDemoUser(services);
  const { accessToken } = await identity.issueUserTokens(actor, DEMO.userId);
  return { apiKey: `${Buffer.from(DEMO.clientId).toString('base64url')}.${DEMO.apiKeySecret}`, accessToken };
}

async function createDemoUser(services: Services): Promise<void> {
  const { engine } = services;
  const { userId, email, password, registrationCode, profileId, businessProfileId } = DEMO;
  const profiles = [
    { profileId, type: 'personal' },
    { profileId: businessProfileId, type: 'business' },
  ] as const;
  try {
    await engine.identity.createUser(actor, { userId, email, password, registrationCode, profiles });
  } catch (error) {
    // Another process was faster; it seeds the rest too.
    if (
      await engine.profiles.list(actor, userId).then(
        () => true,
        () => false,
      )
    )
      return;
    throw error;
  }
  const profile = { clientId: DEMO.clientId, userId, profileId };
  await engine.factors.enrol(actor, profile, 'PIN', DEMO.pin);
  await engine.deviceFingerprints.create(actor, profile, DEMO.deviceFingerprint);
  await engine.phoneNumbers.create(actor, profile, DEMO.phoneNumber);
  await addResources(services, actor, profile, DEMO);
}
