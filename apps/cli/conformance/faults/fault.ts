import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ContentKey, KeySet } from '@sca-kit/jose';

/** A request to the faulty server. */
export interface FaultyRequest {
  readonly request: Request;
  /** Absent for a path or method that is not documented. */
  readonly operationId?: string;
  /** Returns the response of the original server to this request, or to another one in its place. */
  next(request?: Request): Promise<Response>;
  /** Returns a documented response built from its example, encrypted like the request. */
  documented(status: number): Promise<Response>;
  /** Returns the content encryption key of an encrypted request. */
  contentKey(): Promise<ContentKey>;
  /** The server's own keys. */
  readonly keys: KeySet;
}

/** Responds in place of the original server. */
export type Handler = (received: FaultyRequest) => Promise<Response>;

/** One error that a server could have. */
export interface Fault {
  /** A sentence that names the operation. */
  readonly name: string;
  /** The operations that the check calls. The fault is in the first one. */
  readonly operations: readonly string[];
  /**
   * What detects the fault: the scenarios that document one status, or the generated negative cases of the operations (then
   * no scenario runs). By default the scenarios of every status.
   */
  readonly detectedBy?: { readonly status: number } | 'negatives';
  /** Milliseconds that the check waits for a response, for faults that send none; 60 000 by default. */
  readonly timeoutMs?: number;
  /** Matches the finding that names the fault. */
  readonly named: RegExp;
  /** Creates the faulty behaviour, with new state for each check. */
  readonly plant?: () => Handler;
  /** For faults below HTTP: handles the connection if it returns true. */
  readonly connection?: (
    operationId: string | undefined,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ) => boolean;
}

/** Selects responses to change. */
export interface Where {
  readonly operationId: string;
  /** All statuses by default. */
  readonly status?: number;
  /** Further conditions on the request. */
  readonly when?: (request: Request) => boolean;
}

/** Changes the responses of one operation. */
export const altering =
  (
    { operationId, status, when = () => true }: Where,
    alter: (response: Response, received: FaultyRequest) => Response | Promise<Response>,
  ): (() => Handler) =>
  () =>
  async (received) => {
    if (received.operationId !== operationId) return received.next();
    const passes = when(received.request);
    // The original server consumes the body, and the change may read it again.
    const response = await received.next(received.request.clone());
    return passes && (status === undefined || response.status === status) ? alter(response, received) : response;
  };

/** Sends the documented success in place of an error response. */
export const accepting = (where: Where & { readonly status: number }, success: number): (() => Handler) =>
  altering(where, (_answer, received) => received.documented(success));

/**
 * A success that an operation sends in place of an error response, detected by the scenarios of that status.
 * @param named matches the finding, after the operation
 */
export const accepted = (name: string, operationId: string, status: number, success: number, named: RegExp): Fault => ({
  name,
  operations: [operationId],
  detectedBy: { status },
  named: ofOperation(operationId, named),
  plant: accepting({ operationId, status }, success),
});

/**
 * A change of one operation's responses with one status, detected by the scenarios of that status.
 * @param named matches the finding, after the operation
 * @param change what differs in the response, or a function that returns another JSON body
 */
export const altered = (
  name: string,
  operationId: string,
  status: number,
  named: RegExp,
  change: Change | ((body: Json) => unknown),
): Fault => ({
  name,
  operations: [operationId],
  detectedBy: { status },
  named: ofOperation(operationId, named),
  plant: altering({ operationId, status }, (response) =>
    typeof change === 'function' ? rewritten(response, change) : changed(response, change),
  ),
});

const ofOperation = (operationId: string, { source, flags }: RegExp): RegExp =>
  new RegExp(`${operationId} ${source}`, flags);

/** What differs in a response. */
interface Change {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** Copies a response with another status, other headers (null removes one) or another body. */
export function changed(response: Response, { status = response.status, headers = {}, body }: Change): Response {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  if (body !== undefined) all.delete('content-length');
  const none = status === 204 || status === 304;
  return new Response(none ? null : (body ?? response.body), { status, headers: all });
}

/** Copies a response with a changed JSON body. */
async function rewritten(response: Response, change: (body: Json) => unknown): Promise<Response> {
  const body = (await response.json()) as Json;
  return changed(response, { body: JSON.stringify(change(body)) });
}

/** A JSON body with any members. */
export interface Json {
  [member: string]: unknown;
}
