import { auth, type Credentials } from './auth/index.ts';
import { type Connected, connect } from './connect.ts';
import { idempotency } from './idempotency/index.ts';
import type { OwnKeys } from './jose/envelope.ts';
import { jose } from './jose/index.ts';
import { type RetryOptions, type RetryPorts, retry, waitByTimer } from './retry/index.ts';
import { type Clearing, clearToken } from './step-up/clear.ts';
import type { ChallengeHandlers } from './step-up/handlers.ts';
import { stepUp } from './step-up/index.ts';
import { readHandlers } from './step-up/read-handlers.ts';
import type { CallOptions, Fetch } from './types.ts';

/** What a client takes of the world; given in tests, left out elsewhere. */
export interface ClientPorts extends RetryPorts {
  readonly randomUUID: () => string;
}

/** How a client is made. */
export interface ScaClientOptions extends Credentials {
  /** Absolute URL of the API, for example `https://api.example.com`. */
  readonly baseUrl: string;
  /** The platform's `fetch` unless given. */
  readonly fetch?: Fetch;
  /** Sent with every request, the client's own calls included. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Who answers challenges, unless the call says. Without any handlers a 403 is an answer like any other. */
  readonly handlers?: ChallengeHandlers;
  /** How often a handler is asked for one challenge when its answers are wrong: 1 to 5; 1 unless given. */
  readonly challengeAttempts?: number;
  /** `off` sends JSON in clear, for sandboxes that take it. Keys of your own go here. `auto` unless given. */
  readonly jose?: 'auto' | 'off' | OwnKeys;
  /** `false` sends everything once. */
  readonly retry?: RetryOptions | false;
  readonly ports?: Partial<ClientPorts>;
}

/** What {@link ScaClient.clearOneTimeToken} may be told. */
export interface ClearOptions extends CallOptions {
  /** The profile that the token is for; the user's default profile unless given. */
  readonly profileId?: number;
}

/** Typed calls of the API that seal bodies, clear challenges and retry by themselves. */
export interface ScaClient extends Connected {
  /**
   * Clears the challenges of a one-time token by the handlers, for example one that `createScaSession` answered.
   *
   * @throws {ScaClientError} `one_time_token_unusable`, or `challenge_…`
   */
  readonly clearOneTimeToken: (oneTimeToken: string, options?: ClearOptions) => Promise<void>;
}

/**
 * Makes a client. Calls resolve to `{ data }` or `{ error }` with the `response`; they reject with a
 * {@link ScaClientError}, with the reason of an abort, or as `fetch` did.
 *
 * @throws {TypeError} options that cannot be meant
 * @example
 * const client = createScaClient({
 *   baseUrl: 'http://127.0.0.1:4100',
 *   accessToken,
 *   handlers: { PIN: () => askForPin(), SMS: ({ sentTo }) => askForCode(sentTo) },
 * });
 * const { data, error } = await client.GET('/v1/transfers/{transferId}', { params: { path: { transferId: 7 } } });
 */
export function createScaClient(options: ScaClientOptions): ScaClient {
  const connection = {
    baseUrl: readBaseUrl(options.baseUrl),
    fetch: options.fetch ?? ((request: Request) => globalThis.fetch(request)),
    headers: options.headers ?? {},
  };
  const ports: ClientPorts = {
    wait: waitByTimer,
    now: () => Date.now(),
    random: () => Math.random(),
    randomUUID: () => crypto.randomUUID(),
    ...options.ports,
  };
  const network = [auth(options), ...(options.retry === false ? [] : [retry(options.retry ?? {}, ports)])];
  const own = typeof options.jose === 'object' ? options.jose : {};
  const envelopes = options.jose === 'off' ? [] : [jose({ calls: connect(connection, network), own, now: ports.now })];
  const clearing: Clearing = {
    calls: connect(connection, [...envelopes, ...network]),
    handlers: readHandlers(options.handlers),
    attempts: readAttempts(options.challengeAttempts),
  };
  const layers = [idempotency(ports.randomUUID), stepUp(clearing), ...envelopes, ...network];
  return {
    ...connect(connection, layers),
    clearOneTimeToken: async (oneTimeToken, { profileId, handlers, ...call } = {}) => {
      const token = { oneTimeToken, profileId, options: call, handlers: readHandlers(handlers), request: undefined };
      await clearToken(clearing, token, call.signal ?? new AbortController().signal);
    },
  };
}

function readBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const sound = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  if (!sound) throw new TypeError('baseUrl must be an absolute http or https URL, such as https://api.example.com');
  return baseUrl;
}

function readAttempts(attempts = 1): number {
  if (!Number.isSafeInteger(attempts) || attempts < 1 || attempts > 5) {
    throw new TypeError('challengeAttempts must be a whole number from 1 to 5');
  }
  return attempts;
}
