import type {
  HeaderParameters,
  OperationId,
  PathParameters,
  QueryParameters,
  RequestBody,
  ResponseBody,
  ResponseMediaType,
  ResponseStatus,
} from '@sca-kit/api';
import type { Actor, LoadedRequest, ProfileKey } from '@sca-kit/engine';
import type { Caller } from '../caller.ts';

/** A request as a handler gets it: authenticated, authorised, decrypted and validated. */
export interface HandlerRequest<Id extends OperationId> {
  readonly path: PathParameters<Id>;
  readonly query: QueryParameters<Id>;
  readonly header: HeaderParameters<Id>;
  /** The parsed body; for a JOSE operation the plaintext. */
  readonly body: RequestBody<Id>;
  readonly caller: Caller;
  readonly actor: Actor;
  /** What was looked up together with the bearer token. Pass it to the engine, which then does not read it again. */
  readonly loaded: LoadedRequest | undefined;
  /** The caller's profile that the request acts on; null for an operation that acts on no profile. */
  readonly profile: ProfileKey | null;
  /** Whether a one-time token or an open session approved the request. */
  readonly approved: boolean;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
}

type SuccessStatus<Id extends OperationId> = Extract<ResponseStatus<Id>, 200 | 201 | 202 | 204 | 503>;

/** A response with server-sent events may be a stream. */
type StreamOf<Id extends OperationId, Status extends ResponseStatus<Id>> =
  'text/event-stream' extends ResponseMediaType<Id, Status> ? ReadableStream<Uint8Array> : never;

/** The result of a handler: one of the documented success statuses with its body. Errors are thrown. */
export type HandlerResult<Id extends OperationId> = {
  [Status in SuccessStatus<Id>]: ResponseBody<Id, Status> extends undefined
    ? { readonly status: Status; readonly body?: never; readonly headers?: Readonly<Record<string, string>> }
    : {
        readonly status: Status;
        readonly body: ResponseBody<Id, Status> | StreamOf<Id, Status>;
        readonly headers?: Readonly<Record<string, string>>;
      };
}[SuccessStatus<Id>];

/** Serves one operation: maps the request to the engine and its result to the response. */
export type Handler<Id extends OperationId> = (
  request: HandlerRequest<Id>,
) => Promise<HandlerResult<Id>> | HandlerResult<Id>;

/** One handler for each operation. A missing, misspelt or wrongly typed handler does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };
