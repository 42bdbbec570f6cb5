import { randomUUID } from 'node:crypto';
import { createScaClient, type ScaClient } from '@sca-kit/client';
import {
  createClientFor,
  createPaymentToken,
  createUser,
  defaultProfileId,
  PAYMENT_PATH,
  type SandboxUser,
  STATEMENT_PATH,
  statementParameters,
} from './sandbox-users.ts';

/** The secrets and the error responses of a run. */
export interface SecretsRun {
  /** Every secret by its name. Random, or a text that nothing else contains. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Four digits each: too short to search every file for them. */
  readonly pins: readonly string[];
  /** The bodies of all error responses. */
  readonly errorBodies: readonly string[];
  readonly user: SandboxUser;
}

const PINS = { right: '7093', wrong: '9307' } as const;
const GIVEN = {
  fingerprint: 'fingerprint-9a7d5c1e-of-a-device',
  'wrong fingerprint': 'fingerprint-of-somebody-else',
  phone: '+6591234509',
  'second phone': '+6591234608',
  'broken phone': '+65-not-a-number',
  'face map': Buffer.from(`face-${'of somebody '.repeat(40)}`).toString('base64'),
  'wrong face map': Buffer.from(`face-${'of another '.repeat(40)}`).toString('base64'),
  'wrong password': 'a-password-that-is-wrong',
  'wrong client secret': 'a-client-secret-that-is-wrong',
  'wrong code': '987123',
} as const;

/** Sends each kind of secret, right and wrong, to every operation that takes it. */
export async function exerciseSecrets(url: string): Promise<SecretsRun> {
  const user = await createUser(url, { phoneNumber: GIVEN.phone, biometric: true });
  const errorBodies: string[] = [];
  const client = createClientFor(url, user);
  client.use({
    async onResponse({ response }) {
      if (response.status >= 400) errorBodies.push(await response.clone().text());
    },
  });
  const secrets = new Map<string, string>(Object.entries({ ...GIVEN, ...credentialsOf(user) }));
  const keep = (name: string, value: string | undefined): void => {
    if (!value) throw new Error(`The run received no ${name}.`);
    secrets.set(name, value);
  };
  await grantTokens(url, user, keep);
  await logIn(client, user, keep);
  await enrol(client, user);
  await pay(url, client, user, keep);
  await useFactors(client);
  await lockByGuessing(url, user, errorBodies, keep);
  await client.GET('/sandbox/inbox');
  return { secrets, pins: Object.values(PINS), errorBodies, user };
}

type Keep = (name: string, value: string | undefined) => void;

function credentialsOf(user: SandboxUser): Readonly<Record<string, string>> {
  const { password, registrationCode, accessToken, refreshToken, authToken, applicationToken } = user;
  const { clientSecret, apiKey } = user;
  const given = { password, registrationCode, accessToken, refreshToken, authToken, applicationToken };
  return { ...given, clientSecret: clientSecret ?? '', apiKey: apiKey ?? '' };
}

async function grantTokens(url: string, user: SandboxUser, keep: Keep): Promise<void> {
  const { clientId, email } = user;
  const as = (clientSecret: string): ScaClient =>
    createScaClient({ baseUrl: url, clientCredentials: { clientId, clientSecret }, retry: false });
  const client = as(user.clientSecret ?? '');
  const code = { client_id: clientId, email, registration_code: user.registrationCode };
  const granted = await client.POST('/oauth/token', { body: { grant_type: 'registration_code', ...code } });
  keep('granted token', granted.data?.access_token);
  const refresh = granted.data && 'refresh_token' in granted.data ? granted.data.refresh_token : undefined;
  keep('granted refresh token', refresh);
  const body = { grant_type: 'refresh_token', refresh_token: refresh ?? '' } as const;
  keep('refreshed token', (await client.POST('/oauth/token', { body })).data?.access_token);
  await client.POST('/oauth/token', { body });
  await as(GIVEN['wrong client secret']).POST('/oauth/token', { body: { grant_type: 'client_credentials' } });
}

async function logIn(client: ScaClient, { email, password }: SandboxUser, keep: Keep): Promise<void> {
  const logInWith = (value: string) => client.POST('/login_with_password', { body: { email, password: { value } } });
  await logInWith(GIVEN['wrong password']);
  keep('log-in token', (await logInWith(password)).data?.token);
}

async function enrol(client: ScaClient, user: SandboxUser): Promise<void> {
  const params = { path: { profileId: defaultProfileId(user) } };
  // Twice each: the second request is rejected.
  for (const _ of [1, 2]) {
    await client.POST('/v2/profiles/{profileId}/pin', { params, body: { pin: PINS.right } });
    const body = { deviceFingerprint: GIVEN.fingerprint };
    await client.POST('/v2/profiles/{profileId}/device-fingerprints', { params, body });
    await client.POST('/v2/profiles/{profileId}/facemaps', { params, body: { faceMap: GIVEN['face map'] } });
  }
  const ofUser = { path: { userId: user.userId } };
  const { data } = await client.GET('/v1/application/users/{userId}/phone-numbers', { params: ofUser });
  const path = { ...ofUser.path, phoneNumberId: data?.[0]?.id ?? 0 };
  for (const phoneNumber of [GIVEN['broken phone'], GIVEN['second phone']]) {
    await client.PUT('/v1/application/users/{userId}/phone-numbers/{phoneNumberId}', {
      params: { path },
      body: { phoneNumber },
    });
  }
}

async function pay(url: string, client: ScaClient, user: SandboxUser, keep: Keep): Promise<void> {
  const clearing = createScaClient({
    baseUrl: url,
    accessToken: user.accessToken,
    retry: false,
    handlers: { PIN: () => PINS.right, PARTNER_DEVICE_FINGERPRINT: () => GIVEN.fingerprint },
  });
  await clearing.GET(STATEMENT_PATH, statementParameters(user));
  const oneTimeToken = await createPaymentToken(client, user);
  keep('one-time token', oneTimeToken);
  const header = { 'One-Time-Token': oneTimeToken };
  const params = { path: { profileId: defaultProfileId(user) }, header };
  for (const faceMap of [GIVEN['wrong face map'], GIVEN['face map']]) {
    await client.POST('/v2/profiles/{profileId}/facemaps/verify', { params, body: { faceMap } });
  }
  const deviceFingerprint = GIVEN['wrong fingerprint'];
  await client.POST('/v2/profiles/{profileId}/device-fingerprints/verify', { params, body: { deviceFingerprint } });
  await client.POST('/v1/one-time-token/sms/trigger', { params: { header } });
  for (const otpCode of [GIVEN['wrong code'], '111111']) {
    await client.POST('/v1/one-time-token/sms/verify', { params: { header }, body: { otpCode } });
  }
  const { response } = await client.POST(PAYMENT_PATH, {
    params: {
      path: { profileId: defaultProfileId(user), transferId: user.transferId },
      header: { 'x-2fa-approval': oneTimeToken },
    },
    body: { type: 'BALANCE' },
  });
  if (response.status !== 200) throw new Error(`The payment returned ${response.status}.`);
}

async function useFactors(client: ScaClient): Promise<void> {
  const path = { channel: 'SMS' } as const;
  const header = { 'idempotency-ref': randomUUID() };
  for (const _ of [1, 2]) await client.POST('/authentication_factors/otp/{channel}', { params: { path, header } });
  for (const verificationCode of [GIVEN['wrong code'], '123456']) {
    await client.POST('/authentication_factors/otp/{channel}/verify', { params: { path }, body: { verificationCode } });
  }
  await client.POST('/authentication_factors/push/{channel}', { params: { path: { channel: 'AUTHY' } } });
  await client.POST('/stepup/challenges/otp/{channel}', { params: { path } });
}

/** Uses another user of the same client, so that one audit log has all events. */
async function lockByGuessing(url: string, colleague: SandboxUser, errorBodies: string[], keep: Keep): Promise<void> {
  const user = await createUser(url, { pin: PINS.right, deviceFingerprint: GIVEN.fingerprint }, colleague);
  const client = createClientFor(url, user);
  const oneTimeToken = await createPaymentToken(client, user);
  keep('guessed one-time token', oneTimeToken);
  const params = { path: { profileId: defaultProfileId(user) }, header: { 'One-Time-Token': oneTimeToken } };
  for (let guess = 0; guess < 6; guess += 1) {
    const { error } = await client.POST('/v2/profiles/{profileId}/pin/verify', { params, body: { pin: PINS.wrong } });
    errorBodies.push(JSON.stringify(error));
  }
}
