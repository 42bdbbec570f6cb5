import type { VersionedKey } from '@sca-kit/jose';
import { ScaClientError } from '../error.ts';
import { abortable, type Call, discard, type Layer, type Next, textOf, withHeaders } from '../layer.ts';
import { assertOwnKeys, type OwnKeys, type ProtectedBody, type Protection, protect, unprotect } from './protect.ts';
import { type JoseOptions, protectionOf } from './protection.ts';
import { ServerKeys } from './server-keys.ts';

const JOSE_TYPE = 'application/jose+json';

/** Returns the layer that protects calls, with a cache of the server's keys. */
export function protectedCalls(options: JoseOptions): Layer {
  const keys = new ServerKeys(options.calls);

  return async (call, next) => {
    const { outgoing, incoming } = protectionOf(call);
    if (incoming === null) return next(call);
    assertOwnKeys(outgoing, incoming, options.own);
    const exchange = await sendProtected(call, next, { outgoing, incoming, keys, own: options.own });
    return readResponse(exchange.response, exchange.sent, { call, incoming, keys, options });
  };
}

function pathOf({ operation, path }: Call): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
}

interface Outgoing {
  readonly outgoing: Protection | null;
  readonly incoming: Protection;
  readonly keys: ServerKeys;
  readonly own: OwnKeys;
}

interface Exchange {
  readonly response: Response;
  readonly sent: ProtectedBody | undefined;
}

async function sendProtected(call: Call, next: Next, plan: Outgoing): Promise<Exchange> {
  const { outgoing, incoming, keys, own } = plan;
  const { signal } = call.template;
  const accept = { Accept: `${JOSE_TYPE}, application/json;q=0.9`, 'X-TW-JOSE-Method': incoming.method };
  if (outgoing === null) return { response: await next(withHeaders(call, accept)), sent: undefined };

  const value: unknown = JSON.parse(textOf(call.body));
  const headers = { ...accept, 'Content-Type': JOSE_TYPE, 'X-TW-JOSE-Method': outgoing.method };
  const attempt = async (recipient: () => Promise<VersionedKey>): Promise<Exchange> => {
    const sent = await protect(value, outgoing.method, { recipient, own, url: pathOf(call) });
    return { response: await next({ ...withHeaders(call, headers), body: sent.text }), sent };
  };

  let used: VersionedKey | undefined;
  const first = await attempt(async () => {
    used = await abortable(keys.encryption(call), signal);
    return used;
  });
  if (used === undefined || !(await isJweError(first.response))) return first;
  const renewed = await abortable(keys.encryptionAfter(used, call), signal);
  // The key has not changed, so it was not the cause.
  if (renewed.keyId === used.keyId) return first;
  await discard(first.response);
  return attempt(async () => renewed);
}

async function isJweError(response: Response): Promise<boolean> {
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

async function readResponse(response: Response, sent: ProtectedBody | undefined, plan: Incoming): Promise<Response> {
  const { call, incoming, keys, options } = plan;
  // Error responses are plain JSON, and a 204 has no body.
  if (!response.ok || response.status === 204) return response;
  if (mediaType(response) !== JOSE_TYPE) {
    if (call.operation.responseJose === null) return response;
    await discard(response);
    throw new ScaClientError(
      'encrypted_response_missing',
      `The response of ${call.operation.operationId} must be encrypted, but it is plain JSON.`,
      {
        status: response.status,
      },
    );
  }
  const { signal } = call.template;
  const value = await unprotect(await response.text(), incoming, {
    own: options.own,
    contentKey: sent?.contentKey,
    verification: () => abortable(keys.signing(call), signal),
    renew: (outdated) => abortable(keys.signingAfter(outdated, call), signal),
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
