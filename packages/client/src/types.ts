import type { OperationId, operations, paths } from '@sca-kit/api';
import type { ChallengeHandlers } from './step-up/handlers.ts';

/** The methods that the API uses. */
export type Method = 'get' | 'post' | 'put' | 'delete';

/** The paths that answer a method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { readonly [K in M]: unknown } ? P : never;
}[keyof paths];

/** The operation behind a method and a path. */
export type OperationAt<M extends Method, P extends keyof paths> = paths[P] extends { readonly [K in M]: infer Op }
  ? Op
  : never;

type PlainMedia = 'application/json' | 'application/x-www-form-urlencoded' | 'text/plain';

/** What of a body the caller sees: never the envelope, always the plain object; `unknown` where only that is typed. */
type Plain<Content> = Content extends { readonly 'text/event-stream': unknown }
  ? ReadableStream<Uint8Array>
  : Content extends object
    ? [Extract<keyof Content, PlainMedia>] extends [never]
      ? unknown
      : Content[Extract<keyof Content, PlainMedia>]
    : undefined;

type AnswerOf<Response> = Response extends { readonly content: infer C } ? Plain<C> : undefined;

type Answers<Op> = Op extends { readonly responses: infer R } ? R : never;

/** The plain body of a success; `undefined` for one without a body. */
export type DataOf<Op> = {
  [S in keyof Answers<Op>]: S extends number ? (`${S}` extends `2${string}` ? AnswerOf<Answers<Op>[S]> : never) : never;
}[keyof Answers<Op>];

/** The body of every documented error. */
export type ErrorOf<Op> = {
  [S in keyof Answers<Op>]: S extends number ? (`${S}` extends `2${string}` ? never : AnswerOf<Answers<Op>[S]>) : never;
}[keyof Answers<Op>];

/** The answer of the API: `data` or `error`, and the answer itself for its status and headers. */
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

/** Sends a request. Every request is new; it may be read and changed. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** What any call may say besides its parameters and body. */
export interface CallOptions {
  /** Win over the client's own, `Authorization` included; `null` takes one of the client's `headers` away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Ends the call, its challenges and its waiting. */
  readonly signal?: AbortSignal;
  /** Carries this call instead of the client's own `fetch`. */
  readonly fetch?: Fetch;
  /** Asked before the client's own, which answer the challenges that these have no function for. */
  readonly handlers?: ChallengeHandlers;
}

/** What a call takes. */
export type Init<Op> = ParametersInit<Op> & BodyPart<Op> & CallOptions;

/** `Init`, left out where nothing in it is needed. */
export type InitArguments<Op> =
  Record<never, never> extends Init<Op> ? readonly [init?: Init<Op>] : readonly [init: Init<Op>];

/** Calls the operation of a path. */
export type PathCall<M extends Method> = <P extends PathsWith<M>>(
  path: P,
  ...init: InitArguments<OperationAt<M, P>>
) => Promise<Result<OperationAt<M, P>>>;

/** Calls of the API by path or by `operationId`. */
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
