import type { HttpSecurityScheme, IHttpOperation } from '@stoplight/types';

/** Whether Prism can validate the scheme. */
export const isSupportedScheme = (scheme: HttpSecurityScheme): boolean =>
  scheme.type === 'http'
    ? ['basic', 'bearer', 'digest'].includes(scheme.scheme)
    : ['apiKey', 'oauth2', 'openIdConnect'].includes(scheme.type);

/**
 * The operation without the security schemes that Prism does not know, by which it would reject every request. A client
 * certificate, for example, cannot be seen here.
 */
export function withSupportedSecurity(resource: IHttpOperation): IHttpOperation {
  const all = resource.security ?? [];
  if (all.flat().every(isSupportedScheme)) return resource;
  const left = all.map((alternative) => alternative.filter(isSupportedScheme));
  // An alternative without a supported scheme accepts every request.
  const open = left.some((alternative, at) => alternative.length === 0 && all[at]?.length !== 0);
  return { ...resource, security: open ? [] : left };
}
