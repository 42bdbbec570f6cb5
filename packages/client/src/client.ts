import { auth, type Credentials } from './auth/index.ts';
import { type ApiCalls, createCalls } from './create-calls.ts';
import { idempotency } from './idempotency/index.ts';
import { jose } from './jose/index.ts';
import type { OwnKeys } from './jose/protect.ts';
import { type RetryOptions, type RetryPorts, retry, waitByTimer } from './retry/index.ts';
import { assertHandlers } from './step-up/assert-handlers.ts';
import { type ClearContext, clearToken } from './step-up/clear-token.ts';
import type { ChallengeHandlers } from './step-up/handlers.ts';
import { stepUp } from './step-up/index.ts';
import type { CallOptions, Fetch } from './types.ts';

/** Clock, timer, random numbers and UUIDs of a client. Tests replace them. */
export interface ClientPorts extends RetryPorts {
  readonly randomUUID: () => string;
}

/** Options of {@link createScaClient}. */
export interface ScaClientOptions extends Credentials {
  /** Absolute URL of the API, for example `https://api.example.com`. */
  readonly baseUrl: string;
  /** Sends the requests. Defaults to the platform's `fetch`. */
  readonly fetch?: Fetch;
  /** Headers of every request, including the requests that the client makes itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Provide the secrets of challenges. Without handlers, a 403 is returned to the caller. */
  readonly handlers?: ChallengeHandlers;
  /** How often a handler is called for one challenge if its secrets are wrong: 1 to 5. Defaults to 1. */
  readonly challengeAttempts?: number;
  /** `auto` (default) encrypts bodies, `off` sends plain JSON (sandbox only). Keys for signing and decryption go here. */
  readonly jose?: 'auto' | 'off' | OwnKeys;
  /** Retry options; `false` disables retries. */
  readonly retry?: RetryOptions | false;
  readonly ports?: Partial<ClientPorts>;
}

/** Options of {@link ScaClient.clearOneTimeToken}. */
export interface ClearOptions extends CallOptions {
  /** The profile of the token. Defaults to the user's default profile. */
  readonly profileId?: number;
}

/** Typed calls of the API that encrypt bodies, clear SCA challenges and retry automatically. */
export interface ScaClient extends ApiCalls {
  /**
   * Clears the challenges of a one-time token with the handlers, for example of a token from `createScaSession`.
   *
   * @throws {ScaClientError} `one_time_token_unusable`, or `challenge_…`
   */
  readonly clearOneTimeToken: (oneTimeToken: string, options?: ClearOptions) => Promise<void>;
}

/**
 * Creates a client. Calls resolve to `{ data, response }` or `{ error, response }`. They reject with a
 * {@link ScaClientError}, the reason of an abort, or the error of `fetch`.
 *
 * @throws {TypeError} invalid options
 *
 * @example
 * ```ts
 * const client = createScaClient({
 *   baseUrl: 'http://127.0.0.1:4100',
 *   accessToken: () => session.accessToken,
 *   handlers: { PIN: () => askForPin() },
 * });
 * const { data, error } = await client.GET('/v2/profiles');
 * ```
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
  const encryption =
    options.jose === 'off' ? [] : [jose({ calls: createCalls(connection, network), own, now: ports.now })];
  const context: ClearContext = {
    calls: createCalls(connection, [...encryption, ...network]),
    handlers: assertHandlers(options.handlers),
    attempts: readAttempts(options.challengeAttempts),
  };
  const layers = [idempotency(ports.randomUUID), stepUp(context), ...encryption, ...network];
  return {
    ...createCalls(connection, layers),
    clearOneTimeToken: async (oneTimeToken, { profileId, handlers, ...call } = {}) => {
      const token = { oneTimeToken, profileId, options: call, handlers: assertHandlers(handlers), request: undefined };
      await clearToken(context, token, call.signal ?? new AbortController().signal);
    },
  };
}

function readBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isValid = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  if (!isValid) {
    throw new TypeError(
      'baseUrl must be an absolute http or https URL without credentials, query and fragment, such as https://api.example.com.',
    );
  }
  return baseUrl;
}

function readAttempts(attempts = 1): number {
  if (!Number.isSafeInteger(attempts) || attempts < 1 || attempts > 5) {
    throw new TypeError('challengeAttempts must be an integer from 1 to 5.');
  }
  return attempts;
}
