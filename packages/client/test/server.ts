import { factorOperationIds, type OperationId, operationOf } from '@sca-kit/api';
import type { ChallengeType, Fetch } from '../src/index.ts';
import { Envelopes, makeKey } from './envelopes.ts';
import { EXAMPLES } from './examples.ts';
import { CREATE_SESSION, OneTimeTokens } from './one-time-tokens.ts';
import { route, type Seen, violations } from './routing.ts';

export const NOW: number = Date.UTC(2026, 10, 2);

type Secrets = Readonly<Partial<Record<ChallengeType, string>>>;

/** The right answers to the challenges that the tests set. */
export const SECRETS: Secrets = {
  PIN: '1234',
  PARTNER_DEVICE_FINGERPRINT: 'a-device-fingerprint',
  FACE_MAP: 'ZmFjZSBtYXA=',
  SMS: '111111',
  WHATSAPP: '111111',
  VOICE: '111111',
};

/** In place of a server's answer: an answer, a failure of the network, or undefined to go on. */
export type Interruption = (seen: Seen) => Response | Error | undefined | Promise<Response | Error | undefined>;

/** An answer before it is sealed and sent. */
export interface Reply {
  readonly status: number;
  /** The example of the description unless given. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Answer = readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>];
type Handlers = Partial<Record<OperationId, (seen: Seen) => Answer | Promise<Answer>>>;

/** A small API behind `fetch`, with real envelopes and real one-time tokens. */
export class TestServer {
  readonly seen: Seen[] = [];
  /** Requests that do not conform to the description. */
  readonly offContract: string[] = [];
  readonly tokens: OneTimeTokens = new OneTimeTokens();
  readonly envelopes: Envelopes;
  readonly interruptions: Interruption[] = [];
  /** Whether a cleared low-risk token opens a session. */
  opensSessions = true;
  sessionOpen = false;
  readonly #handlers: Handlers;
  readonly #secrets: Secrets;

  static async start(secrets: Secrets = SECRETS): Promise<TestServer> {
    return new TestServer(new Envelopes(await makeKey('RSA_OAEP_256'), await makeKey('ES256')), secrets);
  }

  private constructor(envelopes: Envelopes, secrets: Secrets) {
    this.envelopes = envelopes;
    this.#secrets = secrets;
    this.#handlers = this.#makeHandlers();
  }

  /** The operations that were called, in order. */
  get called(): readonly OperationId[] {
    return this.seen.map(({ operation }) => operation.operationId);
  }

  /** The requests to one operation. */
  to(operationId: OperationId): readonly Seen[] {
    return this.seen.filter(({ operation }) => operation.operationId === operationId);
  }

  /** Answers the next request to an operation in its stead. */
  interrupt(operationId: OperationId, ...answers: readonly (Response | Error)[]): void {
    const left = [...answers];
    this.interruptions.push((seen) => (seen.operation.operationId === operationId ? left.shift() : undefined));
  }

  /** Judges by the validators, answers, and seals what has to be sealed. */
  readonly fetch: Fetch = async (request) => {
    const seen = await this.receive(request);
    if (seen === undefined) return json(404, errors('route.not.found'));
    if (seen.opens) this.offContract.push(...violations(seen));
    const { operation, sealed, contentKey, text } = seen;
    const { responseJose } = operation;
    const interruption = await this.interruptionOf(seen);
    if (interruption instanceof Error) throw interruption;
    if (interruption !== undefined) return interruption;
    const example = EXAMPLES[operation.operationId];
    const reply = await this.reply(seen);
    if (reply === undefined && example === undefined) return json(501, errors('not.implemented'));
    const { status, body, headers } = { status: 200, ...example, ...reply };
    if (status !== 200 || responseJose === null || (text !== '' && !sealed)) return json(status, body, headers);
    const direct = responseJose.response === 'direct' ? contentKey : undefined;
    return new Response(await this.envelopes.seal(body, responseJose.method, direct), {
      status,
      headers: { 'content-type': 'application/jose+json' },
    });
  };

  /** Notes a request and opens it; undefined when no operation has its path. */
  async receive(request: Request): Promise<Seen | undefined> {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const found = route(request.method, url.pathname);
    if (found === undefined) return undefined;
    const text = await request.text();
    const { headers } = request;
    const sealed = headers.get('content-type') === 'application/jose+json';
    const common = { ...found, query: url.searchParams, headers, text, sealed };
    const seen = await this.#read(text, headers, sealed).then(
      ({ value, contentKey }): Seen => ({ ...common, opens: true, body: value as Seen['body'], contentKey }),
      (): Seen => ({ ...common, opens: false, body: {}, contentKey: undefined }),
    );
    this.seen.push(seen);
    return seen;
  }

  /** What a test has put in place of the answer. */
  async interruptionOf(seen: Seen): Promise<Response | Error | undefined> {
    if (!seen.opens) return undefined;
    for (const interruption of this.interruptions) {
      const answer = await interruption(seen);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  /** The answer of an operation that remembers something; the example of the description stands for the others. */
  async reply(seen: Seen): Promise<Reply | undefined> {
    if (!seen.opens) return { status: 400, body: { error: 'jwe_error', error_description: 'It does not open.' } };
    const answer = await this.#handlers[seen.operation.operationId]?.(seen);
    if (answer === undefined) return undefined;
    const [status, body, headers] = answer;
    return { status, ...(body !== undefined && { body }), ...(headers && { headers }) };
  }

  async #read(text: string, headers: Headers, sealed: boolean): Promise<{ value: unknown; contentKey?: CryptoKey }> {
    if (sealed) return this.envelopes.open(text, headers.get('x-tw-jose-method'), NOW);
    return { value: text === '' ? {} : clear(text, headers) };
  }

  #makeHandlers(): Handlers {
    return {
      echoJweDirect: echo,
      echoJwe: echo,
      echoJweGet: echo,
      echoJws: echo,
      echoJwsJwe: echo,
      getJosePublicKey: async ({ query }) => {
        const key = await this.envelopes.published(query.get('algorithm') ?? '');
        return key === undefined
          ? [404, { error: 'public.key.not.found', error_description: 'There is none.' }]
          : [200, key];
      },
      createSandboxUser: () => [201, SANDBOX_USER],
      getBalanceStatement: (seen) => this.#protected(seen, 200),
      fundTransfer: (seen) => this.#protected(seen, 201),
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

  #protected({ operation, headers }: Seen, status: number): Answer {
    const low = operation.sca?.risk === 'low';
    const token = this.tokens.find(headers.get('x-2fa-approval'));
    const approved = token !== undefined && !token.used && this.tokens.isCleared(token);
    if (approved || (low && this.sessionOpen)) {
      if (low) this.sessionOpen = this.opensSessions;
      else if (token) token.used = true;
      return [status, undefined, { 'x-2fa-approval-result': 'APPROVED' }];
    }
    const { id } = this.tokens.make(operation.sca?.actionType ?? '');
    return [403, errors('sca.required'), { 'x-2fa-approval-result': 'REJECTED', 'x-2fa-approval': id }];
  }

  #factorHandlers(): Handlers {
    const handlers: Handlers = {};
    for (const id of factorOperationIds) {
      const { type, action, field = '' } = operationOf(id).factor ?? {};
      if (type === undefined) throw new TypeError(`${id} has no mark`);
      if (action === 'trigger') handlers[id] = (seen) => this.#trigger(seen, type, field);
      if (action === 'verify') handlers[id] = (seen) => this.#verify(seen, type, field);
    }
    return handlers;
  }

  #trigger({ headers }: Seen, type: ChallengeType, field: string): Answer {
    const token = this.tokens.find(headers.get('one-time-token'));
    if (token === undefined) return [404, errors('one.time.token.not.found')];
    token.triggered.add(type);
    return [200, { [field]: '*********8888' }];
  }

  #verify({ headers, body, operation }: Seen, type: ChallengeType, field: string): Answer {
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

function echo({ body, operation }: Seen): Answer {
  const message = `jose-playground-response-${body.message ?? ''}`;
  return [200, { message, method: operation.method.toUpperCase() }];
}

function clear(text: string, headers: Headers): unknown {
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
  profiles: [{ id: 101, type: 'personal' }],
  balanceId: 201,
  transferId: 301,
};
