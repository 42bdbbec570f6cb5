import type { OperationDescriptor } from '@sca-kit/api';
import { type AuthenticatedToken, type Engine, ScaError } from '@sca-kit/engine';
import { ANONYMOUS, actorOf, type Caller } from '../caller.ts';
import { RequestError } from '../errors/request-error.ts';
import { APPROVAL_HEADER } from '../require-sca/approval.ts';
import type { Exchange, ExchangeWith, OperationRequest } from '../router/exchange.ts';
import { actsOnDefaultProfile } from './authorise.ts';

type Identity = Pick<Engine['identity'], 'authenticate' | 'authenticateApiKey' | 'authenticateClient'>;

const KIND_OF_SCHEME: Readonly<Record<string, AuthenticatedToken['kind']>> = {
  UserToken: 'user',
  ApplicationToken: 'application',
  AuthToken: 'auth',
};

/**
 * Adds the caller, the actor in the engine's terms, and what was looked up together with the bearer token: 401 without valid
 * credentials, 403 with the wrong kind of token.
 */
export async function authenticate({
  operation,
  request,
  path,
  options,
  trace,
}: ExchangeWith<'trace'>): Promise<Pick<Exchange, 'caller' | 'actor' | 'loaded'>> {
  const { caller, loaded } = await identifyCaller(
    { operation, headers: request.headers, path },
    options.engine.identity,
  );
  return { caller, actor: actorOf(caller, trace.traceId), loaded };
}

/**
 * Checks the credentials that the operation's security schemes require.
 * @throws RequestError `authentication.required` (401) without credentials, `access.denied` (403) for a valid token of a kind
 * that this operation does not accept
 * @throws ScaError (401) for credentials that are not valid
 */
export async function identifyCaller(
  { operation, headers, path }: Pick<OperationRequest, 'operation' | 'path'> & { readonly headers: Headers },
  identity: Identity,
): Promise<Pick<Exchange, 'caller' | 'loaded'>> {
  const schemes = new Set(operation.security.flat());
  if (schemes.size === 0) return { caller: ANONYMOUS, loaded: undefined };
  if (operation.security.some(({ length }) => length === 0)) {
    const required = { ...operation, security: operation.security.filter(({ length }) => length > 0) };
    return identifyCaller({ operation: required, headers, path }, identity).catch(ignoreCredentials);
  }
  if (schemes.has('ClientBasic')) return { caller: await basic(headers, identity), loaded: undefined };
  const kinds = [...schemes].flatMap((scheme) => KIND_OF_SCHEME[scheme] ?? []);
  if (kinds.length === 0) {
    const { clientId } = await identity.authenticateApiKey(apiKeyOf(headers));
    return { caller: { kind: 'api-key', clientId, userId: null, token: null }, loaded: undefined };
  }
  const apiKey = schemes.has('ApiKey') ? apiKeyOf(headers) : undefined;
  const presented = {
    apiKey,
    profileId: presentedProfile(operation, path),
    oneTimeToken: presentedToken(operation, headers),
  };
  const { loaded, ...token } = await identity.authenticate(bearerOf(headers), presented);
  if (!kinds.includes(token.kind)) {
    throw new RequestError(
      'access.denied',
      `This operation requires ${kinds.map(named).join(' or ')} token, not ${named(token.kind)} token.`,
    );
  }
  return { caller: { kind: token.kind, clientId: token.clientId, userId: token.userId, token }, loaded };
}

/** The profile to look up. The path is validated later: what is no profile id is not looked up. */
function presentedProfile(
  operation: OperationDescriptor,
  { profileId }: OperationRequest['path'],
): number | 'default' | undefined {
  if (profileId !== undefined) return /^[1-9]\d{0,14}$/.test(profileId) ? Number(profileId) : undefined;
  return actsOnDefaultProfile(operation) ? 'default' : undefined;
}

/** The one-time token to look up: the approval of a protected operation, else the token that the operation is about. */
function presentedToken({ sca }: OperationDescriptor, headers: Headers): string | undefined {
  return headers.get(sca ? APPROVAL_HEADER : 'one-time-token')?.trim() || undefined;
}

/** The caller of an operation that needs no credentials, when those that were sent are not valid for it. */
function ignoreCredentials(error: unknown): Pick<Exchange, 'caller' | 'loaded'> {
  if (!(error instanceof RequestError || (error instanceof ScaError && error.code === 'token.invalid'))) throw error;
  return { caller: ANONYMOUS, loaded: undefined };
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
