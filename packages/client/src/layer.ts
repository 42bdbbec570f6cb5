import type { OperationDescriptor } from '@sca-kit/api';
import type { ChallengeHandlers } from './step-up/handlers.ts';
import type { CallOptions, Fetch } from './types.ts';

/** One request on its way through the layers. Its parts are never changed; a layer passes on a copy. */
export interface Call {
  readonly operation: OperationDescriptor;
  /** The values for the path template. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  /** Kept in memory, so that the request can be sent again. */
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  /** The request without its body: URL, method and signal. */
  readonly template: Request;
  readonly fetch: Fetch;
  /** Those that were given with the call. */
  readonly handlers: ChallengeHandlers | undefined;
}

/** What comes after a layer. */
export type Next = (call: Call) => Promise<Response>;

/** One concern around a request: may change it, send it again, or answer in its place. */
export type Layer = (call: Call, next: Next) => Promise<Response>;

/** Puts layers around each other, the first one outermost, and the network in the middle. */
export function stack(layers: readonly Layer[]): Next {
  return layers.reduceRight<Next>((next, layer) => (call) => layer(call, next), send);
}

/** A copy of a call with other headers. */
export function withHeaders(call: Call, headers: Readonly<Record<string, string>>): Call {
  const changed = new Headers(call.headers);
  for (const [name, value] of Object.entries(headers)) changed.set(name, value);
  return { ...call, headers: changed };
}

const CARRIED = ['authorization', 'x-external-correlation-id'];

/** What a call made on behalf of another one has to take over from it: who asks, by which way, and until when. */
export function carriedOptions(call: Call): CallOptions {
  const headers = CARRIED.flatMap((name) => {
    const value = call.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { headers: Object.fromEntries(headers), signal: call.template.signal, fetch: call.fetch };
}

/** The body as text. */
export function textOf(body: Call['body']): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

async function send(call: Call): Promise<Response> {
  const { template, headers, body } = call;
  template.signal.throwIfAborted();
  return call.fetch(new Request(template, { headers, ...(body !== undefined && { body }) }));
}

/** Lets go of an answer that nobody will read, so that its connection is free again. */
export async function discard(response: Response): Promise<void> {
  await response.body?.cancel();
}

/** A promise that also ends, with the reason of the abort, when the signal does. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
