import type { OperationId, operations, paths } from '@sca-kit/api';
import type { ChallengeHandlers } from './step-up/handlers.ts';

/** HTTP methods of the API. */
export type Method = 'get' | 'post' | 'put' | 'delete';

/** Paths that have a method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { readonly [K in M]: unknown } ? P : never;
}[keyof paths];

/** The operation of a method and a path. */
export type OperationAt<M extends Method, P extends keyof paths> = paths[P] extends { readonly [K in M]: infer Op }
  ? Op
  : never;

type PlainMedia = 'application/json' | 'application/x-www-form-urlencoded' | 'text/plain';

/** The body as the caller sees it: always decrypted; `unknown` if only the encrypted body has a schema. */
type Plain<Content> = Content extends { readonly 'text/event-stream': unknown }
  ? ReadableStream<Uint8Array>
  : Content extends object
    ? [Extract<keyof Content, PlainMedia>] extends [never]
      ? unknown
      : Content[Extract<keyof Content, PlainMedia>]
    : undefined;

type ResponseBodyOf<Response> = Response extends { readonly content: infer C } ? Plain<C> : undefined;

type Responses<Op> = Op extends { readonly responses: infer R } ? R : never;

/** The decrypted body of a success response; `undefined` without a body. */
export type DataOf<Op> = {
  [S in keyof Responses<Op>]: S extends number
    ? `${S}` extends `2${string}`
      ? ResponseBodyOf<Responses<Op>[S]>
      : never
    : never;
}[keyof Responses<Op>];

/** The bodies of the documented error responses. */
export type ErrorOf<Op> = {
  [S in keyof Responses<Op>]: S extends number
    ? `${S}` extends `2${string}`
      ? never
      : ResponseBodyOf<Responses<Op>[S]>
    : never;
}[keyof Responses<Op>];

/** Result of a call: `data` or `error`, and the response with status and headers. */
export type Result<Op> =
  | { readonly data: DataOf<Op>; readonly error?: never; readonly response: Response }
  | { readonly data?: never; readonly error: ErrorOf<Op>; readonly response: Response };

type ParametersOf<Op> = Op extends { readonly parameters: infer P }
  ? { readonly [K in keyof P as [P[K]] extends [undefined] ? never : K]: P[K] }
  : Record<never, never>;

type ParametersInit<Op> =
  Record<never, never> extends ParametersOf<Op>
    ? { readonly params?: ParametersOf<Op> }
    : { readonly params: ParametersOf<Op> };

type BodyPart<Op> = Op extends { readonly requestBody: { readonly content: infer C } }
  ? { readonly body: Plain<C> }
  : Op extends { readonly requestBody?: never }
    ? { readonly body?: never }
    : Op extends { readonly requestBody?: { readonly content: infer C } }
      ? { readonly body?: Plain<C> }
      : { readonly body?: never };

/** Sends a request. Gets a new request each time, which it may read and change. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** Options of every call besides parameters and body. */
export interface CallOptions {
  /** Override the client's headers, including `Authorization`; `null` removes a header of the client. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Aborts the call, its challenges and its waits. */
  readonly signal?: AbortSignal;
  /** Sends this call instead of the client's `fetch`. */
  readonly fetch?: Fetch;
  /** Handlers of this call. The client's handlers are used for challenges that have none here. */
  readonly handlers?: ChallengeHandlers;
}

/** Options of a call of one operation. */
export type Init<Op> = ParametersInit<Op> & BodyPart<Op> & CallOptions;

/** Arguments of a call: `Init` is optional if all its members are. */
export type InitArguments<Op> =
  Record<never, never> extends Init<Op> ? readonly [init?: Init<Op>] : readonly [init: Init<Op>];

/** Calls the operation of a path template. */
export type PathCall<M extends Method> = <P extends PathsWith<M>>(
  path: P,
  ...init: InitArguments<OperationAt<M, P>>
) => Promise<Result<OperationAt<M, P>>>;

/** Calls of the API by path template or `operationId`. */
export interface Calls {
  readonly GET: PathCall<'get'>;
  readonly POST: PathCall<'post'>;
  readonly PUT: PathCall<'put'>;
  readonly DELETE: PathCall<'delete'>;
  /** Calls an operation by its `operationId`. */
  readonly call: <Id extends OperationId>(
    operationId: Id,
    ...init: InitArguments<operations[Id]>
  ) => Promise<Result<operations[Id]>>;
}
