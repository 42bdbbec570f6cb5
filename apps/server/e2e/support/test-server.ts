import { afterAll, beforeAll, expect } from 'vitest';
import { createUser, defaultProfileId, type SandboxUser } from './sandbox-users.ts';
import { cleanUp, type ServerProcess, startServer } from './server-process.ts';

export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Blob | ReadableStream;
}

/** A server that a file of tests throws bad requests at, in the name of one user with a PIN. */
export interface TestServer {
  readonly user: SandboxUser;
  call(method: string, path: string, request: Call): Promise<ApiResponse>;
  /** The paths of the user's profile. */
  readonly paths: Readonly<Record<'device' | 'verifyPin' | 'pin' | 'face', () => string>>;
}

/** Starts the server before the tests; after them, it has to have been at fault for nothing. */
export function openTestServer(): TestServer {
  let server: ServerProcess;
  let user: SandboxUser;
  beforeAll(async () => {
    server = await startServer({ SCA_DATA: ':memory:' });
    user = await createUser(server.url, { pin: '4821' });
  });
  afterAll(async () => {
    const { stderr } = server.output;
    await cleanUp();
    expect(stderr.split('\n').filter((line) => line.includes('"level":50'))).toEqual([]);
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

/** Every answer to a bad request says what it is, in the shape of v1 and v2. */
export function expectErrorResponse(response: ApiResponse, status: number, code: string): void {
  expect([response.status, response.text]).toEqual([status, expect.stringContaining(`"${code}"`)]);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
  const first = (response.body as { readonly errors: readonly unknown[] }).errors[0];
  expect(first).toMatchObject({ code, message: expect.stringMatching(/\w/) });
}

export const JSON_TYPE = { 'content-type': 'application/json' };
/** A one-time token, or a key id, that nobody has. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
