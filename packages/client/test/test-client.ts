import { expect, onTestFinished } from 'vitest';
import { createScaClient, type Fetch, type ScaClient, type ScaClientOptions } from '../src/index.ts';
import { fetchThroughBackend } from './backend.ts';
import { NOW, TestServer } from './test-server.ts';

/** A test server and a client that is connected to it. */
export interface TestSetup {
  readonly server: TestServer;
  /** Sends requests to the server. */
  readonly fetch: Fetch;
  readonly client: ScaClient;
  /** The waits between retries, in milliseconds. The client skips them. */
  readonly waits: number[];
}

/** Creates a test server and a client without real waits. A request that violates the OpenAPI document fails the test. */
export async function createTestClient(options: Partial<ScaClientOptions> = {}): Promise<TestSetup> {
  const server = await TestServer.start();
  const fetch = await fetchThroughBackend(server);
  onTestFinished(() => expect(server.violations).toEqual([]));
  const waits: number[] = [];
  const client = createScaClient({
    baseUrl: 'https://api.test',
    accessToken: 'a-user-token',
    fetch,
    ...options,
    ports: {
      now: () => NOW,
      random: () => 0.5,
      wait: async (milliseconds, signal) => {
        signal.throwIfAborted();
        waits.push(milliseconds);
      },
      ...options.ports,
    },
  });
  return { server, client, fetch, waits };
}

/** Parameters of a low-risk operation. */
export const STATEMENT = {
  params: {
    path: { profileId: 101, balanceId: 201 },
    query: {
      currency: 'EUR',
      intervalStart: '2026-01-01T00:00:00Z',
      intervalEnd: '2026-02-01T00:00:00Z',
      type: 'COMPACT',
    },
  },
} as const;

/** Path of the low-risk operation. */
export const STATEMENT_PATH = '/v1/profiles/{profileId}/balance-statements/{balanceId}/statement.json';

/** Path of a high-risk operation. */
export const PAYMENT_PATH = '/v3/profiles/{profileId}/transfers/{transferId}/payments';

/** Parameters and body of the high-risk operation. */
export const PAYMENT = {
  params: { path: { profileId: 101, transferId: 301 } },
  body: { type: 'BALANCE' },
} as const;
