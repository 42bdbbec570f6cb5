import type { OperationDescriptor } from '@sca-kit/api';
import type { AuthenticatedToken, Engine } from '@sca-kit/engine';
import { ANONYMOUS, type Caller } from '../caller.ts';
import { RequestError } from '../errors/request-error.ts';

type Identity = Pick<
  Engine['identity'],
  'authenticate' | 'authenticateWithApiKey' | 'authenticateApiKey' | 'authenticateClient'
>;

const KIND_OF_SCHEME: Readonly<Record<string, AuthenticatedToken['kind']>> = {
  UserToken: 'user',
  ApplicationToken: 'application',
  AuthToken: 'auth',
};

/**
 * Checks the credentials that the operation asks for: 401 when they are missing or wrong, 403 when they are right but
 * of a kind that this operation does not take.
 */
export async function authenticate(
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
      `This operation takes ${kinds.map(named).join(' or ')} token, not ${named(token.kind)} one.`,
    );
  }
  return { kind: token.kind, clientId: token.clientId, userId: token.userId, token };
}

async function basic(headers: Headers, identity: Identity): Promise<Caller> {
  const encoded = /^Basic +([\w+/]+=*)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const [clientId, ...secret] = decodeBasic(encoded ?? '').split(':');
  if (!clientId || secret.length === 0) {
    unauthorized('Basic', 'Send client id and secret as `Authorization: Basic <base64 of id:secret>`.');
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

/** RFC 7617. RFC 6749 §2.3.1 asks for form encoding of both parts first; ids and secrets here need none. */
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
