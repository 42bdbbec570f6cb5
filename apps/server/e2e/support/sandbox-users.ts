import type { components } from '@sca-kit/api';
import { createScaClient, type Init, type OperationAt, type ScaClient } from '@sca-kit/client';

export type SandboxUser = components['schemas']['SandboxUser'];
type NewUser = components['schemas']['SandboxUserRequest'];

export const PIN = '4821';
export const FINGERPRINT = '5f2a77d0-8c11-4a4e-9d41-aa01bb02cc03';

/** The two factors that most tests use. */
export const PIN_AND_DEVICE: NewUser = { pin: PIN, deviceFingerprint: FINGERPRINT };

/** A fresh user, in a client of its own. */
export async function createUser(url: string, given: NewUser = {}): Promise<SandboxUser> {
  const { data, response } = await createScaClient({ baseUrl: url }).POST('/sandbox/users', { body: given });
  if (!data) throw new Error(`No user was made: ${response.status}`);
  return data;
}

/** A client that speaks as the user, clears nothing by itself and sends everything once. */
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

/** The user's default profile. */
export function defaultProfileId({ profiles }: SandboxUser): number {
  const id = profiles[0]?.id;
  if (id === undefined) throw new Error('The user has no profile.');
  return id;
}

export const STATEMENT_PATH = '/v1/profiles/{profileId}/balance-statements/{balanceId}/statement.json';
export const PAYMENT_PATH = '/v3/profiles/{profileId}/transfers/{transferId}/payments';

/** What a call of the statement takes. */
export function statementOf(user: SandboxUser): Init<OperationAt<'get', typeof STATEMENT_PATH>> {
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

/** The one-time token that a refusal names. */
export function approvalTokenOf(response: Response): string {
  const token = response.headers.get('x-2fa-approval');
  if (response.status !== 403 || token === null) throw new Error(`This is no refusal with a token: ${response.status}`);
  return token;
}

/** A one-time token for the user's payment, not cleared yet. */
export async function paymentToken(client: ScaClient, user: SandboxUser): Promise<string> {
  const path = { profileId: defaultProfileId(user), transferId: user.transferId };
  const { response } = await client.POST(PAYMENT_PATH, { params: { path }, body: { type: 'BALANCE' } });
  return approvalTokenOf(response);
}

/** Clears a one-time token with both factors; answers the statuses. */
export async function clear(client: ScaClient, user: SandboxUser, oneTimeToken: string): Promise<readonly number[]> {
  const params = { path: { profileId: defaultProfileId(user) }, header: { 'One-Time-Token': oneTimeToken } };
  const pin = await client.POST('/v2/profiles/{profileId}/pin/verify', { params, body: { pin: PIN } });
  const device = await client.POST('/v2/profiles/{profileId}/device-fingerprints/verify', {
    params,
    body: { deviceFingerprint: FINGERPRINT },
  });
  return [pin.response.status, device.response.status];
}
