import type { OperationDescriptor } from '@sca-kit/api';
import { type Layer, withHeaders } from '../layer.ts';

/** A secret, or a function that returns it before every request. Retries reuse the value. */
export type Credential = string | (() => string | Promise<string>);

/** Credentials of the caller. Each operation gets only those that its `security` requires. */
export interface Credentials {
  /** Bearer token of a user. Also the default of the two tokens below. */
  readonly accessToken?: Credential;
  /** Bearer token of the application itself. */
  readonly applicationToken?: Credential;
  /** Bearer token of the Additional Factors family. */
  readonly authToken?: Credential;
  /** Value of the `api-key` header. */
  readonly apiKey?: Credential;
  /** Client id and secret for the token endpoint (RFC 6749 §2.3.1). */
  readonly clientCredentials?: { readonly clientId: string; readonly clientSecret: string };
}

/** Adds the credentials that an operation requires. Does not replace a header of the call. */
export function auth(credentials: Credentials): Layer {
  return async (call, next) => {
    const headers: Record<string, string> = {};
    for (const scheme of chooseSchemes(call.operation, credentials)) {
      const name = scheme === 'ApiKey' ? 'api-key' : 'authorization';
      const value = call.headers.has(name) ? undefined : await headerValue(scheme, credentials);
      if (value !== undefined) headers[name] = value;
    }
    return next(withHeaders(call, headers));
  };
}

/** Returns the first security alternative that the caller has credentials for, or else the first alternative. */
function chooseSchemes(operation: OperationDescriptor, credentials: Credentials): readonly string[] {
  const available: Readonly<Record<string, unknown>> = {
    UserToken: credentials.accessToken,
    ApplicationToken: credentials.applicationToken,
    AuthToken: credentials.authToken,
    ApiKey: credentials.apiKey,
    ClientBasic: credentials.clientCredentials,
  };
  const { security } = operation;
  const isAvailable = (schemes: readonly string[]) =>
    schemes.length > 0 && schemes.every((scheme) => available[scheme]);
  return security.find(isAvailable) ?? security[0] ?? [];
}

async function headerValue(scheme: string, credentials: Credentials): Promise<string | undefined> {
  const { accessToken, applicationToken = accessToken, authToken = accessToken } = credentials;
  switch (scheme) {
    case 'UserToken':
      return bearer(await resolveCredential('accessToken', accessToken));
    case 'ApplicationToken':
      return bearer(await resolveCredential('applicationToken', applicationToken));
    case 'AuthToken':
      return bearer(await resolveCredential('authToken', authToken));
    case 'ApiKey':
      return resolveCredential('apiKey', credentials.apiKey);
    case 'ClientBasic':
      return basic(credentials.clientCredentials);
    default:
      return undefined;
  }
}

function bearer(token: string | undefined): string | undefined {
  return token === undefined ? undefined : `Bearer ${token}`;
}

function basic(client: Credentials['clientCredentials']): string | undefined {
  if (client === undefined) return undefined;
  const bytes = new TextEncoder().encode(`${client.clientId}:${client.clientSecret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** Validates a credential before the platform does, because its error message would contain the value. */
async function resolveCredential(name: string, credential: Credential | undefined): Promise<string | undefined> {
  const value = typeof credential === 'function' ? await credential() : credential;
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^[!-~]+$/.test(value)) {
    throw new TypeError(`${name} must be a string of visible ASCII characters without spaces.`);
  }
  return value;
}
