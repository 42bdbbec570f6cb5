import type { components } from '@sca-kit/api';
import { createScaClient, type Init, type OperationAt, type ScaClient } from '@sca-kit/client';

export type SandboxUser = components['schemas']['SandboxUser'];
type NewUser = components['schemas']['SandboxUserRequest'];

export const PIN = '4821';
export const FINGERPRINT = '5f2a77d0-8c11-4a4e-9d41-aa01bb02cc03';

/** Enrols the two factors that most tests use. */
export const PIN_AND_DEVICE: NewUser = { pin: PIN, deviceFingerprint: FINGERPRINT };

/** Creates a user, in a new client or in the client of another user. */
export async function createUser(url: string, given: NewUser = {}, colleague?: SandboxUser): Promise<SandboxUser> {
  const client = colleague ? createClientFor(url, colleague) : createScaClient({ baseUrl: url });
  const { data, response } = await client.POST('/sandbox/users', {
    body: colleague ? { ...given, clientId: colleague.clientId } : given,
  });
  if (!data) throw new Error(`POST /sandbox/users returned ${response.status}.`);
  return data;
}

/** Creates a client with the user's credentials, without challenge handlers and without retries. */
export function createClientFor(url: string, user: SandboxUser): ScaClient {
  const { accessToken, applicationToken, authToken, apiKey } = user;
  return createScaClient({
    baseUrl: url,
    accessToken,
    applicationToken,
    authToken,
    ...(apiKey === null ? {} : { apiKey }),
    retry: false,
  });
}

/** Returns the id of the user's default profile. */
export function defaultProfileId({ profiles }: SandboxUser): number {
  const id = profiles[0]?.id;
  if (id === undefined) throw new Error('The user has no profile.');
  return id;
}

export const STATEMENT_PATH = '/v1/profiles/{profileId}/balance-statements/{balanceId}/statement.json';
export const PAYMENT_PATH = '/v3/profiles/{profileId}/transfers/{transferId}/payments';

/** Returns the parameters of a statement request. */
export function statementParameters(user: SandboxUser): Init<OperationAt<'get', typeof STATEMENT_PATH>> {
  return {
    params: {
      path: { profileId: defaultProfileId(user), balanceId: user.balanceId },
      query: {
        currency: 'EUR',
        intervalStart: '2026-01-01T00:00:00Z',
        intervalEnd: '2026-12-31T00:00:00Z',
        type: 'COMPACT',
      },
    },
  };
}

/** Returns the one-time token of a 403 response. */
export function approvalTokenOf(response: Response): string {
  const token = response.headers.get('x-2fa-approval');
  if (response.status !== 403 || token === null)
    throw new Error(`The response ${response.status} has no one-time token.`);
  return token;
}

/** Creates a one-time token for the user's payment. */
export async function createPaymentToken(client: ScaClient, user: SandboxUser): Promise<string> {
  const path = { profileId: defaultProfileId(user), transferId: user.transferId };
  const { response } = await client.POST(PAYMENT_PATH, { params: { path }, body: { type: 'BALANCE' } });
  return approvalTokenOf(response);
}

/** Verifies both factors of a one-time token. Returns the statuses. */
export async function clearToken(
  client: ScaClient,
  user: SandboxUser,
  oneTimeToken: string,
): Promise<readonly number[]> {
  const params = { path: { profileId: defaultProfileId(user) }, header: { 'One-Time-Token': oneTimeToken } };
  const pin = await client.POST('/v2/profiles/{profileId}/pin/verify', { params, body: { pin: PIN } });
  const device = await client.POST('/v2/profiles/{profileId}/device-fingerprints/verify', {
    params,
    body: { deviceFingerprint: FINGERPRINT },
  });
  return [pin.response.status, device.response.status];
}
