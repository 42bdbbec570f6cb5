import type { Operation } from '@sca-kit/openapi';
import type { SandboxUser } from './sandbox-user.ts';

/** Which of a user's credentials to send. */
export type CredentialKind = 'user' | 'application' | 'auth' | 'basic' | 'api-key' | 'none';

/** The security schemes of the SCA API and the kind of credentials that each needs. */
const KINDS: Readonly<Record<string, CredentialKind>> = {
  UserToken: 'user',
  ApplicationToken: 'application',
  AuthToken: 'auth',
  ClientBasic: 'basic',
};

/** The credentials that an operation requires: those of the first alternative. */
export function kindFor(operation: Operation): CredentialKind {
  const schemes = operation.security[0] ?? [];
  const named = schemes.map(({ name }) => KINDS[name]).find((kind) => kind !== undefined);
  if (named) return named;
  if (schemes.some(({ kind }) => kind === 'apiKey')) return 'api-key';
  if (schemes.some(({ kind }) => kind === 'basic')) return 'basic';
  return schemes.length === 0 ? 'none' : 'user';
}

/** Whether the operation works without credentials. */
export const isOpen = ({ security }: Operation): boolean =>
  security.length === 0 || security.some(({ length }) => length === 0);

/** A kind of valid credentials that the operation rejects; undefined when it accepts every kind or needs none. */
export function wrongKindFor(operation: Operation): CredentialKind | undefined {
  const taken = new Set(operation.security.flat().flatMap(({ name }) => KINDS[name] ?? []));
  if (isOpen(operation) || taken.size === 0 || taken.has('basic')) return undefined;
  return (['user', 'application', 'auth'] as const).find((kind) => !taken.has(kind));
}

/** The headers with credentials of a kind. The API key is added when the operation requires one. */
export function credentialHeaders(
  operation: Operation,
  user: SandboxUser,
  kind: CredentialKind,
): Record<string, string> {
  if (kind === 'none') return {};
  const keyed = operation.security.flat().find((scheme) => scheme.kind === 'apiKey' && scheme.in !== 'query');
  const { key = '' } = keyed ?? {};
  const inCookie = keyed?.in === 'cookie';
  const apiKey = keyed
    ? { [inCookie ? 'cookie' : key.toLowerCase()]: inCookie ? `${key}=${user.apiKey}` : user.apiKey }
    : {};
  switch (kind) {
    case 'user':
      return { ...apiKey, authorization: `Bearer ${user.accessToken}` };
    case 'application':
      return { ...apiKey, authorization: `Bearer ${user.applicationToken}` };
    case 'auth':
      return { ...apiKey, authorization: `Bearer ${user.authToken}` };
    case 'basic':
      return { authorization: `Basic ${Buffer.from(`${user.clientId}:${user.clientSecret}`).toString('base64')}` };
    case 'api-key':
      return apiKey;
  }
}
