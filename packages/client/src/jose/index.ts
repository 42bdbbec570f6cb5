import type { VersionedKey } from '@sca-kit/jose';
import { ScaClientError } from '../error.ts';
import { abortable, type Call, discard, type Layer, type Next, textOf, withHeaders } from '../layer.ts';
import type { Calls } from '../types.ts';
import { assertOwnKeys, type OwnKeys, open, type Protection, type Sealed, seal } from './envelope.ts';
import { ServerKeys } from './server-keys.ts';

const JOSE_TYPE = 'application/jose+json';

/** What sealing needs. */
export interface JoseOptions {
  /** Reaches the key endpoint. */
  readonly calls: Calls;
  readonly own: OwnKeys;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/**
 * Seals the requests of the operations that are marked for it and opens their answers, so that callers deal in plain
 * objects (RFC 7516, RFC 7515). When the server does not know the key that a request was sealed to, the key is fetched
 * again and the request sealed and sent once more.
 */
export function jose(options: JoseOptions): Layer {
  const keys = new ServerKeys(options.calls);

  return async (call, next) => {
    const { request, responseJose } = call.operation;
    const outgoing = call.body === undefined ? null : request.jose;
    const incoming = responseJose ?? outgoing;
    if (incoming === null) return next(call);
    assertOwnKeys(outgoing, incoming, options.own);
    const exchange = await sendSealed(call, next, { outgoing, incoming, keys, own: options.own });
    return openAnswer(exchange.response, exchange.sealed, { call, incoming, keys, options });
  };
}

interface Outgoing {
  readonly outgoing: Protection | null;
  readonly incoming: Protection;
  readonly keys: ServerKeys;
  readonly own: OwnKeys;
}

interface Exchange {
  readonly response: Response;
  readonly sealed: Sealed | undefined;
}

async function sendSealed(call: Call, next: Next, plan: Outgoing): Promise<Exchange> {
  const { outgoing, incoming, keys, own } = plan;
  const { signal } = call.template;
  const accept = { Accept: `${JOSE_TYPE}, application/json;q=0.9`, 'X-TW-JOSE-Method': incoming.method };
  if (outgoing === null) return { response: await next(withHeaders(call, accept)), sealed: undefined };

  const value: unknown = JSON.parse(textOf(call.body));
  const headers = { ...accept, 'Content-Type': JOSE_TYPE, 'X-TW-JOSE-Method': outgoing.method };
  const attempt = async (recipient: () => Promise<VersionedKey>): Promise<Exchange> => {
    const sealed = await seal(value, outgoing.method, { recipient, own });
    return { response: await next({ ...withHeaders(call, headers), body: sealed.text }), sealed };
  };

  let used: VersionedKey | undefined;
  const first = await attempt(async () => {
    used = await abortable(keys.encryption(call), signal);
    return used;
  });
  if (used === undefined || !(await isRefusedEnvelope(first.response))) return first;
  const renewed = await abortable(keys.encryptionAfter(used, call), signal);
  // The same key again: then it was not the key, and the answer stands.
  if (renewed.keyId === used.keyId) return first;
  await discard(first.response);
  return attempt(async () => renewed);
}

async function isRefusedEnvelope(response: Response): Promise<boolean> {
  if (response.status !== 400) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body === 'object' && body !== null && 'error' in body && body.error === 'jwe_error';
}

interface Incoming {
  readonly call: Call;
  readonly incoming: Protection;
  readonly keys: ServerKeys;
  readonly options: JoseOptions;
}

async function openAnswer(response: Response, sealed: Sealed | undefined, plan: Incoming): Promise<Response> {
  const { call, incoming, keys, options } = plan;
  // Errors come in clear, and an answer without a body has nothing to open.
  if (!response.ok || response.status === 204) return response;
  if (mediaType(response) !== JOSE_TYPE) {
    if (call.operation.responseJose === null) return response;
    await discard(response);
    throw new ScaClientError('envelope_missing', `${call.operation.operationId} was answered in clear`, {
      status: response.status,
    });
  }
  const { signal } = call.template;
  const value = await open(await response.text(), incoming, {
    own: options.own,
    contentKey: sealed?.contentKey,
    verification: () => abortable(keys.signing(call), signal),
    renew: (refused) => abortable(keys.signingAfter(refused, call), signal),
    now: options.now(),
  });
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return new Response(JSON.stringify(value), { status: response.status, statusText: response.statusText, headers });
}

function mediaType(response: Response): string | undefined {
  return response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
}
