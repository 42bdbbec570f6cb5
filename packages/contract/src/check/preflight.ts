import type { Caller } from '../client/caller.ts';
import { type ClientCredentials, readSandboxUser } from '../client/sandbox-user.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { validRequest } from '../scenarios/valid-request.ts';

/**
 * Checks that the target responds and accepts the credentials.
 *
 * @returns the reason why the check cannot run, or undefined
 */
export async function preflight(
  gateway: Gateway,
  caller: Caller,
  target: string,
  credentials: ClientCredentials | undefined,
): Promise<string | undefined> {
  const probe = await gateway.exchange(
    { method: 'GET', target: '/health', headers: [], body: new Uint8Array() },
    { offContract: true },
  );
  if (probe.failure) return `${target} cannot be checked: ${probe.failure.message}`;
  if (!credentials) return undefined;
  const operation = gateway.contract.byId.get('createAccessToken');
  if (!operation) return undefined;
  const user = readSandboxUser(credentials);
  const plan = validRequest(gateway.contract.document, operation, user);
  const basic = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
  const body = plan.body && { ...plan.body, value: { grant_type: 'client_credentials' } };
  const response = await caller.send(
    operation,
    { ...plan, ...(body ? { body } : {}) },
    {
      credentials: { authorization: `Basic ${basic}` },
      offContract: false,
    },
  );
  if (response.status === 200) return undefined;
  return `${target} rejects the credentials of client ${credentials.clientId} (status ${response.status}).`;
}
