import type { OperationId } from '@sca-kit/api';
import type { ChallengeType, Fetch } from '../src/index.ts';
import { Envelopes, makeKey, type Opened } from './envelopes.ts';
import { OneTimeTokens } from './one-time-tokens.ts';
import { route, type Seen, violations } from './routing.ts';

export const NOW: number = Date.UTC(2026, 10, 2);

/** The right answer to every challenge. */
export const SECRETS: Readonly<Record<ChallengeType, string>> = {
  PIN: '1234',
  PARTNER_DEVICE_FINGERPRINT: 'a-device-fingerprint',
  FACE_MAP: 'ZmFjZSBtYXA=',
  SMS: '111111',
  WHATSAPP: '111111',
  VOICE: '111111',
};

/** In place of a server's answer: an answer, a failure of the network, or undefined to go on. */
export type Interruption = (seen: Seen) => Response | Error | undefined | Promise<Response | Error | undefined>;

type Answer = readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>];
type Handlers = Partial<Record<OperationId, (seen: Seen) => Answer | Promise<Answer>>>;

const SECRET_MEMBERS: Readonly<Record<string, string>> = {
  PIN: 'pin',
  PARTNER_DEVICE_FINGERPRINT: 'deviceFingerprint',
  FACE_MAP: 'faceMap',
};

/** A small API behind `fetch`, with real envelopes and real one-time tokens. */
export class TestServer {
  readonly seen: Seen[] = [];
  /** Requests that do not conform to the description. */
  readonly offContract: string[] = [];
  readonly tokens = new OneTimeTokens();
  readonly envelopes: Envelopes;
  readonly interruptions: Interruption[] = [];
  /** Whether a cleared low-risk token opens a session. */
  opensSessions = true;
  sessionOpen = false;
  readonly #handlers: Handlers;

  readonly #secrets: typeof SECRETS;

  static async start(secrets: typeof SECRETS = SECRETS): Promise<TestServer> {
    return new TestServer(new Envelopes(await makeKey('RSA_OAEP_256'), await makeKey('ES256')), secrets);
  }

  private constructor(envelopes: Envelopes, secrets: typeof SECRETS) {
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

  readonly fetch: Fetch = async (request) => {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const found = route(request.method, url.pathname);
    if (found === undefined) return json(404, errors('route.not.found'));
    const text = await request.text();
    const { headers } = request;
    const sealed = headers.get('content-type') === 'application/jose+json';
    let opened: Opened = { value: {} };
    try {
      if (sealed) opened = await this.envelopes.open(text, headers.get('x-tw-jose-method'), NOW);
      else if (text !== '') opened = { value: clear(text, headers) };
    } catch {
      this.seen.push({ ...found, query: url.searchParams, headers, text, body: {} });
      return json(400, { error: 'jwe_error', error_description: 'The envelope could not be opened.' });
    }
    const body = opened.value as Record<string, unknown>;
    const seen: Seen = { ...found, query: url.searchParams, headers, text, body };
    this.seen.push(seen);
    this.offContract.push(...violations(seen));
    for (const interruption of this.interruptions) {
      const answer = await interruption(seen);
      if (answer instanceof Error) throw answer;
      if (answer !== undefined) return answer;
    }
    const handler = this.#handlers[found.operation.operationId];
    if (handler === undefined) return json(501, errors('not.implemented'));
    const [status, value, extra] = await handler(seen);
    const { answerJose } = found.operation;
    if (status !== 200 || answerJose === null || (text !== '' && !sealed)) return json(status, value, extra);
    const direct = answerJose.response === 'direct' ? opened.contentKey : undefined;
    return new Response(await this.envelopes.seal(value, answerJose.method, direct), {
      status,
      headers: { 'content-type': 'application/jose+json' },
    });
  };

  #makeHandlers(): Handlers {
    return {
      getHealth: () => [200, { status: 'ok' }],
      getMetrics: () => [200, 'requests_total 1\n', { 'content-type': 'text/plain' }],
      streamEvents: () => [200, 'event: ping\n\n', { 'content-type': 'text/event-stream' }],
      listProfiles: () => [200, []],
      listAuthenticationFactors: () => [200, { factors: [] }],
      enrolOtpFactor: () => [204],
      createAccessToken: () => [200, { access_token: 'fresh', token_type: 'bearer', expires_in: 43199, scope: 'x' }],
      createPin: () => [200, {}],
      createUserPin: () => [204],
      deletePin: () => [204],
      echoJweDirect: echo,
      echoJwe: echo,
      echoJweGet: echo,
      echoJws: echo,
      echoJwsJwe: echo,
      getJosePublicKey: async ({ query }) => {
        const key = await this.envelopes.published(query.get('algorithm') ?? '');
        return key === undefined ? [404, { error: 'public.key.not.found', error_description: '' }] : [200, key];
      },
      createSandboxUser: () => [201, SANDBOX_USER],
      getBalanceStatement: (seen) => this.#protected(seen, [200, { transactions: [] }]),
      fundTransfer: (seen) => this.#protected(seen, [201, { type: 'BALANCE', status: 'COMPLETED' }]),
      createScaSession: () => [200, { oneTimeTokenProperties: this.tokens.properties(this.tokens.make('SESSION')) }],
      getOneTimeTokenStatus: ({ headers }) => {
        const token = this.tokens.find(headers.get('one-time-token'));
        if (token === undefined) return [404, errors('one.time.token.not.found')];
        return [200, { oneTimeTokenProperties: this.tokens.properties(token) }];
      },
      verifyPin: (seen) => this.#verify(seen, 'PIN'),
      verifyOneTimeTokenPin: (seen) => this.#verify(seen, 'PIN'),
      verifyDeviceFingerprint: (seen) => this.#verify(seen, 'PARTNER_DEVICE_FINGERPRINT'),
      verifyOneTimeTokenDeviceFingerprint: (seen) => this.#verify(seen, 'PARTNER_DEVICE_FINGERPRINT'),
      verifyFaceMap: (seen) => this.#verify(seen, 'FACE_MAP'),
      verifyOneTimeTokenFaceMap: (seen) => this.#verify(seen, 'FACE_MAP'),
      triggerSms: (seen) => this.#trigger(seen, 'SMS'),
      verifySms: (seen) => this.#verify(seen, 'SMS'),
      triggerWhatsApp: (seen) => this.#trigger(seen, 'WHATSAPP'),
      verifyWhatsApp: (seen) => this.#verify(seen, 'WHATSAPP'),
      triggerVoice: (seen) => this.#trigger(seen, 'VOICE'),
      verifyVoice: (seen) => this.#verify(seen, 'VOICE'),
    };
  }

  #protected({ operation, headers }: Seen, served: Answer): Answer {
    const low = operation.sca?.risk === 'low';
    const token = this.tokens.find(headers.get('x-2fa-approval'));
    const approved = token !== undefined && !token.used && this.tokens.isCleared(token);
    if (approved || (low && this.sessionOpen)) {
      if (low) this.sessionOpen = this.opensSessions;
      else if (token) token.used = true;
      return [served[0], served[1], { 'x-2fa-approval-result': 'APPROVED' }];
    }
    const { id } = this.tokens.make(operation.sca?.actionType ?? '');
    return [403, errors('sca.required'), { 'x-2fa-approval-result': 'REJECTED', 'x-2fa-approval': id }];
  }

  #trigger({ headers }: Seen, type: ChallengeType): Answer {
    const token = this.tokens.find(headers.get('one-time-token'));
    if (token === undefined) return [404, errors('one.time.token.not.found')];
    token.triggered.add(type);
    return [200, { obfuscatedPhoneNo: '*********8888' }];
  }

  #verify({ headers, body, operation }: Seen, type: ChallengeType): Answer {
    const token = this.tokens.find(headers.get('one-time-token'));
    const slot = token && this.tokens.slotFor(token, type);
    if (token === undefined || slot === undefined) return [400, errors('challenge.not.applicable')];
    const phone = SECRET_MEMBERS[type] === undefined;
    if (phone && !token.triggered.has(type)) return [400, errors('challenge.not.triggered')];
    const code = `${type.toLowerCase()}.verification.failed`;
    if (body[SECRET_MEMBERS[type] ?? 'otpCode'] !== this.#secrets[type]) return [400, errors(code)];
    slot.passed = true;
    if (this.tokens.isCleared(token) && token.actionType === 'SESSION') this.sessionOpen = true;
    const properties = this.tokens.properties(token);
    return [200, operation.path.startsWith('/v2') ? properties : { oneTimeTokenProperties: properties }];
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
  accessToken: 'a-user-token',
  profiles: [{ id: 101, type: 'personal' }],
  balanceId: 201,
  transferId: 301,
};
