import { type Actor, createEngine, type Engine, type EngineOptions } from '@sca-kit/engine';
import { type ManualClock, testPorts } from '@sca-kit/engine/testing';
import {
  type ContentKey,
  decryptDirect,
  encryptJwe,
  generateKeys,
  type JoseAlgorithm,
  KeySet,
  keyScope,
  type VersionedKey,
} from '@sca-kit/jose';
import type { Hono } from 'hono';
import { createRouter } from '../router/create-router.ts';
import type { Handlers } from '../router/handler.ts';
import type { AccessLogEntry, RouterOptions } from '../router/options.ts';
import { handlersFixture } from './handlers.fixture.ts';
import { findViolations, operationAt } from './response-violations.fixture.ts';

const CLIENT_ID = 'acme';
export const PIN = '4711';
export const FINGERPRINT = '3f0c6ad1-device';
export const CORRELATION_ID = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';

/** Keys by owner and algorithm. They are reused, because it takes long to generate RSA keys. */
const keyCache = new Map<string, Promise<VersionedKey>>();
export function versionedKey(algorithm: JoseAlgorithm, owner = 'server'): Promise<VersionedKey> {
  const name = `${owner} ${algorithm}`;
  const key = keyCache.get(name) ?? createKey(algorithm);
  keyCache.set(name, key);
  return key;
}

async function createKey(algorithm: JoseAlgorithm): Promise<VersionedKey> {
  const keys = await generateKeys(algorithm);
  return { keyId: crypto.randomUUID(), version: 1, algorithm, scope: keyScope(algorithm), ...keys };
}

/** A response that conforms to the OpenAPI document. */
export interface RouterResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body of a JSON response. */
  readonly body: unknown;
}

export interface Call {
  readonly method?: string;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent unchanged. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

export interface RouterFixture {
  readonly app: Hono;
  readonly engine: Engine;
  readonly clock: ManualClock;
  readonly log: readonly AccessLogEntry[];
  readonly user: { readonly userId: number; readonly profileId: number };
  readonly tokens: { readonly user: string; readonly application: string; readonly auth: string };
  readonly apiKey: string;
  readonly clientSecret: string;
  /** The uploaded keys of the client. */
  readonly clientKeys: VersionedKey[];
  /** Calls the router, by default with the user token. Throws when the response violates the OpenAPI document. */
  call(path: string, call?: Call): Promise<RouterResponse>;
  /** Encrypts the payload for the server, calls the router, and decrypts the response with the same content key. */
  callEncrypted(path: string, payload: unknown, call?: Call): Promise<RouterResponse & { readonly decrypted: unknown }>;
}

export interface FixtureOptions
  extends Partial<Pick<RouterOptions, 'sandbox' | 'rateLimit' | 'links' | 'intercept' | 'scheduler'>>,
    Partial<Pick<EngineOptions, 'protectEnrolment'>> {
  readonly handlers?: Partial<Handlers>;
  readonly mode?: 'required' | 'optional';
  readonly serverKeys?: readonly JoseAlgorithm[];
  readonly factors?: readonly ('pin' | 'fingerprint')[];
}

/** A router with a real engine, one client and one user, who has a PIN and a device fingerprint by default. */
export async function routerFixture(options: FixtureOptions = {}): Promise<RouterFixture> {
  const { handlers = {}, mode = 'optional', factors = ['pin', 'fingerprint'], protectEnrolment, ...others } = options;
  const { serverKeys = ['RSA_OAEP_256', 'ES256'], ...rest } = others;
  const ports = testPorts();
  const { clock } = ports;
  const engine = createEngine({
    ...ports,
    timer: { wait: () => new Promise((resolve) => setImmediate(resolve)) },
    ...(protectEnrolment === undefined ? {} : { protectEnrolment }),
  });
  const testData = await createTestData(engine, factors);
  const server = new KeySet(await Promise.all(serverKeys.map((algorithm) => versionedKey(algorithm))));
  const clientKeys: VersionedKey[] = [];
  const log: AccessLogEntry[] = [];
  let traces = 0;
  const app = createRouter({
    engine,
    handlers: handlersFixture(engine, handlers),
    jose: { mode, keys: { server: () => server, client: async () => new KeySet(clientKeys) } },
    sandbox: true,
    now: () => clock.now(),
    newTraceId() {
      traces += 1;
      return traces.toString(16).padStart(32, '0');
    },
    log: (entry) => log.push(entry),
    ...rest,
  });
  const caller = createCaller(app, testData.tokens);
  return { app, engine, clock, log, clientKeys, ...testData, ...caller };
}

async function createTestData(
  engine: Engine,
  factors: NonNullable<FixtureOptions['factors']>,
): Promise<Pick<RouterFixture, 'user' | 'tokens' | 'apiKey' | 'clientSecret'>> {
  const application: Actor = { clientId: CLIENT_ID, userId: null, name: 'application', traceId: null };
  const client = await engine.identity.createClient(application);
  const { userId } = await engine.identity.createUser(application, {
    profiles: [{ type: 'personal', profileId: 101 }],
  });
  const profile = await engine.profiles.default(application, userId);
  if (factors.includes('pin')) await engine.factors.enrol(application, profile, 'PIN', PIN);
  if (factors.includes('fingerprint')) await engine.deviceFingerprints.create(application, profile, FINGERPRINT);
  return {
    user: { userId, profileId: profile.profileId },
    tokens: {
      user: (await engine.identity.issueUserTokens(application, userId)).accessToken,
      application: (await engine.identity.issueApplicationToken(application)).accessToken,
      auth: (await engine.identity.issueAuthToken(application, userId)).accessToken,
    },
    apiKey: client?.apiKey ?? '',
    clientSecret: client?.clientSecret ?? '',
  };
}

function createCaller(app: Hono, tokens: RouterFixture['tokens']): Pick<RouterFixture, 'call' | 'callEncrypted'> {
  const tokenFor = (path: string) => (path.startsWith('/v1/auth/jose/playground') ? tokens.application : tokens.user);
  async function call(path: string, { token = tokenFor(path), ...given }: Call = {}): Promise<RouterResponse> {
    const headers = new Headers();
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    if (given.json !== undefined) headers.set('content-type', 'application/json');
    for (const [name, value] of headerEntries(given.headers)) headers.append(name, value);
    const body = given.json === undefined ? given.raw : JSON.stringify(given.json);
    const method = given.method ?? (body === undefined ? 'GET' : 'POST');
    const response = await app.request(path, { method, headers, ...(body === undefined ? {} : { body }) });
    return readResponse(method, path, response);
  }

  return {
    call,
    async callEncrypted(path, payload, given = {}) {
      const { jwe, contentKey } = await encryptedFor(payload);
      const headers = [...JWE_HEADERS, ...headerEntries(given.headers)];
      const response = await call(path, { raw: jwe, ...given, headers });
      const isJwe = response.headers.get('content-type') === 'application/jose+json';
      return { ...response, decrypted: isJwe ? (await decryptDirect(response.text, contentKey)).payload : undefined };
    },
  };
}

const JWE_HEADERS: readonly (readonly [string, string])[] = [
  ['content-type', 'application/jose+json'],
  ['x-tw-jose-method', 'jwe'],
];

/** Encrypts a payload for the server. */
export async function encryptedFor(payload: unknown): Promise<{ jwe: string; contentKey: ContentKey }> {
  const { publicKey, keyId } = await versionedKey('RSA_OAEP_256');
  return encryptJwe(payload, { publicKey, keyId });
}

function headerEntries(headers: Call['headers']): readonly (readonly [string, string])[] {
  if (headers === undefined) return [];
  return Array.isArray(headers) ? headers : Object.entries(headers);
}

async function readResponse(method: string, path: string, response: Response): Promise<RouterResponse> {
  const { status, headers } = response;
  const text = await response.text();
  const operation = operationAt(method, new URL(path, 'http://localhost').pathname);
  const violations = operation && method !== 'HEAD' ? findViolations(operation, { status, headers, text }) : [];
  if (violations.length > 0) throw new Error(`${method} ${path}: ${status} ${text}\n${violations.join('\n')}`);
  const isJson = headers.get('content-type') === 'application/json' && text !== '';
  return { status, headers, text, body: isJson ? (JSON.parse(text) as unknown) : undefined };
}

/** The code of the first error, in any of the three error formats. */
export function codeOf({ body }: RouterResponse): string | undefined {
  const shape = body as {
    readonly errors?: readonly { readonly code: string }[];
    readonly error?: string;
    readonly errorCode?: string;
    readonly message?: string;
  };
  return shape.errors?.[0]?.code ?? shape.error ?? shape.errorCode ?? shape.message;
}
