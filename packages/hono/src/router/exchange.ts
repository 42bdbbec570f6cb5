import type { OperationDescriptor } from '@sca-kit/api';
import type { Actor, LoadedRequest, ProfileKey } from '@sca-kit/engine';
import type { Body } from '../body/body.ts';
import type { Caller } from '../caller.ts';
import type { Parameters } from '../validation/parameters.ts';
import type { RouterOptions } from './options.ts';

/** A request as it arrives. */
export interface IncomingRequest {
  readonly options: RouterOptions;
  readonly request: Request;
  /** The path parameters as they were sent. */
  readonly path: Readonly<Record<string, string>>;
  /** null for a path or method that no operation has. */
  readonly operation: OperationDescriptor | null;
}

/** A request for an operation, before the first step. */
export interface OperationRequest extends IncomingRequest {
  readonly operation: OperationDescriptor;
}

/** What the steps add, in the order in which they add it. A step names the members that it needs. */
export interface Exchange extends OperationRequest {
  readonly trace: Trace;
  readonly mediaTypes: MediaTypes;
  readonly caller: Caller;
  readonly actor: Actor;
  /** What was looked up together with the bearer token; undefined for other credentials. */
  readonly loaded: LoadedRequest | undefined;
  readonly parameters: Parameters;
  /** null for an operation that acts on no profile. */
  readonly profile: ProfileKey | null;
  readonly body: Body;
  /** Whether a one-time token or an open session approved the request. */
  readonly approved: boolean;
  readonly result: Result;
  readonly response: Response;
}

/** The ids of a request in logs and responses. */
export interface Trace {
  /** 32 hex digits: the W3C trace id from `traceparent`, else a new one. */
  readonly traceId: string;
  /** The `X-External-Correlation-Id` header, when it is a UUID. */
  readonly correlationId: string | null;
}

/** The media types of the bodies, as the operation documents them. */
export interface MediaTypes {
  /** null without a request body. */
  readonly request: string | null;
  /** Of a successful response; null when it has no body. */
  readonly response: string | null;
}

/** What a handler returned, without its static type: the type `Handlers` has checked it. */
export interface Result {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Some members of the exchange, and what every step gets. */
export type ExchangeWith<Member extends keyof Exchange> = OperationRequest & Pick<Exchange, Member>;
