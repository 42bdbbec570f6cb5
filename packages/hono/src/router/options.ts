import type { OperationDescriptor, OperationId } from '@sca-kit/api';
import type { Engine, LoadedRequest, ProfileKey } from '@sca-kit/engine';
import type { JoseKeys } from '../body/jose-keys.ts';
import type { Caller } from '../caller.ts';
import type { RequestError } from '../errors/request-error.ts';
import type { HandlerRequest, Handlers } from './handler.ts';

/** One line of the access log. Contains no body, no query and no header value. */
export interface AccessLogEntry {
  /** 32 hex digits (W3C Trace Context). */
  readonly traceId: string;
  readonly correlationId: string | null;
  readonly method: string;
  /** null for a path that no operation has. */
  readonly operationId: OperationId | null;
  readonly clientId: string | null;
  readonly status: number;
  readonly milliseconds: number;
  /** The error code; null for a successful response. */
  readonly code: string | null;
  /** The error behind a 5xx response. For the log only. */
  readonly cause: unknown;
}

/** What a server adapter may pass along with a request: `app.fetch(request, { rejection })`. */
export interface RouterBindings {
  /** Rejects the request before any step runs, in the error format of the operation that it addresses. */
  readonly rejection?: RequestError;
}

export interface JoseOptions {
  /** `required`: operations with an encrypted body accept nothing else. `optional`: they accept plain JSON too. */
  readonly mode: 'required' | 'optional';
  readonly keys: JoseKeys;
}

/** Decides which requests run, so that no caller takes the server from the others. */
export interface RequestScheduler {
  /** Runs a request to its end. The other methods are called in between, in the same asynchronous context. */
  run<Result>(request: () => Promise<Result>): Promise<Result>;
  /**
   * Waits until another request of the caller may run.
   * @throws ScaError `rate.limit.reached` (429) when too many requests of the caller wait, `service.unavailable` (503) when too
   * many of all callers do
   */
  enter(caller: Caller, operation: OperationDescriptor): Promise<void>;
  /** Runs work that waits for the client. Other requests may run meanwhile. */
  suspend<Result>(work: () => Promise<Result>): Promise<Result>;
}

export interface RouterOptions {
  readonly engine: Pick<Engine, 'identity' | 'profiles' | 'approvals' | 'idempotency'>;
  readonly handlers: Handlers;
  readonly jose: JoseOptions;
  /** Whether to serve the operations tagged Sandbox. Without it, their paths are unknown. */
  readonly sandbox: boolean;
  /** Returns milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Returns 32 hex digits. */
  readonly newTraceId: () => string;
  readonly log: (entry: AccessLogEntry) => void;
  readonly scheduler?: RequestScheduler;
  /**
   * Called once the caller is known, before parameters are validated. May throw to reject the request: a sandbox
   * simulates errors this way.
   */
  readonly intercept?: (request: {
    readonly caller: Caller;
    readonly operation: OperationDescriptor;
    readonly correlationId: string | null;
    readonly loaded: LoadedRequest | undefined;
  }) => Promise<void>;
  /** Counts the request against the limits of its caller and profile. Throws `ScaError` (429) over the limit. */
  readonly rateLimit?: (caller: Caller, operation: OperationDescriptor, profile: ProfileKey | null) => Promise<void>;
  /** The values that dynamic linking binds, where the `link` pointers of `x-sca` do not cover all of them. */
  readonly links?: {
    readonly [Id in OperationId]?: (request: HandlerRequest<Id>) => Promise<Readonly<Record<string, unknown>>>;
  };
}
