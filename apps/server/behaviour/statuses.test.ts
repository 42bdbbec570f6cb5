import { randomUUID } from 'node:crypto';
import { type OperationDescriptor, operationIds, operationOf } from '@sca-kit/api';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSandbox } from './support/sandbox.ts';
import type { ApiResponse } from './support/sandbox-server.ts';
import type { SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const operations = operationIds.map(operationOf);

let user: SandboxUser;
beforeAll(async () => {
  user = await sandbox.createEnrolledUser();
});

/** Returns the credentials that an operation takes. */
function credentials({ security }: OperationDescriptor): Readonly<Record<string, string>> {
  const schemes = new Set(security[0]);
  const { details } = user;
  const basic = Buffer.from(`${details.clientId}:${details.clientSecret}`).toString('base64');
  return {
    ...(schemes.has('UserToken') ? { authorization: `Bearer ${details.accessToken}` } : {}),
    ...(schemes.has('ApplicationToken') ? { authorization: `Bearer ${details.applicationToken}` } : {}),
    ...(schemes.has('AuthToken') ? { authorization: `Bearer ${details.authToken}` } : {}),
    ...(schemes.has('ClientBasic') ? { authorization: `Basic ${basic}` } : {}),
    ...(schemes.has('ApiKey') ? { 'api-key': details.apiKey ?? '' } : {}),
  };
}

/** Returns a token of the user's client that the operation does not take. */
function wrongToken({ security }: OperationDescriptor): string {
  const { accessToken, authToken } = user.details;
  return security.flat().includes('AuthToken') ? accessToken : authToken;
}

/** Returns the path with valid parameters, so that only what a test changes is invalid. */
function pathOf({ path, parameters }: OperationDescriptor): string {
  const { details } = user;
  const values: Readonly<Record<string, string | number>> = {
    profileId: user.profileId,
    userId: details.userId,
    balanceId: details.balanceId,
    transferId: details.transferId,
    phoneNumberId: 1,
    pushId: 1,
    deviceFingerprintId: randomUUID(),
    channel: path.includes('push') ? 'AUTHY' : 'SMS',
    algorithm: 'ES256',
    scope: 'PAYLOAD_SIGNING',
    currency: 'EUR',
    intervalStart: '2026-01-01T00:00:00Z',
    intervalEnd: '2026-02-01T00:00:00Z',
  };
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name }) => `${name}=${values[name]}`);
  return `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))}?${query.join('&')}`;
}

function headersOf({ parameters, request, responseJose }: OperationDescriptor): Readonly<Record<string, string>> {
  const type = request.mediaTypes[0];
  const jose = request.jose ?? responseJose;
  const method = jose ? { 'x-tw-jose-method': jose.method } : {};
  const token = parameters.some(({ name }) => name === 'One-Time-Token') ? { 'One-Time-Token': randomUUID() } : {};
  return { ...method, ...token, ...(type ? { 'content-type': type } : {}) };
}

function send(
  operation: OperationDescriptor,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<ApiResponse<unknown>> {
  return sandbox.call(operation.method.toUpperCase(), pathOf(operation), {
    headers: { ...headersOf(operation), ...credentials(operation), ...headers },
    ...(body === undefined ? (operation.request.required ? { body: '{}' } : {}) : { body }),
  });
}

const having = (status: string) => operations.filter(({ responses }) => status in responses);

const needsCredentials = ({ security }: OperationDescriptor) => security.every((schemes) => schemes.length > 0);
const needsToken = (operation: OperationDescriptor) =>
  needsCredentials(operation) && operation.security.flat().some((scheme) => scheme.endsWith('Token'));

describe('Every operation', () => {
  it.each(having('400'))('returns 400 for an invalid correlation id ($operationId)', async (operation) => {
    const response = await send(operation, { 'X-External-Correlation-Id': 'none' });
    expect(response.status).toBe(400);
  });

  it.each(having('401').filter(needsCredentials))(
    'returns 401 without credentials ($operationId)',
    async (operation) => {
      const response = await send(operation, { authorization: '', 'api-key': '' });
      expect(response.status).toBe(401);
    },
  );

  it.each(having('403').filter(needsToken))(
    'returns 403 for a token of another kind ($operationId)',
    async (operation) => {
      const response = await send(operation, { authorization: `Bearer ${wrongToken(operation)}` });
      expect(response.status).toBe(403);
    },
  );

  it.each(having('406'))('returns 406 for an unsupported Accept header ($operationId)', async (operation) => {
    const response = await send(operation, { accept: 'image/png' });
    expect(response.status).toBe(406);
  });

  it.each(having('413'))('returns 413 for a body over its limit ($operationId)', async (operation) => {
    const response = await send(operation, {}, 'x'.repeat(operation.request.limit + 1));
    expect(response.status).toBe(413);
  });

  it.each(having('415'))('returns 415 for an unsupported media type ($operationId)', async (operation) => {
    const response = await send(operation, { 'content-type': 'text/csv' }, 'a,b');
    expect(response.status).toBe(415);
  });

  it.each([
    ['404', 'not-found'],
    ['429', 'rate-limited'],
    ['500', 'error'],
    ['503', 'unavailable'],
  ] as const)('returns a documented %s when the outcome %s is set', async (status, outcome) => {
    for (const operation of having(status)) {
      const response = await send(operation, await user.simulateNext(outcome));
      expect(response.status, operation.operationId).toBe(Number(status));
      if (operation.tag !== 'Sandbox') continue;
      expect(response.body).toEqual({ errors: [{ code: expect.any(String), message: expect.any(String) }] });
    }
  });

  it.each(operations)('returns 405 for a method that its path does not have ($operationId)', async (operation) => {
    const response = await sandbox.fetch('PATCH', pathOf(operation));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')?.split(', ')).toContain(operation.method.toUpperCase());
  });
});

describe('Every other request', () => {
  it('returns 400 request.malformed for a body that is not JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await user.call('POST', user.v2Path('pin'), { headers, body: '{"pin":' });
    expect(response.status).toBe(400);
    expect(response.body).toEqual({ errors: [{ code: 'request.malformed', message: expect.any(String) }] });
  });

  it('returns 404 route.not.found for an unknown path and 405 method.not.allowed for an unknown method', async () => {
    const unknown = await user.call('GET', '/v9/nothing');
    expect(unknown.body).toEqual({ errors: [{ code: 'route.not.found', message: expect.any(String) }] });
    const method = await user.call('PUT', '/v1/me');
    expect(method.body).toEqual({ errors: [{ code: 'method.not.allowed', message: expect.any(String) }] });
  });
});
