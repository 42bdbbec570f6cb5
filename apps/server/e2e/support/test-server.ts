import { afterAll, beforeAll, expect } from 'vitest';
import { type InProcessServer, startInProcess } from './in-process-server.ts';
import { createUser, defaultProfileId, type SandboxUser } from './sandbox-users.ts';

export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, or undefined for another media type. */
  readonly body: unknown;
  readonly text: string;
}

interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Blob | ReadableStream;
}

/** A server for the malformed requests of a test file, and a user with a PIN who sends them. */
export interface TestServer {
  readonly user: SandboxUser;
  call(method: string, path: string, request: Call): Promise<ApiResponse>;
  /** The paths of the user's profile. */
  readonly paths: Readonly<Record<'device' | 'verifyPin' | 'pin' | 'face', () => string>>;
}

/** Starts the server before the tests of a file. After them, checks that no response was a server error. */
export function openTestServer(): TestServer {
  let server: InProcessServer;
  let user: SandboxUser;
  const statuses = new Set<number>();
  beforeAll(async () => {
    server = await startInProcess();
    user = await createUser(server.url, { pin: '4821' });
  });
  afterAll(async () => {
    await server.stop();
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  });
  const ofProfile = (path: string) => (): string => `/v2/profiles/${defaultProfileId(user)}/${path}`;
  return {
    get user() {
      return user;
    },
    async call(method, path, { headers = {}, body }) {
      const response = await fetch(server.url + path, {
        method,
        headers: { authorization: `Bearer ${user.accessToken}`, ...headers },
        ...(body === undefined ? {} : { body, duplex: 'half' }),
      } as RequestInit);
      statuses.add(response.status);
      const text = await response.text();
      const isJson = response.headers.get('content-type') === 'application/json' && text !== '';
      return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
    },
    paths: {
      device: ofProfile('device-fingerprints'),
      verifyPin: ofProfile('pin/verify'),
      pin: ofProfile('pin'),
      face: ofProfile('facemaps'),
    },
  };
}

/** Checks the status, the error code and the shape of an error response of the v1 and v2 families. */
export function expectErrorResponse(response: ApiResponse, status: number, code: string): void {
  expect([response.status, response.text]).toEqual([status, expect.stringContaining(`"${code}"`)]);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
  const first = (response.body as { readonly errors: readonly unknown[] }).errors[0];
  expect(first).toMatchObject({ code, message: expect.stringMatching(/\w/) });
}

export const JSON_TYPE = { 'content-type': 'application/json' };
/** A one-time token or key id that does not exist. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
