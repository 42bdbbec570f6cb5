import { createScaClient, type ScaClient } from '@sca-kit/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from './support/databases.ts';
import {
  approvalTokenOf,
  createUser,
  defaultProfileId,
  FINGERPRINT,
  PAYMENT_PATH,
  PIN,
  type SandboxUser,
  STATEMENT_PATH,
  statementOf,
} from './support/sandbox-users.ts';
import { cleanUp, type ServerProcess, startServer, type Variables } from './support/server-process.ts';

afterAll(cleanUp);

/** A client with its own look at what goes over the wire. */
interface Observed {
  readonly client: ScaClient;
  /** `METHOD path status`, and how each body was sent, in order; emptied by reading. */
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
      const sealed = request.headers.get('content-type') === 'application/jose+json' ? ' sealed' : '';
      const response = await fetch(request);
      seen.push(`${request.method} ${pathname.replaceAll(/\/\d+/g, '/*')}${sealed} ${response.status}`);
      return response;
    },
  });
  return { client, take: () => seen.splice(0) };
}

describe.each(DATABASES)('the main job on %s', (_, freshDatabase) => {
  let variables: Variables;
  let server: ServerProcess;
  let user: SandboxUser;
  let accessToken: string;
  let asked: string[];
  /** Clears by itself. */
  let clearing: Observed;
  /** Clears nothing. */
  let plain: Observed;
  let approval: string;

  beforeAll(async () => {
    variables = await freshDatabase();
    server = await startServer({ ...variables, SCA_JOSE: 'required' });
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

  it('a registration code becomes a user token', async () => {
    const { clientId, clientSecret, email, registrationCode } = user;
    const clientCredentials = { clientId, clientSecret: clientSecret ?? '' };
    const { data } = await createScaClient({ baseUrl: server.url, clientCredentials }).POST('/oauth/token', {
      body: { grant_type: 'registration_code', client_id: clientId, email, registration_code: registrationCode },
    });
    expect(data).toMatchObject({ token_type: 'bearer', expires_in: 43_200 });
    accessToken = data?.access_token ?? '';
    connect();
  });

  it('without two factors the statement is refused, and the answer says how many are missing', async () => {
    const { error, response } = await plain.client.GET(STATEMENT_PATH, statementOf(user));
    expect(response.status).toBe(403);
    expect(response.headers.get('x-2fa-approval')).toBeNull();
    expect(error).toMatchObject({ errors: [{ code: 'sca.factors.insufficient' }] });
  });

  it('a PIN and a device fingerprint are enrolled in envelopes', async () => {
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
      'POST /v2/profiles/*/pin sealed 200',
      'POST /v2/profiles/*/device-fingerprints sealed 200',
    ]);
  });

  it('the client meets a 403, clears two challenges and gets the statement', async () => {
    const { data, response } = await clearing.client.GET(STATEMENT_PATH, statementOf(user));
    expect(data).toMatchObject({ balanceId: user.balanceId, endOfStatementBalance: { value: 1250.75 } });
    expect(response.headers.get('x-2fa-approval-result')).toBe('APPROVED');
    expect(asked).toEqual(['PIN', 'PARTNER_DEVICE_FINGERPRINT']);
    expect(clearing.take().filter((line) => !line.includes('/jose/') && !line.includes('/status'))).toEqual([
      'GET /v1/profiles/*/balance-statements/*/statement.json 403',
      'POST /v2/profiles/*/pin/verify sealed 200',
      'POST /v2/profiles/*/device-fingerprints/verify sealed 200',
      'GET /v1/profiles/*/balance-statements/*/statement.json 200',
    ]);
  });

  it('within five minutes a second statement needs no challenge', async () => {
    const { response } = await plain.client.GET(STATEMENT_PATH, statementOf(user));
    expect([response.status, response.headers.get('x-2fa-approval-result')]).toEqual([200, 'APPROVED']);
  });

  it('a payment asks again, in spite of the session', async () => {
    const { response } = await plain.client.POST(PAYMENT_PATH, payment({ amount: 120.5 }));
    expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    approval = approvalTokenOf(response);
    await clearing.client.clearOneTimeToken(approval, { profileId: defaultProfileId(user) });
  });

  it('a restart in between loses nothing', async () => {
    expect(await server.stop()).toBe(0);
    server = await startServer({ ...variables, SCA_JOSE: 'required' });
    connect();
    const { response } = await plain.client.GET(STATEMENT_PATH, statementOf(user));
    expect(response.status).toBe(200);
    expect(asked).toEqual([]);
  });

  it('a changed amount is refused and needs a new token', async () => {
    const { response } = await plain.client.POST(PAYMENT_PATH, payment({ amount: 120.51, approval }));
    expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    expect(approvalTokenOf(response)).not.toBe(approval);
  });

  it('the payment that was approved goes through', async () => {
    const { data, response } = await plain.client.POST(PAYMENT_PATH, payment({ amount: 120.5, approval }));
    expect([response.status, response.headers.get('x-2fa-approval-result')]).toEqual([201, 'APPROVED']);
    expect(data).toMatchObject({ status: 'COMPLETED', balanceTransactionId: user.transferId });
  });

  it('the used token opens nothing any more', async () => {
    const { response } = await plain.client.POST(PAYMENT_PATH, payment({ amount: 120.5, approval }));
    expect(approvalTokenOf(response)).not.toBe(approval);
  });

  it('what was deleted stays deleted after a kill', async () => {
    const path = { profileId: defaultProfileId(user) };
    expect((await plain.client.DELETE('/v2/profiles/{profileId}/pin', { params: { path } })).response.status).toBe(204);
    await server.stop('SIGKILL');
    server = await startServer({ ...variables, SCA_JOSE: 'required' });
    connect();
    const again = await plain.client.DELETE('/v2/profiles/{profileId}/pin', { params: { path } });
    expect(again.error).toMatchObject({ errors: [{ code: 'pin.not.setup' }] });
    expect(await server.stop()).toBe(0);
  });
});
