import { createScaClient } from '@sca-kit/client';
import type { Caller } from '../client/caller.ts';
import { credentialHeaders, kindFor } from '../client/credentials.ts';
import type { Encryption } from '../client/encryption.ts';
import { type ClientCredentials, readSandboxUser, type SandboxUser, withClient } from '../client/sandbox-user.ts';
import type { Exchange } from '../gateway/exchange.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { RawRequest } from '../gateway/message.ts';
import type { Random } from '../negative/random.ts';
import { expectCorrelationId, withCorrelationId } from './correlation-id.ts';
import { type CallOptions, expectStatus, type ScenarioContext, Skipped, textAt } from './scenario.ts';
import { uuid } from './uuid.ts';
import { planCall } from './valid-request.ts';

/** What every scenario of a check shares. */
export interface ScenarioScope {
  readonly gateway: Gateway;
  readonly caller: Caller;
  readonly encryption: Encryption;
  /** The client that fresh users are made in; each gets one of its own when there is none. */
  readonly client?: ClientCredentials;
  /** Returns a user, where the sandbox of the target does not create them. */
  readonly createUser?: () => Promise<unknown>;
  /** Ids of the operations that the target does not have. */
  readonly missing?: ReadonlySet<string>;
  /** Users that scenarios share, made on first use. */
  readonly users: Map<string, Promise<SandboxUser>>;
}

const ANONYMOUS: SandboxUser = readSandboxUser({});

/** Makes the context of one scenario. `seen` gathers the exchanges that it causes. */
export function createContext(scope: ScenarioScope, random: Random, seen: Exchange[]): ScenarioContext {
  const { gateway, caller, encryption } = scope;
  const { contract } = gateway;

  const operation: ScenarioContext['operation'] = (operationId) => {
    const found = contract.byId.get(operationId);
    if (!found) throw new Skipped(`The document has no operation ${operationId}.`);
    if (scope.missing?.has(operationId)) throw new Skipped(`The target does not have ${operationId}.`);
    return found;
  };
  const call: ScenarioContext['call'] = async (operationId, options: CallOptions) => {
    const target = operation(operationId);
    const credentials = credentialHeaders(target, options.user, options.as ?? kindFor(target));
    const plan = withCorrelationId(planCall(contract.document, target, options), target, options, random);
    const response = await caller.send(target, plan, { credentials, offContract: options.offContract ?? false });
    seen.push(response.exchange);
    expectCorrelationId(response, target, plan);
    return response;
  };
  const applicationOf = async (client: ClientCredentials): Promise<SandboxUser> => {
    const user = withClient({ ...ANONYMOUS, clientId: client.clientId }, client);
    const response = await call('createAccessToken', { user, body: { grant_type: 'client_credentials' } });
    return { ...user, applicationToken: textAt(expectStatus(response, 200), 'access_token') };
  };
  const context: ScenarioContext = {
    random,
    phone: mobileNumber(),
    otherPhone: mobileNumber(),
    operations: contract.operations,
    operation,
    call,
    async user(options = {}, colleague) {
      if (scope.createUser) return withClient(readSandboxUser(await scope.createUser()), scope.client);
      const user = colleague ?? (scope.client && (await applicationOf(scope.client)));
      const response = await call(
        'createSandboxUser',
        user
          ? { user, as: 'application', body: { clientId: user.clientId, ...options } }
          : { user: ANONYMOUS, body: options },
      );
      if (response.status === 404) throw new Skipped('The target has no sandbox.');
      return withClient(readSandboxUser(expectStatus(response, 201).body), scope.client);
    },
    sharedUser(key) {
      // In one client for all, a scenario that moves the clock would take the tokens of a shared user away.
      if (scope.client) return context.user();
      const user = scope.users.get(key) ?? context.user();
      scope.users.set(key, user);
      return user;
    },
    client: (user, options = {}) =>
      createScaClient({
        baseUrl: 'http://check.invalid',
        accessToken: user.accessToken,
        retry: false,
        fetch: async (request) => {
          const exchange = await gateway.exchange(await toRaw(request));
          seen.push(exchange);
          return toResponse(exchange);
        },
        ...options,
      }),
    async advance(user, seconds) {
      const response = await call('advanceClock', { user, body: { seconds } });
      if (response.status === 404) throw new Skipped('The target has no sandbox clock.');
      expectStatus(response, 200);
    },
    async prepareOutcome(user, outcome) {
      const correlationId = uuid(random);
      const response = await call('setOutcome', { user, body: { outcome, correlationId } });
      if (response.status === 404) throw new Skipped('The target cannot simulate responses.');
      expectStatus(response, 204);
      return correlationId;
    },
    keyUploads: () => encryption.uploads(),
    async uploadKeys(user) {
      for (const body of await encryption.uploads()) {
        const response = await call('uploadJosePublicKey', { user, body });
        // The same keys serve every user of a client.
        if (response.status !== 409) expectStatus(response, 201);
      }
    },
    needOwnClient() {
      if (scope.client) context.skip('The scenario needs a client of its own.');
    },
    skip(reason) {
      throw new Skipped(reason);
    },
  };
  return context;
}

async function toRaw(request: Request): Promise<RawRequest> {
  const url = new URL(request.url);
  return {
    method: request.method,
    target: url.pathname + url.search,
    headers: [...request.headers],
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

function toResponse({ response, failure }: Exchange): Response {
  if (!response) throw new TypeError(failure?.message ?? 'The target sent no response.');
  const headers = new Headers(response.headers.map(([name, value]): [string, string] => [name, value]));
  const none = [204, 205, 304].includes(response.status);
  return new Response(none ? null : (response.stream ?? new Uint8Array(response.body)), {
    status: response.status,
    headers,
  });
}

/**
 * A mobile number that hardly anybody else has drawn. No two users of a client may have the same, and a client outlives
 * checks, so that the numbers of an earlier one are taken: the seed does not repeat them.
 */
function mobileNumber(): string {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `+65${81_000_000 + (draw % 8_000_000)}`;
}
