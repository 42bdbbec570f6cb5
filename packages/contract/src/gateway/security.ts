import type { HttpSecurityScheme, IHttpOperation } from '@stoplight/types';

/** Whether Prism can tell a request that meets the scheme from one that does not. */
export const isSupportedScheme = (scheme: HttpSecurityScheme): boolean =>
  scheme.type === 'http'
    ? ['basic', 'bearer', 'digest'].includes(scheme.scheme)
    : ['apiKey', 'oauth2', 'openIdConnect'].includes(scheme.type);

/**
 * The operation with no security scheme that Prism does not know, which it would hold against every request: whether a
 * client showed a certificate, say, cannot be seen from here.
 */
export function withSupportedSecurity(resource: IHttpOperation): IHttpOperation {
  const all = resource.security ?? [];
  if (all.flat().every(isSupportedScheme)) return resource;
  const left = all.map((alternative) => alternative.filter(isSupportedScheme));
  // The request may have met the alternative of which nothing is left.
  const open = left.some((alternative, at) => alternative.length === 0 && all[at]?.length !== 0);
  return { ...resource, security: open ? [] : left };
}
