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
import type { Actor, ProfileKey } from '@sca-kit/engine';
import type { Caller } from '../caller.ts';

/** A request as a handler sees it: authenticated, authorised, opened and valid. */
export interface HandlerRequest<Id extends OperationId> {
  readonly path: PathParameters<Id>;
  readonly query: QueryParameters<Id>;
  readonly header: HeaderParameters<Id>;
  /** The plain body; for a JOSE operation the plaintext. */
  readonly body: RequestBody<Id>;
  readonly caller: Caller;
  readonly actor: Actor;
  /** The caller's profile that the request acts on; null where the operation acts on none. */
  readonly profile: ProfileKey | null;
  /** Whether an approval was used up for this request. */
  readonly approved: boolean;
  /** Aborted when the caller hangs up. */
  readonly signal: AbortSignal;
}

type SuccessStatus<Id extends OperationId> = Extract<ResponseStatus<Id>, 200 | 201 | 202 | 204 | 503>;

/** Server-sent events may be answered as they come. */
type StreamOf<Id extends OperationId, Status extends ResponseStatus<Id>> =
  'text/event-stream' extends ResponseMediaType<Id, Status> ? ReadableStream<Uint8Array> : never;

/** What a handler answers: one of the documented statuses with its body. Failures are thrown. */
export type HandlerResult<Id extends OperationId> = {
  [Status in SuccessStatus<Id>]: ResponseBody<Id, Status> extends undefined
    ? { readonly status: Status; readonly body?: never; readonly headers?: Readonly<Record<string, string>> }
    : {
        readonly status: Status;
        readonly body: ResponseBody<Id, Status> | StreamOf<Id, Status>;
        readonly headers?: Readonly<Record<string, string>>;
      };
}[SuccessStatus<Id>];

/** Maps wire to engine and back, nothing else. */
export type Handler<Id extends OperationId> = (
  request: HandlerRequest<Id>,
) => Promise<HandlerResult<Id>> | HandlerResult<Id>;

/** One handler for each operation: a missing, misspelt or wrongly typed one does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };
