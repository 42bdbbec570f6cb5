import { factorOperationIds, type OperationId, operationIds, operationOf } from '@sca-kit/api';
import { createRouteMatcher } from '@sca-kit/openapi';
import type { ChallengeType, Fetch } from '../src/index.ts';
import { EXAMPLES } from './examples.ts';
import type { MockResponse } from './mock-response.ts';
import { CREATE_SESSION, OneTimeTokens } from './one-time-tokens.ts';
import { type ReceivedRequest, violations } from './received-request.ts';
import { makeKey, ServerJose } from './server-jose.ts';

export const NOW: number = Date.UTC(2026, 10, 2);

type Secrets = Readonly<Partial<Record<ChallengeType, string>>>;

/** The correct secrets of the challenges. */
export const SECRETS: Secrets = {
  PIN: '1234',
  PARTNER_DEVICE_FINGERPRINT: 'a-device-fingerprint',
  FACE_MAP: 'ZmFjZSBtYXA=',
  SMS: '111111',
  WHATSAPP: '111111',
  VOICE: '111111',
};

/** Replaces the response to a request: a response, a network error, or undefined to keep the normal response. */
export type ResponseOverride = (
  received: ReceivedRequest,
) => Response | Error | undefined | Promise<Response | Error | undefined>;

const findOperation = createRouteMatcher(operationIds.map(operationOf));

type StatusBodyHeaders = readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>];
type Handlers = Partial<
  Record<OperationId, (received: ReceivedRequest) => StatusBodyHeaders | Promise<StatusBodyHeaders>>
>;

// Shared by all servers of a test file, because RSA keys take long to generate.
const initialKeys = Promise.all([makeKey('RSA_OAEP_256'), makeKey('ES256')]);

/** A test double of the API with a `fetch` function, real encryption and one-time tokens. */
export class TestServer {
  readonly requests: ReceivedRequest[] = [];
  /** Validation errors of the requests. */
  readonly violations: string[] = [];
  readonly tokens: OneTimeTokens = new OneTimeTokens();
  readonly jose: ServerJose;
  readonly overrides: ResponseOverride[] = [];
  /** Whether a cleared low-risk token opens a session. */
  opensSessions = true;
  sessionOpen = false;
  readonly #handlers: Handlers;
  readonly #secrets: Secrets;

  static async start(secrets: Secrets = SECRETS): Promise<TestServer> {
    const [encryption, signing] = await initialKeys;
    return new TestServer(new ServerJose(encryption, signing), secrets);
  }

  private constructor(jose: ServerJose, secrets: Secrets) {
    this.jose = jose;
    this.#secrets = secrets;
    this.#handlers = this.#makeHandlers();
  }

  /** Returns the operations that were called, in order. */
  get called(): readonly OperationId[] {
    return this.requests.map(({ operation }) => operation.operationId);
  }

  /** Returns the requests to one operation. */
  to(operationId: OperationId): readonly ReceivedRequest[] {
    return this.requests.filter(({ operation }) => operation.operationId === operationId);
  }

  /** Replaces the responses to the next requests to an operation, one response each. */
  respondNext(operationId: OperationId, ...responses: readonly (Response | Error)[]): void {
    const remaining = [...responses];
    this.overrides.push((received) => (received.operation.operationId === operationId ? remaining.shift() : undefined));
  }

  /** Validates a request and returns the response, encrypted if the operation requires it. */
  readonly fetch: Fetch = async (request) => {
    const received = await this.receive(request);
    if (received === undefined) return json(404, errors('route.not.found'));
    if (received.readable) this.violations.push(...violations(received));
    const { operation, encrypted, contentKey, text } = received;
    const { responseJose } = operation;
    const override = await this.overrideFor(received);
    if (override instanceof Error) throw override;
    if (override !== undefined) return override;
    const example = EXAMPLES[operation.operationId];
    const reply = await this.respond(received);
    if (reply === undefined && example === undefined) return json(501, errors('not.implemented'));
    const { status, body, headers } = { status: 200, ...example, ...reply };
    if (status !== 200 || responseJose === null || (text !== '' && !encrypted)) return json(status, body, headers);
    const direct = responseJose.response === 'direct' ? contentKey : undefined;
    return new Response(await this.jose.encrypt(body, responseJose.method, direct), {
      status,
      headers: { 'content-type': 'application/jose+json' },
    });
  };

  /** Records a request and decrypts it. Returns undefined for an unknown path. */
  async receive(request: Request): Promise<ReceivedRequest | undefined> {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const found = findOperation(request.method, url.pathname);
    if (found === undefined) return undefined;
    const text = await request.text();
    const { headers } = request;
    const encrypted = headers.get('content-type') === 'application/jose+json';
    const { operation, parameters: path } = found;
    const common = { operation, path, query: url.searchParams, headers, text, encrypted };
    const received = await this.#read(text, headers, encrypted).then(
      ({ value, contentKey }): ReceivedRequest => ({
        ...common,
        readable: true,
        body: value as ReceivedRequest['body'],
        contentKey,
      }),
      (): ReceivedRequest => ({ ...common, readable: false, body: {}, contentKey: undefined }),
    );
    this.requests.push(received);
    return received;
  }

  /** Returns the response that a test set for a request. */
  async overrideFor(received: ReceivedRequest): Promise<Response | Error | undefined> {
    if (!received.readable) return undefined;
    for (const override of this.overrides) {
      const response = await override(received);
      if (response !== undefined) return response;
    }
    return undefined;
  }

  /** Returns the response of an operation with state; undefined for the others, which return an example. */
  async respond(received: ReceivedRequest): Promise<MockResponse | undefined> {
    if (!received.readable)
      return { status: 400, body: { error: 'jwe_error', error_description: 'The JWE cannot be decrypted.' } };
    const response = await this.#handlers[received.operation.operationId]?.(received);
    if (response === undefined) return undefined;
    const [status, body, headers] = response;
    return { status, ...(body !== undefined && { body }), ...(headers && { headers }) };
  }

  async #read(text: string, headers: Headers, encrypted: boolean): Promise<{ value: unknown; contentKey?: CryptoKey }> {
    if (encrypted) return this.jose.decrypt(text, headers.get('x-tw-jose-method'), NOW);
    return { value: text === '' ? {} : parsePlain(text, headers) };
  }

  #makeHandlers(): Handlers {
    return {
      echoJweDirect: echo,
      echoJwe: echo,
      echoJweGet: echo,
      echoJws: echo,
      echoJwsJwe: echo,
      getJosePublicKey: async ({ query }) => {
        const key = await this.jose.published(query.get('algorithm') ?? '');
        return key === undefined
          ? [404, { error: 'public.key.not.found', error_description: 'There is no such key.' }]
          : [200, key];
      },
      createSandboxUser: () => [201, SANDBOX_USER],
      getBalanceStatement: (received) => this.#protected(received),
      fundTransfer: (received) => this.#protected(received),
      createScaSession: () => [
        200,
        { oneTimeTokenProperties: this.tokens.properties(this.tokens.make(CREATE_SESSION)) },
      ],
      getOneTimeTokenStatus: ({ headers }) => {
        const token = this.tokens.find(headers.get('one-time-token'));
        if (token === undefined) return [404, errors('one.time.token.not.found')];
        return [200, { oneTimeTokenProperties: this.tokens.properties(token) }];
      },
      ...this.#factorHandlers(),
    };
  }

  #protected({ operation, headers }: ReceivedRequest): StatusBodyHeaders {
    const low = operation.sca?.risk === 'low';
    const token = this.tokens.find(headers.get('x-2fa-approval'));
    const approved = token !== undefined && !token.used && this.tokens.isCleared(token);
    if (approved || (low && this.sessionOpen)) {
      if (low) this.sessionOpen = this.opensSessions;
      else if (token) token.used = true;
      return [200, undefined, { 'x-2fa-approval-result': 'APPROVED' }];
    }
    const { id } = this.tokens.make(operation.sca?.actionType ?? '');
    return [403, errors('sca.required'), { 'x-2fa-approval-result': 'REJECTED', 'x-2fa-approval': id }];
  }

  #factorHandlers(): Handlers {
    const handlers: Handlers = {};
    for (const id of factorOperationIds) {
      const { type, action, field = '' } = operationOf(id).factor ?? {};
      if (type === undefined) throw new TypeError(`${id} has no x-factor.`);
      if (action === 'trigger') handlers[id] = (received) => this.#trigger(received, type, field);
      if (action === 'verify') handlers[id] = (received) => this.#verify(received, type, field);
    }
    return handlers;
  }

  #trigger({ headers }: ReceivedRequest, type: ChallengeType, field: string): StatusBodyHeaders {
    const token = this.tokens.find(headers.get('one-time-token'));
    if (token === undefined) return [404, errors('one.time.token.not.found')];
    token.triggered.add(type);
    return [200, { [field]: '*********8888' }];
  }

  #verify({ headers, body, operation }: ReceivedRequest, type: ChallengeType, field: string): StatusBodyHeaders {
    const token = this.tokens.find(headers.get('one-time-token'));
    const slot = token && this.tokens.slotFor(token, type);
    if (token === undefined || slot === undefined) return [400, errors('challenge.not.applicable')];
    if (field === 'otpCode' && !token.triggered.has(type)) return [400, errors('challenge.not.triggered')];
    const code = `${type.toLowerCase()}.verification.failed`;
    if (body[field] !== this.#secrets[type]) return [400, errors(code)];
    slot.passed = true;
    if (this.tokens.isCleared(token) && token.actionType === CREATE_SESSION) this.sessionOpen = true;
    if (operation.path.startsWith('/v2')) return [200, this.tokens.resource(token)];
    return [200, { oneTimeTokenProperties: this.tokens.properties(token) }];
  }
}

export function errors(code: string): object {
  return { errors: [{ code, message: 'No.' }] };
}

export function json(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text ?? null, { status, headers: { 'content-type': 'application/json', ...headers } });
}

function echo({ body, operation }: ReceivedRequest): StatusBodyHeaders {
  const message = `jose-playground-response-${body.message ?? ''}`;
  return [200, { message, method: operation.method.toUpperCase() }];
}

function parsePlain(text: string, headers: Headers): unknown {
  const form = headers.get('content-type') === 'application/x-www-form-urlencoded';
  return form ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
}

const SANDBOX_USER = {
  userId: 7301842,
  email: 'user-7301842@sandbox.example',
  password: 'a-password',
  registrationCode: 'a-registration-code',
  clientId: 'demo-client',
  clientSecret: 'a-client-secret',
  apiKey: 'an-api-key',
  accessToken: 'a-user-token',
  refreshToken: 'a-refresh-token',
  authToken: 'an-auth-token',
  applicationToken: 'an-application-token',
  profiles: [{ id: 101, type: 'PERSONAL' }],
  balanceId: 201,
  transferId: 301,
};
