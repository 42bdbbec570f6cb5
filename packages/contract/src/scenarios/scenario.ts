import type { ScaClient, ScaClientOptions } from '@sca-kit/client';
import type { Operation } from '@sca-kit/openapi';
import type { ReceivedResponse } from '../client/caller.ts';
import type { CredentialKind } from '../client/credentials.ts';
import type { SandboxUser, SandboxUserOptions } from '../client/sandbox-user.ts';
import type { Random } from '../negative/random.ts';

/** Steps that produce one documented response. */
export interface Scenario {
  /** In words: `a second PIN is rejected`. */
  readonly name: string;
  readonly operationId: string;
  /** The status of that response. The scenario passes when it was seen without a violation. */
  readonly status: number;
  /** The media type of that response, if it has several. */
  readonly mediaType?: string;
  run(context: ScenarioContext): Promise<void>;
}

/** How a call differs from a valid request with default values. */
export interface CallOptions {
  readonly user: SandboxUser;
  /** Credentials other than the required ones. */
  readonly as?: CredentialKind;
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Names in any case; undefined removes a header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** The value of the body; null sends none. */
  readonly body?: unknown;
  /** `encrypted` (the default where the operation supports it) or `plain`. */
  readonly form?: 'encrypted' | 'plain';
  /** Set when the request breaks the contract on purpose. */
  readonly offContract?: boolean;
  /** A text in place of the body, with its media type. */
  readonly raw?: { readonly text: string; readonly mediaType?: string };
}

/** The context of a scenario. Every request goes through the gateway. */
export interface ScenarioContext {
  readonly random: Random;
  /** Two mobile numbers that no other user has. */
  readonly phone: string;
  readonly otherPhone: string;
  /** Creates a user in a new client, or in that of a colleague. Skips the scenario when the target has no sandbox. */
  user(options?: SandboxUserOptions, colleague?: SandboxUser): Promise<SandboxUser>;
  /** A user for scenarios that do not change it; one per key. */
  sharedUser(key: string): Promise<SandboxUser>;
  /** Sends a request; it is valid unless the options change that. */
  call(operationId: string, options: CallOptions): Promise<ReceivedResponse>;
  /** The client of `@sca-kit/client`; its requests go through the gateway. */
  client(user: SandboxUser, options?: Partial<ScaClientOptions>): ScaClient;
  /** Moves the clock of the user's client forward, by whole seconds. */
  advance(user: SandboxUser, seconds: number): Promise<void>;
  /** Simulates a response for the next request with the returned correlation id. */
  prepareOutcome(user: SandboxUser, outcome: 'rate-limited' | 'unavailable' | 'error' | 'not-found'): Promise<string>;
  /** Bodies for the upload of the check's own keys. */
  keyUploads(): Promise<readonly object[]>;
  /** Uploads the check's own keys for the user's client. */
  uploadKeys(user: SandboxUser): Promise<void>;
  /** All operations of the document. */
  readonly operations: readonly Operation[];
  /** The operation of the document. */
  operation(operationId: string): Operation;
  /** Ends the scenario as skipped. */
  skip(reason: string): never;
  /** Skips the scenario when all users share one client, whose state would decide the result. */
  needOwnClient(): void;
}

/** Thrown to end a scenario that cannot be run against this target. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}

/** Thrown when a response is not the expected one. */
export class UnexpectedResponse extends Error {
  override readonly name = 'UnexpectedResponse';
}

/**
 * Checks the status of a response and, where given, the error code in its body, in whichever shape the family has it.
 *
 * @throws UnexpectedResponse
 */
export function expectStatus(response: ReceivedResponse, status: number, code?: string): ReceivedResponse {
  const { operationId, request } = response.exchange;
  const what = operationId ?? `${request.method} ${request.target.split('?')[0]}`;
  if (response.exchange.failure) throw new UnexpectedResponse(`${what}: ${response.exchange.failure.message}`);
  if (response.status !== status) {
    throw new UnexpectedResponse(`${what} returned ${response.status}${codeSuffix(response.body)}, not ${status}.`);
  }
  if (code !== undefined && errorCodeOf(response.body) !== code) {
    throw new UnexpectedResponse(
      `${what} returned ${status} with ${errorCodeOf(response.body) ?? 'no code'}, not ${code}.`,
    );
  }
  return response;
}

const codeSuffix = (body: unknown): string => {
  const code = errorCodeOf(body);
  return code === undefined ? '' : ` (${code})`;
};

/** The error code of a body: `errors[0].code`, `errorCode`, or `error`. */
function errorCodeOf(body: unknown): string | undefined {
  const found = pick(body, 'errors', 0, 'code') ?? pick(body, 'errorCode') ?? pick(body, 'error');
  return typeof found === 'string' ? found : undefined;
}

/** The value at a place inside another one; undefined where there is none. */
export function pick(value: unknown, ...steps: readonly (string | number)[]): unknown {
  return steps.reduce<unknown>(
    (current, step) =>
      typeof current === 'object' && current !== null ? (current as Record<string | number, unknown>)[step] : undefined,
    value,
  );
}

/**
 * The text at a place inside a response's body.
 *
 * @throws UnexpectedResponse when there is none
 */
export function textAt(response: ReceivedResponse, ...steps: readonly (string | number)[]): string {
  const found = pick(response.body, ...steps);
  if (typeof found === 'string' || typeof found === 'number') return String(found);
  throw new UnexpectedResponse(
    `The response of ${response.exchange.operationId ?? 'the target'} has no ${steps.join('.')}.`,
  );
}
