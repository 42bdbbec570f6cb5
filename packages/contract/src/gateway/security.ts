import { splitCookies } from '@sca-kit/openapi';
import type { IHttpRequest } from '@stoplight/prism-http';
import type { HttpSecurityScheme, IHttpOperation } from '@stoplight/types';

/** Whether Prism can validate the scheme. */
const isSupportedScheme = (scheme: HttpSecurityScheme): boolean =>
  scheme.type === 'http'
    ? ['basic', 'bearer', 'digest'].includes(scheme.scheme)
    : ['apiKey', 'oauth2', 'openIdConnect'].includes(scheme.type);

/**
 * The operation without the security schemes that Prism does not know, by which it would reject every request. A client
 * certificate, for example, cannot be seen here.
 */
export function withSupportedSecurity(resource: IHttpOperation): IHttpOperation {
  const all = resource.security ?? [];
  if (all.every((alternative) => alternative.length > 0 && alternative.every(isSupportedScheme))) return resource;
  const left = all.map((alternative) => alternative.filter(isSupportedScheme));
  // An alternative without a supported scheme accepts every request.
  const open = left.some((alternative) => alternative.length === 0);
  return { ...resource, security: open ? [] : left };
}

/**
 * The request with its credentials as Prism reads them: the scheme name in its usual case (RFC 9110, section 11.1, allows
 * any), a Basic password without colons (RFC 7617, section 2, allows them), Digest values of letters (RFC 7616, section 3.4,
 * allows others), and only those cookies whose whole name is a key
 * (RFC 6265, section 4.2.1; Prism finds a name inside of others).
 */
export function withPlainCredentials({ security = [] }: IHttpOperation, element: IHttpRequest): IHttpRequest {
  const { authorization, cookie, ...headers } = element.headers ?? {};
  const keys = security.flat().flatMap((scheme) => (scheme.type === 'apiKey' ? [scheme.name] : []));
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(.*\S)/.exec(authorization ?? '') ?? [];
  const usual = `${scheme.slice(0, 1).toUpperCase()}${scheme.slice(1).toLowerCase()}`;
  const plain = PLAIN_CREDENTIALS[usual]?.(credentials) ?? credentials;
  const sent = splitCookies(cookie ?? '').filter(([name, value]) => keys.includes(name) && value !== '');
  return {
    ...element,
    headers: {
      ...headers,
      ...(authorization === undefined ? {} : { authorization: `${usual} ${plain}`.trim() }),
      ...(sent.length === 0 ? {} : { cookie: sent.map(([name]) => `${name}=sent`).join('; ') }),
    },
  };
}

const PLAIN_CREDENTIALS: Readonly<Record<string, (credentials: string) => string>> = {
  Basic: withoutColons,
  Digest: (credentials) =>
    [...credentials.matchAll(/(?:^|[\s,])([a-z]+)=(?:"|[^\s,])/gi)].map(([, name]) => `${name}="sent"`).join(', '),
};

/** Basic credentials whose password has no colon, at which Prism would split once more. */
function withoutColons(credentials: string): string {
  const [user = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  return password.length < 2 ? credentials : Buffer.from(`${user}:${password.join('')}`).toString('base64');
}
