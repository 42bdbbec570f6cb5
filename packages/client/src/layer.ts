import type { OperationDescriptor } from '@sca-kit/api';
import type { ChallengeHandlers } from './step-up/handlers.ts';
import type { CallOptions, Fetch } from './types.ts';

/** A request on its way through the layers. Immutable: a layer passes on a copy. */
export interface Call {
  readonly operation: OperationDescriptor;
  /** The values for the path template. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  /** In memory, so that the request can be sent again. */
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  /** The request without its body: URL, method and signal. */
  readonly template: Request;
  readonly fetch: Fetch;
  /** The handlers of this call. */
  readonly handlers: ChallengeHandlers | undefined;
}

/** Calls the next layer. */
export type Next = (call: Call) => Promise<Response>;

/** A middleware: may change the request, send it again or return another response. */
export type Layer = (call: Call, next: Next) => Promise<Response>;

/** Nests layers around the network; the first layer is the outermost. */
export function stack(layers: readonly Layer[]): Next {
  return layers.reduceRight<Next>((next, layer) => (call) => layer(call, next), send);
}

/** Returns a copy of a call with additional headers. */
export function withHeaders(call: Call, headers: Readonly<Record<string, string>>): Call {
  const changed = new Headers(call.headers);
  for (const [name, value] of Object.entries(headers)) changed.set(name, value);
  return { ...call, headers: changed };
}

const FORWARDED = ['authorization', 'x-external-correlation-id'];

/** Returns the options that a call on behalf of another call takes over: credentials, correlation id, signal, fetch. */
export function forwardedOptions(call: Call): CallOptions {
  const headers = FORWARDED.flatMap((name) => {
    const value = call.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { headers: Object.fromEntries(headers), signal: call.template.signal, fetch: call.fetch };
}

/** Returns the body as text. */
export function textOf(body: Call['body']): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

async function send(call: Call): Promise<Response> {
  const { template, headers, body } = call;
  template.signal.throwIfAborted();
  return call.fetch(new Request(template, { headers, ...(body !== undefined && { body }) }));
}

/** Cancels the body of an unused response, so that its connection is released. */
export async function discard(response: Response): Promise<void> {
  await response.body?.cancel();
}

/** Returns a promise that also rejects, with the abort reason, when the signal aborts. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
