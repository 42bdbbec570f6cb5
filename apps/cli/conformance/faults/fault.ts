import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ContentKey, KeySet } from '@sca-kit/jose';

/** One request on its way through the test server. */
export interface Passing {
  readonly request: Request;
  /** Absent for a path or method that is not documented. */
  readonly operationId?: string;
  /** The honest server's answer, to this request or to another one in its place. */
  next(request?: Request): Promise<Response>;
  /** A documented answer, made of its example and sealed as the request was. */
  documented(status: number): Promise<Response>;
  /** The content key of a sealed request. */
  contentKey(): Promise<ContentKey>;
  /** The server's own keys. */
  readonly keys: KeySet;
}

/** Answers in place of the honest server. */
export type Answer = (passing: Passing) => Promise<Response>;

/** One error that a server could have. */
export interface Fault {
  /** A sentence that names the operation. */
  readonly name: string;
  /** The operations that the check calls. The fault is in the first one. */
  readonly operations: readonly string[];
  /** The documented status whose scenarios detect the fault; scenarios of every status by default. */
  readonly status?: number;
  /** Whether the generated negative cases of the operations detect the fault. Then no scenario runs. */
  readonly negatives?: true;
  /** Milliseconds that the check waits for a response, for faults that send none; 10 000 by default. */
  readonly timeoutMs?: number;
  /** What a finding has to say to have named the fault. */
  readonly named: RegExp;
  /** Makes the faulty behaviour; state that it needs lives as long as one check. */
  readonly plant?: () => Answer;
  /** For faults below HTTP: takes the connection over where it returns true. */
  readonly connection?: (
    operationId: string | undefined,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ) => boolean;
}

/** Which answers are changed. */
export interface Where {
  readonly operationId: string;
  /** All statuses by default. */
  readonly status?: number;
  /** Further conditions on the request. */
  readonly when?: (request: Request) => boolean;
}

/** Changes the answers of one operation. */
export const altering =
  (
    { operationId, status, when = () => true }: Where,
    alter: (answer: Response, passing: Passing) => Response | Promise<Response>,
  ): (() => Answer) =>
  () =>
  async (passing) => {
    if (passing.operationId !== operationId) return passing.next();
    const passes = when(passing.request);
    // The body is read by the honest server; what alters may want to look at it again.
    const answer = await passing.next(passing.request.clone());
    return passes && (status === undefined || answer.status === status) ? alter(answer, passing) : answer;
  };

/** Accepts what the honest server refuses: the documented success in place of a refusal. */
export const accepting = (where: Where & { readonly status: number }, success: number): (() => Answer) =>
  altering(where, (_answer, passing) => passing.documented(success));

/** The same answer with another status, other headers (null takes one away) or another body. */
export function changed(
  answer: Response,
  {
    status = answer.status,
    headers = {},
    body,
  }: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string | null>>;
    readonly body?: string;
  },
): Response {
  const all = new Headers(answer.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  if (body !== undefined) all.delete('content-length');
  const none = status === 204 || status === 304;
  return new Response(none ? null : (body ?? answer.body), { status, headers: all });
}

/** The same answer with a change in its JSON body. */
export async function rewritten(answer: Response, change: (body: Json) => unknown): Promise<Response> {
  const body = (await answer.json()) as Json;
  return changed(answer, { body: JSON.stringify(change(body)) });
}

/** A JSON body that is reached into freely. */
export interface Json {
  [member: string]: unknown;
}
