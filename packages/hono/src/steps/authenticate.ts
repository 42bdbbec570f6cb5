import type { OperationDescriptor } from '@sca-kit/api';
import type { AuthenticatedToken, Engine } from '@sca-kit/engine';
import { ANONYMOUS, actorOf, type Caller } from '../caller.ts';
import { RequestError } from '../errors/request-error.ts';
import type { Exchange, ExchangeWith } from '../router/exchange.ts';

type Identity = Pick<
  Engine['identity'],
  'authenticate' | 'authenticateWithApiKey' | 'authenticateApiKey' | 'authenticateClient'
>;

const KIND_OF_SCHEME: Readonly<Record<string, AuthenticatedToken['kind']>> = {
  UserToken: 'user',
  ApplicationToken: 'application',
  AuthToken: 'auth',
};

/** Adds the caller and the actor in the engine's terms: 401 without valid credentials, 403 with the wrong kind of token. */
export async function authenticate({
  operation,
  request,
  options,
  trace,
}: ExchangeWith<'trace'>): Promise<Pick<Exchange, 'caller' | 'actor'>> {
  const caller = await identifyCaller(operation, request.headers, options.engine.identity);
  return { caller, actor: actorOf(caller, trace.traceId) };
}

/**
 * Checks the credentials that the operation's security schemes require.
 * @throws RequestError `authentication.required` (401) without credentials, `access.denied` (403) for a valid token of a kind
 * that this operation does not accept
 * @throws ScaError (401) for credentials that are not valid
 */
export async function identifyCaller(
  operation: OperationDescriptor,
  headers: Headers,
  identity: Identity,
): Promise<Caller> {
  const schemes = new Set(operation.security.flat());
  if (schemes.size === 0) return ANONYMOUS;
  if (schemes.has('ClientBasic')) return basic(headers, identity);
  const kinds = [...schemes].flatMap((scheme) => KIND_OF_SCHEME[scheme] ?? []);
  if (kinds.length === 0) {
    const { clientId } = await identity.authenticateApiKey(apiKeyOf(headers));
    return { kind: 'api-key', clientId, userId: null, token: null };
  }
  const token = schemes.has('ApiKey')
    ? await identity.authenticateWithApiKey(apiKeyOf(headers), bearerOf(headers))
    : await identity.authenticate(bearerOf(headers));
  if (!kinds.includes(token.kind)) {
    throw new RequestError(
      'access.denied',
      `This operation requires ${kinds.map(named).join(' or ')} token, not ${named(token.kind)} token.`,
    );
  }
  return { kind: token.kind, clientId: token.clientId, userId: token.userId, token };
}

async function basic(headers: Headers, identity: Identity): Promise<Caller> {
  const encoded = /^Basic +([\w+/]+=*)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const [clientId, ...secret] = decodeBasic(encoded ?? '').split(':');
  if (!clientId || secret.length === 0) {
    unauthorized('Basic', 'Send the client id and secret as `Authorization: Basic <base64 of id:secret>`.');
  }
  await identity.authenticateClient(clientId, secret.join(':'));
  return { kind: 'client', clientId, userId: null, token: null };
}

function bearerOf(headers: Headers): string {
  const token = /^Bearer +([\w\-.~+/]+=*)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return token ?? unauthorized('Bearer', 'Send the token as `Authorization: Bearer <token>`.');
}

function apiKeyOf(headers: Headers): string {
  return headers.get('api-key') || unauthorized('ApiKey', 'Send the key of your client in the api-key header.');
}

/** RFC 7617. RFC 6749 §2.3.1 also form-encodes both parts, which changes nothing in ids and secrets of this API. */
function decodeBasic(encoded: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}

function unauthorized(scheme: string, message: string): never {
  throw new RequestError('authentication.required', message, {
    headers: { 'WWW-Authenticate': `${scheme} realm="sca-kit"` },
  });
}

function named(kind: AuthenticatedToken['kind']): string {
  return kind === 'user' ? 'a user' : `an ${kind}`;
}
