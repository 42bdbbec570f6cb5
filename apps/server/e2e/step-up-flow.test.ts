import { join } from 'node:path';
import { createScaClient, type ScaClient } from '@sca-kit/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from './support/databases.ts';
import { type InProcessServer, startInProcess } from './support/in-process-server.ts';
import {
  approvalTokenOf,
  createUser,
  defaultProfileId,
  FINGERPRINT,
  PAYMENT_PATH,
  PIN,
  type SandboxUser,
  STATEMENT_PATH,
  statementParameters,
} from './support/sandbox-users.ts';
import { cleanUp, startServer, type Variables } from './support/server-process.ts';

afterAll(cleanUp);

/** A client whose requests are recorded. */
interface Observed {
  readonly client: ScaClient;
  /** Returns `METHOD path [encrypted] status` of each request since the last call. */
  take(): readonly string[];
}

function observed(url: string, credentials: Partial<Parameters<typeof createScaClient>[0]>): Observed {
  const seen: string[] = [];
  const client = createScaClient({
    baseUrl: url,
    retry: false,
    ...credentials,
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const encrypted = request.headers.get('content-type') === 'application/jose+json' ? ' encrypted' : '';
      const response = await fetch(request);
      seen.push(`${request.method} ${pathname.replaceAll(/\/\d+/g, '/*')}${encrypted} ${response.status}`);
      return response;
    },
  });
  return { client, take: () => seen.splice(0) };
}

describe.each(DATABASES)('the step-up flow on %s', (_, freshDatabase) => {
  let variables: Variables;
  let server: InProcessServer;
  let user: SandboxUser;
  let accessToken: string;
  let asked: string[];
  /** Clears challenges automatically. */
  let clearing: Observed;
  /** Clears no challenge. */
  let plain: Observed;
  let approval: string;

  beforeAll(async () => {
    variables = await freshDatabase();
    variables = { ...variables, SCA_JOSE: 'required' };
    server = await startInProcess(withDatabase(variables));
    user = await createUser(server.url);
  });
  const connect = (): void => {
    asked = [];
    const handlers = {
      PIN: () => {
        asked.push('PIN');
        return PIN;
      },
      PARTNER_DEVICE_FINGERPRINT: () => {
        asked.push('PARTNER_DEVICE_FINGERPRINT');
        return FINGERPRINT;
      },
    };
    clearing = observed(server.url, { accessToken, handlers });
    plain = observed(server.url, { accessToken });
  };
  const payment = (body: { readonly amount?: number; readonly approval?: string } = {}) => ({
    params: {
      path: { profileId: defaultProfileId(user), transferId: user.transferId },
      header: body.approval === undefined ? {} : { 'x-2fa-approval': body.approval },
    },
    body: {
      type: 'BALANCE' as const,
      ...(body.amount === undefined ? {} : { amount: { value: body.amount, currency: 'EUR' } }),
    },
  });

  it('the client exchanges a registration code for a user token', async () => {
    const { clientId, clientSecret, email, registrationCode } = user;
    const clientCredentials = { clientId, clientSecret: clientSecret ?? '' };
    const { data } = await createScaClient({ baseUrl: server.url, clientCredentials }).POST('/oauth/token', {
      body: { grant_type: 'registration_code', client_id: clientId, email, registration_code: registrationCode },
    });
    expect(data).toMatchObject({ token_type: 'bearer', expires_in: 43_200 });
    accessToken = data?.access_token ?? '';
    connect();
  });

  it('the server rejects a statement without two factors and names how many are missing', async () => {
    const { error, response } = await plain.client.GET(STATEMENT_PATH, statementParameters(user));
    expect(response.status).toBe(403);
    expect(response.headers.get('x-2fa-approval')).toBeNull();
    expect(error).toMatchObject({ errors: [{ code: 'sca.factors.insufficient' }] });
  });

  it('the client enrols a PIN and a device fingerprint in encrypted requests', async () => {
    plain.take();
    const params = { path: { profileId: defaultProfileId(user) } };
    const pin = await plain.client.POST('/v2/profiles/{profileId}/pin', { params, body: { pin: PIN } });
    expect(pin.data).toEqual({});
    const device = await plain.client.POST('/v2/profiles/{profileId}/device-fingerprints', {
      params,
      body: { deviceFingerprint: FINGERPRINT },
    });
    expect(device.data).toMatchObject({ deviceFingerprintId: expect.any(String), createdAt: expect.any(String) });
    expect(plain.take()).toEqual([
      'GET /v1/auth/jose/response/public-keys 200',
      'POST /v2/profiles/*/pin encrypted 200',
      'POST /v2/profiles/*/device-fingerprints encrypted 200',
    ]);
  });

  it('the client receives a 403, clears two challenges and reads the statement', async () => {
    const { data, response } = await clearing.client.GET(STATEMENT_PATH, statementParameters(user));
    expect(data).toMatchObject({ balanceId: user.balanceId, endOfStatementBalance: { value: 1250.75 } });
    expect(response.headers.get('x-2fa-approval-result')).toBe('APPROVED');
    expect(asked).toEqual(['PIN', 'PARTNER_DEVICE_FINGERPRINT']);
    expect(clearing.take().filter((line) => !line.includes('/jose/') && !line.includes('/status'))).toEqual([
      'GET /v1/profiles/*/balance-statements/*/statement.json 403',
      'POST /v2/profiles/*/pin/verify encrypted 200',
      'POST /v2/profiles/*/device-fingerprints/verify encrypted 200',
      'GET /v1/profiles/*/balance-statements/*/statement.json 200',
    ]);
  });

  it('a second statement within five minutes needs no challenge', async () => {
    const { response } = await plain.client.GET(STATEMENT_PATH, statementParameters(user));
    expect([response.status, response.headers.get('x-2fa-approval-result')]).toEqual([200, 'APPROVED']);
  });

  it('a payment needs new challenges despite the session', async () => {
    const { response } = await plain.client.POST(PAYMENT_PATH, payment({ amount: 120.5 }));
    expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    approval = approvalTokenOf(response);
    await clearing.client.clearOneTimeToken(approval, { profileId: defaultProfileId(user) });
  });

  it('a restart keeps the session', async () => {
    await server.stop();
    server = await startInProcess(withDatabase(variables));
    connect();
    const { response } = await plain.client.GET(STATEMENT_PATH, statementParameters(user));
    expect(response.status).toBe(200);
    expect(asked).toEqual([]);
  });

  it('a payment of another amount is rejected with a new token', async () => {
    const { response } = await plain.client.POST(PAYMENT_PATH, payment({ amount: 120.51, approval }));
    expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    expect(approvalTokenOf(response)).not.toBe(approval);
  });

  it('the approved payment succeeds', async () => {
    const { data, response } = await plain.client.POST(PAYMENT_PATH, payment({ amount: 120.5, approval }));
    expect([response.status, response.headers.get('x-2fa-approval-result')]).toEqual([200, 'APPROVED']);
    expect(data).toMatchObject({ status: 'COMPLETED', balanceTransactionId: user.transferId });
  });

  it('the consumed token approves no second payment', async () => {
    const { response } = await plain.client.POST(PAYMENT_PATH, payment({ amount: 120.5, approval }));
    expect(approvalTokenOf(response)).not.toBe(approval);
  });

  it('a deletion survives a kill of the process', async () => {
    await server.stop();
    const process = await startServer(variables);
    const params = { path: { profileId: defaultProfileId(user) } };
    const remove = (url: string) =>
      createScaClient({ baseUrl: url, accessToken, retry: false }).DELETE('/v2/profiles/{profileId}/pin', { params });
    expect((await remove(process.url)).response.status).toBe(204);
    await process.stop('SIGKILL');
    server = await startInProcess(withDatabase(variables));
    expect((await remove(server.url)).error).toMatchObject({ errors: [{ code: 'pin.not.setup' }] });
    await server.stop();
  });
});

/** Names the SQLite file of the data folder, which would be in memory otherwise. */
function withDatabase(variables: Variables): Variables {
  return { SCA_DATABASE: join(variables.SCA_DATA ?? '', 'sca-kit.sqlite'), ...variables };
}
