import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../src/sandbox/seed.ts';
import { DATABASES } from './support/databases.ts';
import { startInProcess } from './support/in-process-server.ts';
import {
  clearToken,
  createClientFor,
  createPaymentToken,
  createUser,
  defaultProfileId,
  FINGERPRINT,
  PAYMENT_PATH,
  PIN,
  PIN_AND_DEVICE,
  type SandboxUser,
} from './support/sandbox-users.ts';
import { cleanUp, startServer, type Variables } from './support/server-process.ts';

const SERVERS = 2;
/** An SQLite file is shared by processes. PostgreSQL is a process of its own, so its servers need none. */
const START: Readonly<Record<string, (variables: Variables) => Promise<RunningServer>>> = {
  'an SQLite file': async (variables) => {
    const server = await startServer(variables);
    return { url: server.url, stop: async () => expect(await server.stop()).toBe(0) };
  },
  PostgreSQL: async (variables) => {
    const { url, server, stop } = await startInProcess(variables);
    await seedDemo(server.services);
    return { url, stop };
  },
};

interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}
/** Requests in flight at once, over all servers. */
const MANY = 40;
/** Fewer, because each costs an argon2id hash. */
const GUESSES = 16;

afterAll(cleanUp);

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly token: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface ApiResponse {
  readonly status: number;
  /** `code` or `errorCode` of the body, or null. */
  readonly code: string | null;
  readonly headers: Headers;
}

describe.each(DATABASES)(`${SERVERS} servers on %s`, (database, freshDatabase) => {
  let servers: readonly RunningServer[];
  const statuses = new Set<number>();
  let url: string;
  let dataFolder: string;

  beforeAll(async () => {
    const variables: Variables = { ...(await freshDatabase()), SCA_PROTECT_ENROLMENT: 'true' };
    // At once, on an empty folder: the servers also race for the keys, the migrations and the demo user.
    servers = await Promise.all(
      Array.from({ length: SERVERS }, () => START[database]?.(variables) ?? Promise.reject()),
    );
    url = servers[0]?.url ?? '';
    dataFolder = variables.SCA_DATA ?? '';
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  });

  async function send(at: number, { method = 'POST', path, token, headers, body }: Call): Promise<ApiResponse> {
    const response = await fetch((servers[at % SERVERS]?.url ?? '') + path, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    statuses.add(response.status);
    const text = await response.text();
    const code = /"(?:code|errorCode)":"([^"]+)"/.exec(text)?.[1] ?? null;
    return { status: response.status, code, headers: response.headers };
  }

  /** Sends all requests at once, to each server in turn. */
  const race = (count: number, callAt: (at: number) => Call): Promise<readonly ApiResponse[]> =>
    Promise.all(Array.from({ length: count }, (_, at) => send(at, callAt(at))));

  const guess = (user: SandboxUser, oneTimeToken: string, pin: string): Call => ({
    path: `/v2/profiles/${defaultProfileId(user)}/pin/verify`,
    token: user.accessToken,
    headers: { 'one-time-token': oneTimeToken },
    body: { pin },
  });

  it('agree on the keys of an empty data folder and leave no draft of them', async () => {
    const query = 'algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION';
    const keys = await Promise.all(
      servers.map(async (server) => (await fetch(`${server.url}/v1/auth/jose/response/public-keys?${query}`)).text()),
    );
    expect(new Set(keys).size).toBe(1);
    expect(readdirSync(dataFolder).filter((file) => file.startsWith('keys'))).toEqual(['keys.json']);
  });

  it(`evaluate at most five of ${GUESSES} parallel PIN guesses and lock the profile`, async () => {
    const user = await createUser(url, PIN_AND_DEVICE);
    const token = await createPaymentToken(createClientFor(url, user), user);
    const responses = await race(GUESSES, () => guess(user, token, '0000'));
    const counted = tally(responses);
    expect(counted['400 pin.verification.failed']).toBeGreaterThan(0);
    expect(counted['400 pin.verification.failed']).toBeLessThanOrEqual(5);
    expect(counted['400 pin.verification.failed']).toBe(GUESSES - (counted['429 sca.locked'] ?? 0));
    // The right PIN no longer helps, on either server.
    for (const [at] of servers.entries()) {
      const locked = await send(at, guess(user, token, PIN));
      expect([locked.status, locked.headers.get('x-rate-limited-by')]).toEqual([429, 'sca-lockout']);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
    }
  });

  it('reject the sixth guess even if it is right', async () => {
    const user = await createUser(url, PIN_AND_DEVICE);
    const token = await createPaymentToken(createClientFor(url, user), user);
    const statuses: number[] = [];
    for (const [at, pin] of ['0000', '1111', '2222', '3333', '4444', PIN].entries()) {
      statuses.push((await send(at, guess(user, token, pin))).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
  });

  it(`accept one of ${MANY} parallel uses of a high-risk token`, async () => {
    const user = await createUser(url, PIN_AND_DEVICE);
    const client = createClientFor(url, user);
    const approval = await createPaymentToken(client, user);
    expect(await clearToken(client, user, approval)).toEqual([200, 200]);
    const responses = await race(MANY, () => ({
      path: `/v3/profiles/${defaultProfileId(user)}/transfers/${user.transferId}/payments`,
      token: user.accessToken,
      headers: { 'x-2fa-approval': approval },
      body: { type: 'BALANCE' },
    }));
    expect(tally(responses)).toEqual({ '200': 1, '403 sca.required': MANY - 1 });
  });

  it('do not lock a profile for many right factors at once', async () => {
    const user = await createUser(url, PIN_AND_DEVICE);
    const client = createClientFor(url, user);
    const approval = await createPaymentToken(client, user);
    const headers = { 'one-time-token': approval };
    const responses = await race(20, (at) =>
      at < 8
        ? guess(user, approval, PIN)
        : {
            path: `/v2/profiles/${defaultProfileId(user)}/device-fingerprints/verify`,
            token: user.accessToken,
            headers,
            body: { deviceFingerprint: FINGERPRINT },
          },
    );
    // Attempts count before their evaluation, so the sixth attempt in flight is rejected.
    expect(Object.keys(tally(responses)).filter((name) => !['200', '429 sca.locked'].includes(name))).toEqual([]);
    expect(await clearToken(client, user, approval)).toEqual([200, 200]);
    const { response } = await client.POST(PAYMENT_PATH, {
      params: {
        path: { profileId: defaultProfileId(user), transferId: user.transferId },
        header: { 'x-2fa-approval': approval },
      },
      body: { type: 'BALANCE' },
    });
    expect(response.status).toBe(200);
  });

  it(`enrol three of ${MANY} parallel device fingerprints`, async () => {
    const user = await createUser(url);
    const responses = await race(MANY, (at) => ({
      path: `/v2/profiles/${defaultProfileId(user)}/device-fingerprints`,
      token: user.accessToken,
      body: { deviceFingerprint: `device-${at}` },
    }));
    expect(tally(responses)).toEqual({ '200': 3, '400 device.fingerprint.limit.reached': MANY - 3 });
  });

  it(`create one of ${GUESSES} parallel PINs`, async () => {
    const user = await createUser(url);
    const responses = await race(GUESSES, (at) => ({
      path: `/v2/profiles/${defaultProfileId(user)}/pin`,
      token: user.accessToken,
      body: { pin: String(1000 + at) },
    }));
    expect(tally(responses)).toEqual({ '200': 1, '409 pin.already.exists': GUESSES - 1 });
  });

  it.each([
    ['v2', ''],
    ['v1', '/v1/user'],
  ])(
    'require an approval for one of a PIN and a face map enrolled at once by a user with a phone (%s)',
    async (_, old) => {
      for (let round = 0; round < 4; round += 1) {
        const user = await createUser(url, { phoneNumber: '+6588880003' });
        const v2 = `/v2/profiles/${defaultProfileId(user)}`;
        const responses = await race(2, (at) => ({
          path: at === 0 ? `${old || v2}/pin` : old ? `${old}/facemap/enrol` : `${v2}/facemaps`,
          token: user.accessToken,
          body: at === 0 ? { pin: PIN } : { faceMap: 'AAAA' },
        }));
        const rejected = responses.filter(({ code }) => code === 'sca.required');
        expect(responses.filter(({ status }) => status < 300)).toHaveLength(1);
        expect(rejected.map(({ status, headers }) => [status, headers.has('x-2fa-approval')])).toEqual([[403, true]]);
      }
    },
  );

  it(`grant one of ${MANY} parallel claims of a phone number`, async () => {
    const owner = await createUser(url);
    const others = await Promise.all(Array.from({ length: 7 }, () => createUser(url, {}, owner)));
    const users = [owner, ...others];
    const phoneNumber = '+6588880001';
    const responses = await race(MANY, (at) => ({
      path: `/v1/application/users/${users[at % users.length]?.userId}/phone-numbers`,
      token: owner.applicationToken,
      body: { phoneNumber },
    }));
    const winners = responses.flatMap(({ status }, at) => (status === 200 ? [at % users.length] : []));
    expect(winners).toHaveLength(1);
    const lists = await Promise.all(
      users.map(async ({ userId }) => {
        const response = await fetch(`${url}/v1/application/users/${userId}/phone-numbers`, {
          headers: { authorization: `Bearer ${owner.applicationToken}` },
        });
        return (await response.json()) as readonly unknown[];
      }),
    );
    expect(lists.map(({ length }) => length).filter((length) => length > 0)).toEqual([1]);
  });

  it(`apply ${MANY} parallel requests with one idempotency-ref once`, async () => {
    const user = await createUser(url, { phoneNumber: '+6588880002' });
    const reference = randomUUID();
    const responses = await race(MANY, () => ({
      path: '/authentication_factors/otp/SMS',
      token: user.authToken,
      headers: { 'api-key': user.apiKey ?? '', 'idempotency-ref': reference },
    }));
    expect(tally(responses)).toEqual({ '204': MANY });
    const replayed = responses.filter(({ headers }) => headers.get('idempotency-replayed') === 'true');
    expect(replayed).toHaveLength(MANY - 1);
    const { data } = await createClientFor(url, user).GET('/sandbox/inbox');
    expect(data?.messages).toHaveLength(1);
  });

  it(`grant a token to one of ${GUESSES} parallel uses of an authorization code, and revoke it`, async () => {
    const { clientId, clientSecret, userId, applicationToken } = await createUser(url);
    const redirectUri = 'https://client.example/callback';
    const made = await fetch(`${url}/sandbox/authorization-codes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${applicationToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ userId, redirectUri }),
    });
    const { code } = (await made.json()) as { code: string };
    const responses = await Promise.all(
      Array.from({ length: GUESSES }, (_, at) =>
        fetch(`${servers[at % SERVERS]?.url}/oauth/token`, {
          method: 'POST',
          headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
          body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
        }),
      ),
    );
    const granted = responses.filter(({ status }) => status === 200);
    expect(granted).toHaveLength(1);
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(GUESSES - 1);
    const { access_token: token } = (await (granted[0] as Response).json()) as { access_token: string };
    const { status } = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(status).toBe(401);
  });
});

/** Counts the responses by status and error code. */
function tally(responses: readonly ApiResponse[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status, code } of responses) {
    const name = code === null ? String(status) : `${status} ${code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
