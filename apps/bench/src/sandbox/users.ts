import { encryptJwe, importPublishedKey } from '@sca-kit/jose';
import { InvalidRun } from '../invalid-run.ts';
import type { User } from '../load/job.ts';

const PIN_AND_DEVICE = { pin: '4821', deviceFingerprint: '5f2a77d0-8c11-4a4e-9d41-aa01bb02cc03' };

/** Members of a response of `POST /sandbox/users`. */
interface SandboxUser {
  readonly clientId: string;
  readonly accessToken: string;
  readonly applicationToken: string;
  readonly profiles: readonly { readonly id: number }[];
  readonly balanceId: number;
}

/** Creates sandbox users one by one, with a PIN and a device unless `body` says otherwise. */
export async function createUsers(
  url: string,
  count: number,
  body: (number: number) => object = () => PIN_AND_DEVICE,
  headers: Readonly<Record<string, string>> = {},
): Promise<readonly User[]> {
  const users: User[] = [];
  const encrypted = await encryptedSecrets(url);
  for (let number = 0; number < count; number += 1) {
    const user = await post<SandboxUser>(`${url}/sandbox/users`, 201, body(number), headers);
    const { clientId, accessToken, applicationToken, profiles, balanceId } = user;
    const profile = String(profiles[0]?.id);
    users.push({ clientId, accessToken, applicationToken, profile, balance: String(balanceId), ...encrypted });
  }
  return users;
}

/** Creates users of one client, so that one call moves the clock of all. */
export async function createUsersOfOneClient(
  url: string,
  count: number,
  body: (number: number) => object = () => PIN_AND_DEVICE,
): Promise<readonly User[]> {
  const { clientId, applicationToken } = await post<SandboxUser>(`${url}/sandbox/users`, 201, {});
  const ofClient = { authorization: `Bearer ${applicationToken}` };
  const users = await createUsers(url, count, (number) => ({ ...body(number), clientId }), ofClient);
  return users.map((user) => ({ ...user, applicationToken }));
}

/** Advances the clock of the client that the users have in common. */
export async function advanceClock(url: string, [user]: readonly User[], seconds: number): Promise<void> {
  await post(`${url}/sandbox/clock`, 200, { seconds }, { authorization: `Bearer ${user?.applicationToken}` });
}

/** The secrets as JWE. The load generator sends them again and again: encryption is not what is measured. */
async function encryptedSecrets(url: string): Promise<{ readonly pinJwe: string; readonly deviceJwe: string }> {
  const response = await fetch(
    `${url}/v1/auth/jose/response/public-keys?algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION`,
    { headers: { authorization: `Bearer ${(await post<SandboxUser>(`${url}/sandbox/users`, 201, {})).accessToken}` } },
  );
  const key = await importPublishedKey((await response.json()) as Parameters<typeof importPublishedKey>[0]);
  const encrypt = async (payload: object): Promise<string> => (await encryptJwe(payload, key)).jwe;
  return {
    pinJwe: await encrypt({ pin: PIN_AND_DEVICE.pin }),
    deviceJwe: await encrypt({ deviceFingerprint: PIN_AND_DEVICE.deviceFingerprint }),
  };
}

/**
 * Sends a JSON body, or none, and returns the response's.
 * @throws InvalidRun on another status
 */
async function post<Body>(
  url: string,
  status: number,
  body: object | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<Body> {
  const json = body && { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  const response = await fetch(url, { method: 'POST', headers, ...json });
  const text = await response.text();
  if (response.status !== status) throw new InvalidRun(`POST ${url} returned ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Gives each user a one-time token. */
export const createTokens = (url: string, users: readonly User[]): Promise<readonly User[]> =>
  Promise.all(
    users.map(async (user) => {
      const path = `/v2/profiles/${user.profile}/sca-sessions/authorise`;
      const headers = { authorization: `Bearer ${user.accessToken}` };
      const { oneTimeTokenProperties } = await post<{
        readonly oneTimeTokenProperties: { readonly oneTimeToken: string };
      }>(`${url}${path}`, 200, undefined, headers);
      return { ...user, token: oneTimeTokenProperties.oneTimeToken };
    }),
  );
