import type { OperationDescriptor } from '@sca-kit/api';
import { type Layer, withHeaders } from '../layer.ts';

/** A secret, or a function that is asked for it before every request; retries reuse what it said. */
export type Credential = string | (() => string | Promise<string>);

/** What the caller can prove. Each operation gets what its security names, and nothing more. */
export interface Credentials {
  /** Bearer token of a user; also stands in for the two tokens below where they are not given. */
  readonly accessToken?: Credential;
  /** Bearer token of the application itself. */
  readonly applicationToken?: Credential;
  /** Bearer token of the additional-factor family. */
  readonly authToken?: Credential;
  /** Value of the `api-key` header. */
  readonly apiKey?: Credential;
  /** For the token endpoint (RFC 6749 §2.3.1). */
  readonly clientCredentials?: { readonly clientId: string; readonly clientSecret: string };
}

/** Adds the credentials that an operation asks for. A header that the call brings along stays as it is. */
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

/** The first alternative that the caller has credentials of its own for, else the first of all. */
function chooseSchemes(operation: OperationDescriptor, credentials: Credentials): readonly string[] {
  const own: Readonly<Record<string, unknown>> = {
    UserToken: credentials.accessToken,
    ApplicationToken: credentials.applicationToken,
    AuthToken: credentials.authToken,
    ApiKey: credentials.apiKey,
    ClientBasic: credentials.clientCredentials,
  };
  const { security } = operation;
  return security.find((schemes) => schemes.every((scheme) => own[scheme] !== undefined)) ?? security[0] ?? [];
}

async function headerValue(scheme: string, credentials: Credentials): Promise<string | undefined> {
  const { accessToken, applicationToken = accessToken, authToken = accessToken } = credentials;
  switch (scheme) {
    case 'UserToken':
      return bearer(await reveal('accessToken', accessToken));
    case 'ApplicationToken':
      return bearer(await reveal('applicationToken', applicationToken));
    case 'AuthToken':
      return bearer(await reveal('authToken', authToken));
    case 'ApiKey':
      return reveal('apiKey', credentials.apiKey);
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

/** Checked here because the platform's own complaint about a header quotes its value. */
async function reveal(name: string, credential: Credential | undefined): Promise<string | undefined> {
  const value = typeof credential === 'function' ? await credential() : credential;
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^[!-~]+$/.test(value)) {
    throw new TypeError(`${name} must be visible ASCII text, such as an access token`);
  }
  return value;
}
