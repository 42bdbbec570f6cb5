import type { AccessLogEntry } from '@sca-kit/hono';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { createServer, type Server } from '../../src/create-server.ts';
import { type Listening, listen } from '../../src/listen.ts';
import { FAST } from '../../test/server-options.ts';
import type { RawResponse } from './raw-http.ts';
import { createUser, type SandboxUser } from './sandbox-users.ts';

export const LOOPBACK = { host: '127.0.0.1', port: 0 };
/** Timeouts in milliseconds that expire while a test runs. */
export const SHORT_TIMEOUTS = { headers: 300, request: 600, idle: 1_000, check: 50, grace: 200 };

/** A server for requests that no HTTP client sends. */
export interface RawServer {
  readonly server: Server;
  /** Listens with the default timeouts. */
  readonly listening: Listening;
  /** Listens with {@link SHORT_TIMEOUTS}. */
  readonly shortTimeouts: Listening;
  readonly user: SandboxUser;
  /** Access log entries of requests that did not reach the app. */
  readonly entries: readonly AccessLogEntry[];
}

/** Starts the server before the tests of a file and stops it after them. */
export function openRawServer(): RawServer {
  let server: Server;
  let listening: Listening;
  let shortTimeouts: Listening;
  let user: SandboxUser;
  const entries: AccessLogEntry[] = [];
  const log = (entry: AccessLogEntry): void => void entries.push(entry);
  beforeAll(async () => {
    const variables = { SCA_DATA: inject('keysFolder'), SCA_DATABASE: ':memory:', SCA_LOG_LEVEL: 'silent' };
    server = await createServer(readConfig(variables), FAST);
    listening = await listen(server.app, log, LOOPBACK);
    shortTimeouts = await listen(server.app, log, { ...LOOPBACK, timeouts: SHORT_TIMEOUTS });
    user = await createUser(listening.url);
  });
  afterAll(async () => {
    server.endStreams();
    await Promise.all([listening.close(), shortTimeouts.close()]);
    await server.close();
  });
  return {
    get server() {
      return server;
    },
    get listening() {
      return listening;
    },
    get shortTimeouts() {
      return shortTimeouts;
    },
    get user() {
      return user;
    },
    entries,
  };
}

/** Checks a JSON error response with a trace id and without a cookie. */
export function expectRawError(response: RawResponse, status: number, code: string): void {
  expect([response.status, response.body]).toEqual([status, expect.stringContaining(`"code":"${code}"`)]);
  expect(response.headers['content-type']).toEqual(['application/json']);
  expect(response.headers['x-trace-id']?.[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(response.headers['set-cookie']).toBeUndefined();
}
