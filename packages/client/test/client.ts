import { expect, onTestFinished } from 'vitest';
import { createScaClient, type Fetch, type ScaClient, type ScaClientOptions } from '../src/index.ts';
import { reach } from './backend.ts';
import { NOW, TestServer } from './server.ts';

/** A server, a client of it, and the waits that the client asked for, in milliseconds. */
export interface Setting {
  readonly server: TestServer;
  /** The client's way to the server. */
  readonly fetch: Fetch;
  readonly client: ScaClient;
  readonly waits: number[];
}

/** A fresh server with a client that never really waits. Off-contract requests fail the test. */
export async function set(options: Partial<ScaClientOptions> = {}): Promise<Setting> {
  const server = await TestServer.start();
  const fetch = await reach(server);
  onTestFinished(() => expect(server.offContract).toEqual([]));
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

/** The parameters of the low-risk operation. */
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

export const STATEMENT_PATH = '/v1/profiles/{profileId}/balance-statements/{balanceId}/statement.json';

/** Path and parameters of the high-risk operation. */
export const PAYMENT_PATH = '/v3/profiles/{profileId}/transfers/{transferId}/payments';

export const PAYMENT = {
  params: { path: { profileId: 101, transferId: 301 } },
  body: { type: 'BALANCE' },
} as const;
